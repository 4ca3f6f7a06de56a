import { buildOwnSite } from '../../scripts/site/build.ts'
import { FolderInUseError, lockFolder } from '../../src/db/embedded/folder-lock.ts'
import { until } from '../harness/until.ts'

const lock = 'node_modules/.cache/koogate-site'
const withinMs = 300_000

/** Brings generated/site up to date: of the test files that want it one builds it, the others wait. */
export async function ownSite(): Promise<void> {
  const unlock = await until(
    () => Promise.resolve(tryLock()),
    (taken) => taken !== undefined,
    withinMs,
  )
  try {
    await buildOwnSite()
  } finally {
    unlock?.()
  }
}

function tryLock(): (() => void) | undefined {
  try {
    return lockFolder(lock)
  } catch (error) {
    if (error instanceof FolderInUseError) return undefined
    throw error
  }
}
