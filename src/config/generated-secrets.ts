import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beginFirstStart, clusterIn } from '../db/embedded/cluster.ts'
import { lockFolder } from '../db/embedded/folder-lock.ts'
import { type DataFolder, refuseLostDatabase, refuseLostSecrets } from './data-folder.ts'
import { SettingError } from './setting-error.ts'

/** Settings that are made at the first start with the embedded database, when they are not set. */
export const madeSettings = [
  'BASIC_KEY',
  'V1_KEY',
  'KIT_KEY',
  'LICENSE_KEY',
  'ORDER_KEY',
  'MANAGEMENT_TOKEN',
  'SECRET_KEY',
] as const

export type MadeSetting = (typeof madeSettings)[number]
export type MadeSecrets = Readonly<Partial<Record<MadeSetting, string>>>

export interface KeptSecrets {
  readonly secrets: MadeSecrets
  readonly path: string
  readonly madeNow: readonly MadeSetting[]
}

/**
 * The secrets kept in a folder (secrets.json, mode 600), with those that are wanted and not there
 * yet made and added. Their names go to the log, never their values. Throws SettingError when the
 * secrets or their database got lost, FolderInUseError when another process has the folder.
 */
export function keepSecrets(folder: DataFolder, wanted: readonly MadeSetting[]): KeptSecrets {
  // Of two processes that start at once the second must not replace what the first has made.
  const unlock = lockFolder(folder.postgres)
  try {
    refuseLostDatabase(folder)
    return addMissing(folder, wanted)
  } finally {
    unlock()
  }
}

function addMissing(folder: DataFolder, wanted: readonly MadeSetting[]): KeptSecrets {
  const { secrets: path } = folder
  const found = readKept(path)
  const kept = found ?? {}
  const madeNow = wanted.filter((setting) => kept[setting] === undefined)
  if (madeNow.length === 0) return { secrets: kept, path, madeNow }
  // A later version may want a key more; but never another secret key for the same data.
  if (found === undefined || madeNow.includes('SECRET_KEY')) refuseLostSecrets(folder)
  const made = Object.fromEntries(madeNow.map((setting) => [setting, makeSecret(setting)]))
  const secrets: MadeSecrets = { ...kept, ...made }
  if (!existsSync(clusterIn(folder.postgres))) beginFirstStart(folder.postgres)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  replaceFile(path, `${JSON.stringify(secrets, null, 2)}\n`)
  return { secrets, path, madeNow }
}

// Whole or not at all: a process that ends while it writes must not leave half of the only copy.
function replaceFile(path: string, content: string): void {
  const next = `${path}.${process.pid}`
  writeFileSync(next, content, { mode: 0o600, flush: true })
  renameSync(next, path)
}

function readKept(path: string): MadeSecrets | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as MadeSecrets
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new SettingError(`DATA_DIR holds secrets that cannot be read (${path}).`, {
      cause: error,
    })
  }
}

function makeSecret(setting: MadeSetting): string {
  return setting === 'SECRET_KEY'
    ? randomBytes(32).toString('base64')
    : randomBytes(16).toString('hex')
}
