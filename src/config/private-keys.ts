import type { KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generatePrivateKey, readPrivateKey } from '../crypto/public-key.ts'
import { SettingError } from './setting-error.ts'

/** Reads the RSA keys of an address from their files. Throws SettingError, naming what is wrong. */
export function readPrivateKeys(address: string, files: readonly string[]): KeyObject[] {
  return files.map((file) => {
    const setting = `KOOGATE_KIT_PRIVATE_KEY_FILE of address ${address}`
    const pem = contentOf(file, setting)
    try {
      return readPrivateKey(pem)
    } catch (error) {
      throw new SettingError(`${setting}: ${file} ${messageOf(error)}.`, { cause: error })
    }
  })
}

function contentOf(file: string, setting: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new SettingError(`${setting}: ${file} cannot be read (${code}).`, { cause: error })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** A private key that was made here and is kept in a file. */
export interface StoredPrivateKey {
  readonly key: KeyObject
  readonly path: string
  readonly generatedNow: boolean
}

/**
 * The key kept in a folder (kit-private-key.pem, mode 600), made if there is none, which takes up
 * to 1.5 s.
 */
export async function ensurePrivateKey(folder: string): Promise<StoredPrivateKey> {
  const path = join(folder, 'kit-private-key.pem')
  const stored = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  })
  if (stored !== undefined) return { key: readPrivateKey(stored), path, generatedNow: false }
  const pem = await generatePrivateKey()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Whole or not at all: a process that ends while it writes must not leave half of the only copy.
  const next = `${path}.${process.pid}`
  await writeFile(next, pem, { mode: 0o600, flush: true })
  await rename(next, path)
  return { key: readPrivateKey(pem), path, generatedNow: true }
}
