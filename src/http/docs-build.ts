import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'

const root = fileURLToPath(new URL('../../', import.meta.url))
const ownScript = `${root}scripts/site/build.ts`

/** Whether the docs site can be built here: not in the image, nor without the developers' packages. */
export function canBuildDocs(): boolean {
  return existsSync(ownScript) && existsSync(`${root}node_modules/astro`)
}

/**
 * Builds the docs site beside the service if it is missing or stale, in a process of its own that
 * gives way to everything else and ends with this one. What goes wrong is only logged.
 */
export function buildDocs(log: Logger, script = ownScript): ChildProcess | undefined {
  if (!canBuildDocs()) return undefined
  const child = spawn(process.execPath, [script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  child.stderr.on('data', (text: Buffer) => (output = `${output}${text.toString()}`.slice(-2000)))
  child.once('spawn', () => {
    if (child.pid !== undefined) giveWay(child.pid)
  })
  child.once('error', (err) => {
    log.warn({ err }, 'the docs site could not be built')
  })
  child.once('exit', (code, signal) => {
    if (code === 0 || signal === 'SIGTERM') return
    log.warn({ code, signal, output }, 'the docs site could not be built')
  })
  process.once('exit', () => child.kill())
  return child
}

// It takes a gigabyte for ten seconds: where that is too much, Linux ends it and not the service. It
// may have ended already, and not every system can do this; then it runs as everything does.
function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
    writeFileSync(`/proc/${pid}/oom_score_adj`, '1000')
  } catch {
    return
  }
}
