import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../shared/child-process.ts'
import { residentMbOf } from './processor.ts'

/** A program under load, in a process of its own. */
export interface Program {
  readonly url: string
  readonly pid: number
  /** From the start of the process to the first answer of /health/ready. */
  readonly readyMs: number
  /** Resident memory in megabytes. */
  residentMb(): number
  stop(): Promise<void>
}

// A measurement that fails leaves no program behind.
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill()))

/** Starts `node <command>` on a free port and waits until it is ready. */
export async function startProgram(
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Program> {
  const port = await freePort()
  const env = {
    PATH: process.env['PATH'] ?? '',
    // A test keeps what was compiled; a measurement sets none.
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    ...settings,
    PORT: String(port),
    HOST: '127.0.0.1',
  }
  const startedAt = performance.now()
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  running.add(child)
  const url = `http://127.0.0.1:${port}`
  await ready(url, child)
  const pid = child.pid ?? NaN
  return {
    url,
    pid,
    readyMs: Math.round(performance.now() - startedAt),
    residentMb: () => residentMbOf(pid),
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      running.delete(child)
    },
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (answer?.ok === true) return
    await wait(10)
  }
}
