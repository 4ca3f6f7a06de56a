import { buildOwnConsole } from '../../scripts/console/build.ts'
import { buildOwnSite } from '../../scripts/site/build.ts'
import { FolderInUseError, lockFolder } from '../../src/db/embedded/folder-lock.ts'
import { until } from '../harness/until.ts'

const withinMs = 300_000

// A worker asks once: what it is made from stays as it is while the tests run.
let site: Promise<void> | undefined
let console: Promise<void> | undefined

/** Brings generated/site up to date: of the test files that want it one builds it, the others wait. */
export const ownSite = (): Promise<void> => (site ??= builtOnce('koogate-site', buildOwnSite))

/** Brings generated/console up to date, likewise. */
export const ownConsole = (): Promise<void> =>
  (console ??= builtOnce('koogate-console', buildOwnConsole))

async function builtOnce(lock: string, build: () => Promise<boolean>): Promise<void> {
  const unlock = await until(
    () => Promise.resolve(tryLock(`node_modules/.cache/${lock}`)),
    (taken) => taken !== undefined,
    withinMs,
  )
  try {
    await build()
  } finally {
    unlock?.()
  }
}

function tryLock(lock: string): (() => void) | undefined {
  try {
    return lockFolder(lock)
  } catch (error) {
    if (error instanceof FolderInUseError) return undefined
    throw error
  }
}
