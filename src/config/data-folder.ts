import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { clusterIn, isFirstStart } from '../db/embedded/cluster.ts'
import { SettingError } from './setting-error.ts'

/** Where in DATA_DIR things lie. */
export interface DataFolder {
  /** Folder of the embedded database. */
  readonly postgres: string
  /** The file of the secrets that were made. */
  readonly secrets: string
}

export function dataFolder(folder: string): DataFolder {
  return { postgres: join(folder, 'postgres'), secrets: join(folder, 'secrets.json') }
}

/**
 * Throws SettingError when secrets lie without the database that they were made for: an empty one,
 * made in silence, would look as if everything were lost.
 */
export function refuseLostDatabase({ postgres, secrets }: DataFolder): void {
  const cluster = clusterIn(postgres)
  if (!existsSync(secrets) || existsSync(cluster) || isFirstStart(postgres)) return
  throw new SettingError(
    `DATA_DIR holds secrets and not the database that belongs to them: put ${cluster} back, or move ${secrets} away to start anew.`,
  )
}

/**
 * Throws SettingError when there is a database already: with other secrets it could not be read, and
 * the store would be refused.
 */
export function refuseLostSecrets({ postgres, secrets }: DataFolder): void {
  if (!existsSync(clusterIn(postgres))) return
  throw new SettingError(
    `DATA_DIR holds a database and not the secrets that belong to it: put ${secrets} back as it was, or set the KOOGATE_ settings that were in it, or move ${postgres} away to start anew.`,
  )
}
