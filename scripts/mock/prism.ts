import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'

/** Prism in a process of its own. */
export interface Prism {
  readonly url: URL
  /** Resolves when it ends, by itself or not. */
  readonly ended: Promise<unknown>
  stop(): Promise<void>
}

const readyWithinMs = 20_000

/**
 * Starts Prism on the loopback with the arguments of its command line (port 0: a free one), and waits
 * until it listens; hands every line it prints to `onLine`. Throws with what it printed if it ends instead.
 */
export async function startPrism(
  args: readonly string[],
  port: number,
  onLine: (line: string) => void = () => undefined,
): Promise<Prism> {
  const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli')
  const where = ['--host', '127.0.0.1', '--port', String(port)]
  // In production it would start one process more.
  const env = { ...process.env, NODE_ENV: 'development' }
  const child = spawn(process.execPath, [cli, ...args, ...where], { env, stdio: 'pipe' })
  const ended = once(child, 'exit')
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (chunk: Buffer) => chunk.toString().split('\n').forEach(onLine))
  }
  const url = await listening(child)
  return {
    url,
    ended,
    async stop() {
      child.kill()
      await ended
    },
  }
}

function listening(child: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => child.kill(), readyWithinMs)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const [, address] = /Prism is listening on (http:\S+:\d+)/.exec(output) ?? []
      if (address === undefined) return
      clearTimeout(timer)
      resolve(new URL(address))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error(`Prism does not listen:\n${output}`))
    })
  })
}
