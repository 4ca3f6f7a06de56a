import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Running, freePort, isReady, startNode } from '../../scripts/shared/child-process.ts'
import type { Limits } from '../../src/limits.ts'
import { sendTo } from './contract-hook.ts'
import { settingsFor } from './service.ts'

/** What a program that a test starts gets of our environment: no settings, and what was compiled before. */
export const programEnvironment = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
} as const

/**
 * The words behind `node` that start the service. An embedded database is compiled once quickly: to compile
 * it well, too, takes a second of CPU, and no test has it long enough.
 */
export const startWords = ['--liftoff-only', 'src/start.js'] as const

/** The service in a process of its own, always at one URL however often it is started. */
export interface ServiceProcess {
  readonly url: string
  /** Of the process that was launched last. */
  readonly pid: number
  /** Starts it and does not wait for it. */
  launch(): void
  /** Waits until it is ready; throws with what it printed when it ends instead. */
  ready(withinMs?: number): Promise<void>
  /** SIGKILL: nothing is answered, saved or closed. */
  kill(): Promise<void>
  /** SIGTERM, and SIGKILL if that does not end it; returns the exit code. Leaves nothing behind. */
  stop(): Promise<number | null>
  isRunning(): boolean
  /** What it printed since it was launched last. */
  output(): string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** How long a service may take to get ready on a machine that is busy with other things. */
export const readyWithinMs = 60_000

/** Which program runs: this version, in the limits that hold in service, unless told. */
export interface ProcessOptions {
  readonly limits?: Partial<Limits>
  /** The folder of another version's sources. */
  readonly sources?: string
}

export async function serviceProcess(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
  { limits, sources = root }: ProcessOptions = {},
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
  const launch = () => startNode([entry], { cwd: sources, env: { ...programEnvironment, ...env } })
  let program: Running | undefined

  return {
    url,
    get pid() {
      return program?.pid ?? 0
    },
    isRunning: () => program?.isRunning() ?? false,
    output: () => program?.output() ?? '',
    launch() {
      program = launch()
    },
    async ready(withinMs = readyWithinMs) {
      await program?.until(() => isReady(url), withinMs)
    },
    async kill() {
      await program?.kill()
    },
    async stop() {
      const code = (await program?.stop()) ?? null
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
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

/** Waits until a service is ready; `check` may throw when it never will be. */
export async function becomesReady(
  url: string,
  check: () => void = () => undefined,
  withinMs = readyWithinMs,
): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await isReady(url))) {
    check()
    if (performance.now() > end) throw new Error(`${url} was not ready within ${withinMs} ms`)
    await pause(askedEveryMs)
  }
}

const askedEveryMs = 20
