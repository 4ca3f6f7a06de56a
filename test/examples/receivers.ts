import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { answers, freePort, startProgram } from '../../scripts/shared/child-process.ts'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { works } from '../clients/languages.ts'

/** An example that runs. */
export interface Receiver {
  /** Where Koogate sends. */
  readonly url: string
  readonly origin: string
  readonly secret: string
  /** What it printed: a line for each message that it took in. */
  readonly lines: () => readonly string[]
  /** All that it printed. */
  readonly output: () => string
  /** Ends it as a crash does, and starts it again on what it kept. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** One of the examples: its file, how many lines it may have, and how it is run. */
export interface Example {
  readonly file: string
  readonly mostLines: number
  readonly isHere: () => boolean
  /** Makes what is run in a folder of its own; returns the command. */
  readonly make: (folder: string) => readonly string[]
}

const product = 'examples/product-typescript/product.ts'
const java = 'examples/receiver-java/Receiver.java'
const python = 'examples/receiver-python/receiver.py'
const go = 'examples/receiver-go/receiver.go'

export const examples: Readonly<Record<string, Example>> = {
  typescript: {
    file: product,
    mostLines: 150,
    isHere: () => true,
    make: () => [process.execPath, resolve(product)],
  },
  java: {
    file: java,
    mostLines: 60,
    isHere: () => works('javac', '-version'),
    make: () => ['java', '-XX:TieredStopAtLevel=1', resolve(java)],
  },
  python: {
    file: python,
    mostLines: 60,
    isHere: () => works('python3', '--version'),
    make: () => ['python3', resolve(python)],
  },
  go: {
    file: go,
    mostLines: 60,
    isHere: () => works('go', 'version'),
    // `go run` would leave the program behind when it is ended.
    make: (folder) => {
      execFileSync('go', ['build', '-o', join(folder, 'receiver'), resolve(go)])
      return [join(folder, 'receiver')]
    },
  },
}

/** Those whose language is on this machine. */
export const here = Object.entries(examples).filter(([language, { isHere }]) => {
  if (isHere()) return true
  process.stderr.write(`skipped the example in ${language}: it is not on this machine\n`)
  return false
})

const startsWithinMs = 20_000

export async function startReceiver({ make }: Example): Promise<Receiver> {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-example-'))
  const command = make(folder)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const secret = newWebhookSecret()
  const own = { PORT: String(port), WEBHOOK_SECRET: secret }
  const env = { ...process.env, ...own, PUBLIC_URL: origin, STATE_FILE: 'state.json' }
  let before = ''
  let program = startProgram(command, { cwd: folder, env })
  const output = () => before + program.output()
  await program.until(() => answers(origin), startsWithinMs)
  return {
    url: `${origin}/koogate`,
    origin,
    secret,
    lines: () =>
      output()
        .split('\n')
        .filter((line) => /^[a-z]+\.[a-z.]+ /.test(line)),
    output,
    restart: async () => {
      await program.kill()
      before = output()
      program = startProgram(command, { cwd: folder, env })
      await program.until(() => answers(origin), startsWithinMs)
    },
    stop: async () => {
      await program.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
