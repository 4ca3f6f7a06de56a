import { mkdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process has the folder of the embedded database open. */
export class FolderInUseError extends Error {}

const lockIn = (folder: string) => join(folder, 'lock')

// SQLITE_BUSY (https://sqlite.org/rescode.html).
const busy = 5

/**
 * Takes a folder for this process: two embedded databases on one folder would destroy it. Returns
 * what gives the folder back. Waits for `waitMs` if another process has it.
 *
 * The lock is the kernel's (fcntl on a file of the folder): it goes with the process, however that
 * ends, and holds between containers that share the volume, where each may be process 1. Node itself
 * gives no such lock; SQLite, which comes with it, takes one for an exclusive transaction. Nothing is
 * ever written: what the file holds means nothing, and it stays. This process must not open the file
 * in any other way, since closing it would let go of the lock; nor may it lie on a network file
 * system that keeps no locks.
 */
export function lockFolder(folder: string, waitMs = 0): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = lockIn(folder)
  try {
    return lockFile(path, waitMs)
  } catch (error) {
    if (isBusy(error)) throw inUse(folder, error)
    // What an older version or a full disk left there is no database. Nobody holds it, or it would
    // have been busy.
    truncateSync(path)
  }
  try {
    return lockFile(path, waitMs)
  } catch (error) {
    throw isBusy(error) ? inUse(folder, error) : error
  }
}

/**
 * Tells whether a folder that is locked is still where it was. Files that are open are written wherever
 * they are: once the folder was moved away, or put back from a backup, no write would fail. By the lock,
 * since a file that is open keeps its number, on file systems too that number others anew.
 */
export function watchFolder(folder: string): () => boolean {
  const numberOf = () => {
    const { dev, ino } = statSync(lockIn(folder), { bigint: true })
    return `${dev} ${ino}`
  }
  const locked = numberOf()
  return () => {
    try {
      return numberOf() === locked
    } catch {
      return false
    }
  }
}

function lockFile(path: string, waitMs: number): () => void {
  const file = new DatabaseSync(path, { timeout: waitMs })
  try {
    // Without a journal on the disk nothing is left to recover after a kill.
    file.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    file.close()
    throw error
  }
  return () => file.close()
}

function inUse(folder: string, cause: unknown): FolderInUseError {
  return new FolderInUseError(`${folder} is in use by another process`, { cause })
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}
