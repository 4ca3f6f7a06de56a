import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'

/** Prism in a process of its own. */
export interface Prism {
  readonly url: URL
  /** What it found against the contract, in its own words, in the order of the calls. */
  readonly violations: readonly string[]
  stop(): Promise<void>
}

const readyWithinMs = 20_000

/**
 * Starts Prism as a proxy that lets nothing pass which the document does not allow: a request is
 * refused before it is forwarded, and an answer is replaced by HTTP 500.
 */
export function startProxy(
  document: 'seller' | 'store',
  upstream: URL | string,
  port: number,
): Promise<Prism> {
  const path = `generated/${document}.json`
  return startPrism(['proxy', path, String(upstream), '--errors'], port)
}

async function startPrism(args: readonly string[], port: number): Promise<Prism> {
  const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli')
  const where = ['--host', '127.0.0.1', '--port', String(port)]
  const env = { ...process.env, NODE_ENV: 'test' }
  const child = spawn(process.execPath, [cli, ...args, ...where], { env, stdio: 'pipe' })
  const violations: string[] = []
  const told = (chunk: Buffer) => {
    const lines = chunk.toString().split('\n')
    violations.push(...lines.filter((line) => /Violation|terminated with error/.test(line)))
  }
  child.stdout.on('data', told)
  child.stderr.on('data', told)
  await listening(child)
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    violations,
    async stop() {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => {
      child.kill()
      reject(new Error(`Prism does not listen: ${output}`))
    }, readyWithinMs)
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (!output.includes('Prism is listening')) return
      clearTimeout(timer)
      resolve()
    })
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error(`Prism ended: ${output}`))
    })
  })
}
