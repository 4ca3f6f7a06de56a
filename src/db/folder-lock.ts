import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another process has the folder of the embedded database open. */
export class FolderInUseError extends Error {}

/**
 * Takes a folder for this process: two embedded databases on one folder would destroy it. Returns
 * what gives the folder back. A lock left by a process that is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'lock')
  const owner = ownerOf(path)
  if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
    throw new FolderInUseError(`${folder} is in use by process ${owner}`)
  }
  writeFileSync(path, String(process.pid), { mode: 0o600 })
  return () => rmSync(path, { force: true })
}

function ownerOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
