// Starts programs in processes of their own, waits for them and ends them: for scripts and tests alike.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

export interface StartOptions {
  /** The whole environment; that of this process if left out. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  readonly onLine?: (line: string) => void
}

/** A program that runs, or has ended. */
export interface Running {
  readonly pid: number
  isRunning(): boolean
  /** What it has printed so far on both streams, the last of it. */
  output(): string
  /** What of it came on standard error. */
  errors(): string
  /** Its exit code, once it has ended and all that it printed is there; null if a signal ended it. */
  readonly ended: Promise<number | null>
  /**
   * Asks again and again until the condition holds. Throws with what the program printed when it ends
   * first or takes too long.
   */
  until(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<void>
  /** SIGTERM, and SIGKILL if that does not end it in time; returns what `ended` does. */
  stop(withinMs?: number): Promise<number | null>
  /** SIGKILL: nothing is answered, saved or closed. */
  kill(): Promise<void>
}

const keptCharacters = 100_000
const askedEveryMs = 20
const stopsWithinMs = 30_000

// Whatever ends this process ends the others, and before anybody removes their folders.
const running = new Set<ChildProcess>()
process.prependListener('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts Node with these arguments; its standard input is empty. */
export function startNode(args: readonly string[], options: StartOptions = {}): Running {
  return startProgram([process.execPath, ...args], options)
}

/** Starts any program, whose standard input is empty. */
export function startProgram(
  [file = '', ...args]: readonly string[],
  options: StartOptions = {},
): Running {
  const { env = process.env, cwd } = options
  const child = spawn(file, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const { output, errors } = collect(child, options.onLine)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const isRunning = () => child.exitCode === null && child.signalCode === null

  async function end(signal: NodeJS.Signals, withinMs: number): Promise<number | null> {
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), withinMs)
    return ended.finally(() => clearTimeout(late))
  }

  return {
    pid: child.pid ?? 0,
    isRunning,
    output,
    errors,
    ended,
    async until(holds, withinMs) {
      const end = performance.now() + withinMs
      while (!(await holds())) {
        if (!isRunning()) throw new Error(`it ended: ${output()}`)
        if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${output()}`)
        await pause(askedEveryMs)
      }
    },
    stop: (withinMs = stopsWithinMs) => end('SIGTERM', withinMs),
    async kill() {
      await end('SIGKILL', stopsWithinMs)
    },
  }
}

/** Runs Node with these arguments to its end. */
export async function runNode(
  args: readonly string[],
  options: StartOptions = {},
): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }> {
  const program = startNode(args, options)
  const code = await program.ended
  return { code, output: program.output(), errors: program.errors() }
}

/** A TCP port of the loopback on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Whether a service says that it is ready. */
export function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Whether anybody answers there, whatever the answer is. */
export function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

function collect({ stdout, stderr }: ChildProcess, onLine?: (line: string) => void) {
  let all = ''
  let errors = ''
  const keep = (text: string, part: string) => `${text}${part}`.slice(-keptCharacters)
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      all = keep(all, part)
      if (stream === stderr) errors = keep(errors, part)
    })
    if (stream && onLine) createInterface({ input: stream }).on('line', onLine)
  }
  return { output: () => all, errors: () => errors }
}
