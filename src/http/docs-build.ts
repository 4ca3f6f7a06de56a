import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'

const root = fileURLToPath(new URL('../../', import.meta.url))
const docsScript = `${root}scripts/site/build.ts`
const consoleScript = `${root}scripts/console/build.ts`

/** Whether the docs site can be built here: not in the image, nor without the developers' packages. */
export function canBuildDocs(): boolean {
  return existsSync(docsScript) && existsSync(`${root}node_modules/astro`)
}

/** Whether the console can be built here. */
export function canBuildConsole(): boolean {
  return existsSync(consoleScript) && existsSync(`${root}node_modules/vite`)
}

/** Builds the console beside the service if it is missing or stale, which takes a second, and then the docs. */
export function buildPages(log: Logger): void {
  if (!canBuildConsole()) buildDocs(log)
  else build(log, 'console', consoleScript).once('close', () => buildDocs(log))
}

/**
 * Builds the docs site beside the service if it is missing or stale, in a process of its own that
 * gives way to everything else and ends with this one. What goes wrong is only logged.
 */
export function buildDocs(log: Logger, script = docsScript): ChildProcess | undefined {
  return canBuildDocs() ? build(log, 'docs site', script) : undefined
}

function build(log: Logger, what: string, script: string): ChildProcess {
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
    log.warn({ err }, `the ${what} could not be built`)
  })
  child.once('exit', (code, signal) => {
    if (code === 0 || signal === 'SIGTERM') return
    log.warn({ code, signal, output }, `the ${what} could not be built`)
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
