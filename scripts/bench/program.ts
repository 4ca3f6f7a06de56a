import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../shared/child-process.ts'

/** A program under load, in a process of its own. */
export interface Program {
  readonly url: string
  /** From the start of the process to the first answer of /health/ready. */
  readonly readyMs: number
  /** Resident memory in megabytes, as Linux tells it. */
  residentMb(): number
  stop(): Promise<void>
}

/** Starts `node <command>` on a free port and waits until it is ready. */
export async function startProgram(
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Program> {
  const port = await freePort()
  const env = {
    PATH: process.env['PATH'] ?? '',
    ...settings,
    PORT: String(port),
    HOST: '127.0.0.1',
  }
  const startedAt = performance.now()
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  await ready(url, child)
  return {
    url,
    readyMs: Math.round(performance.now() - startedAt),
    residentMb: () => residentMb(child.pid),
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
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

function residentMb(pid: number | undefined): number {
  const [, kilobytes = ''] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1000)
}
