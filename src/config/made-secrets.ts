import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
 * yet made and added. Their names go to the log, never their values.
 */
export function keepSecrets(folder: string, wanted: readonly MadeSetting[]): KeptSecrets {
  const path = join(folder, 'secrets.json')
  const kept = readKept(path)
  const madeNow = wanted.filter((setting) => kept[setting] === undefined)
  if (madeNow.length === 0) return { secrets: kept, path, madeNow }
  const made = Object.fromEntries(madeNow.map((setting) => [setting, makeSecret(setting)]))
  const secrets: MadeSecrets = { ...kept, ...made }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  replaceFile(path, `${JSON.stringify(secrets, null, 2)}\n`)
  return { secrets, path, madeNow }
}

// Whole or not at all: a process that ends while it writes must not leave half of the only copy.
function replaceFile(path: string, content: string): void {
  const next = `${path}.${process.pid}`
  writeFileSync(next, content, { mode: 0o600, flush: true })
  renameSync(next, path)
}

function readKept(path: string): MadeSecrets {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as MadeSecrets
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
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
