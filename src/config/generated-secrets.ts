import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beginFirstStart, clusterIn } from '../db/embedded/cluster.ts'
import { lockFolder } from '../db/embedded/folder-lock.ts'
import { type DataFolder, refuseLostDatabase, refuseLostSecrets } from './data-folder.ts'
import { SettingError } from './setting-error.ts'
import { newWebhookSecret } from '../crypto/webhook-secret.ts'

/** Settings that are made at the first start with the embedded database, when they are not set. */
export const generatedSettings = [
  'BASIC_KEY',
  'V1_KEY',
  'KIT_KEY',
  'LICENSE_KEY',
  'ORDER_KEY',
  'WEBHOOK_SECRET',
  'MANAGEMENT_TOKEN',
  'SECRET_KEY',
] as const

export type GeneratedSetting = (typeof generatedSettings)[number]
export type GeneratedSecrets = Readonly<Partial<Record<GeneratedSetting, string>>>

export interface StoredSecrets {
  readonly secrets: GeneratedSecrets
  readonly path: string
  readonly generatedNow: readonly GeneratedSetting[]
}

/**
 * The secrets kept in a folder (secrets.json, mode 600), with those that are wanted and not there
 * yet made and added. Their names go to the log, never their values. Throws SettingError when the
 * secrets or their database got lost, FolderInUseError when another process has the folder.
 */
export function ensureSecrets(
  folder: DataFolder,
  wanted: readonly GeneratedSetting[],
): StoredSecrets {
  // Of two processes that start at once the second must not replace what the first has made.
  const unlock = lockFolder(folder.postgres)
  try {
    refuseLostDatabase(folder)
    return addMissing(folder, wanted)
  } finally {
    unlock()
  }
}

function addMissing(folder: DataFolder, wanted: readonly GeneratedSetting[]): StoredSecrets {
  const { secrets: path } = folder
  const found = readStored(path)
  const stored = found ?? {}
  const generatedNow = wanted.filter((setting) => stored[setting] === undefined)
  if (generatedNow.length === 0) return { secrets: stored, path, generatedNow }
  // A later version may want a key more; but never another secret key for the same data.
  if (found === undefined || generatedNow.includes('SECRET_KEY')) refuseLostSecrets(folder)
  const generated = Object.fromEntries(
    generatedNow.map((setting) => [setting, generateSecret(setting)]),
  )
  const secrets: GeneratedSecrets = { ...stored, ...generated }
  if (!existsSync(clusterIn(folder.postgres))) beginFirstStart(folder.postgres)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  replaceFile(path, `${JSON.stringify(secrets, null, 2)}\n`)
  return { secrets, path, generatedNow }
}

// Whole or not at all: a process that ends while it writes must not leave half of the only copy.
function replaceFile(path: string, content: string): void {
  const next = `${path}.${process.pid}`
  writeFileSync(next, content, { mode: 0o600, flush: true })
  renameSync(next, path)
}

function readStored(path: string): GeneratedSecrets | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as GeneratedSecrets
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new SettingError(`DATA_DIR holds secrets that cannot be read (${path}).`, {
      cause: error,
    })
  }
}

function generateSecret(setting: GeneratedSetting): string {
  if (setting === 'SECRET_KEY') return randomBytes(32).toString('base64')
  if (setting === 'WEBHOOK_SECRET') return newWebhookSecret()
  return randomBytes(16).toString('hex')
}
