import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Limits } from '../../src/limits.ts'
import { sendTo } from './contract-hook.ts'
import { freePort } from './postgres.ts'
import { settingsFor } from './service.ts'

/** The service in a process of its own, always at one URL however often it is started. */
export interface ServiceProcess {
  readonly url: string
  /** Of the process that was launched last. */
  readonly pid: number
  /** Starts it and does not wait for it. */
  launch(): void
  /** Waits until it is ready; throws with what it printed when it ends instead. */
  ready(): Promise<void>
  /** SIGKILL: nothing is answered, saved or closed. */
  kill(): Promise<void>
  /** SIGTERM, and SIGKILL if that does not end it; returns the exit code. Leaves nothing behind. */
  stop(): Promise<number | null>
  isRunning(): boolean
  /** What it printed since it was launched last. */
  output(): string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const readyWithinMs = 20_000
const stopsWithinMs = 30_000

/** @param limits instead of those that hold in service. */
export async function serviceProcess(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
  limits?: Partial<Limits>,
): Promise<ServiceProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-process-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = settingsFor(folder, databaseUrl, {
    PORT: String(port),
    LOG_LEVEL: 'fatal',
    ...(limits && { TEST_LIMITS: JSON.stringify(limits) }),
    ...settings,
  })
  const entry = limits ? 'test/harness/limited-service.ts' : 'src/start.js'
  let child: ChildProcess | undefined
  let output = ''
  const isRunning = () =>
    child !== undefined && child.exitCode === null && child.signalCode === null

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (child === undefined || !isRunning()) return child?.exitCode ?? null
    const { pid } = child
    const exited = once(child, 'exit')
    child.kill(signal)
    const timer = setTimeout(() => pid !== undefined && process.kill(pid, 'SIGKILL'), stopsWithinMs)
    await exited
    clearTimeout(timer)
    return child.exitCode
  }

  return {
    url,
    get pid() {
      return child?.pid ?? 0
    },
    isRunning,
    output: () => output,
    launch() {
      output = ''
      child = spawn(process.execPath, [entry], { cwd: root, env })
      const keep = (text: Buffer) => (output += text.toString())
      child.stdout?.on('data', keep)
      child.stderr?.on('data', keep)
    },
    async ready() {
      await becomesReady(url, () => {
        if (!isRunning()) throw new Error(`the service ended: ${output}`)
      })
    },
    async kill() {
      await end('SIGKILL')
    },
    async stop() {
      const code = await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}

/** Waits for the ready endpoint to answer 200. `check` may throw to give up. */
export async function becomesReady(
  url: string,
  check: () => void = () => undefined,
  withinMs = readyWithinMs,
): Promise<void> {
  const until = Date.now() + withinMs
  while (Date.now() < until) {
    check()
    if ((await statusOf(`${url}/health/ready`)) === 200) return
    await wait(20)
  }
  throw new Error(`${url} was not ready within ${withinMs} ms`)
}

/** HTTP status of a GET; undefined when nobody answers. */
export async function statusOf(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  const { origin, pathname } = new URL(url)
  try {
    return (await sendTo({ url: origin }, pathname, { headers })).status
  } catch (error) {
    // What fetch throws when nobody answers; anything else is a finding.
    if (error instanceof TypeError) return undefined
    throw error
  }
}
