import { readFile, rename, writeFile } from 'node:fs/promises'
import { isObject } from '../calls/answer.ts'
import { ActionRefused } from './refused.ts'
import { edition, type StoreData } from './store-data.ts'

/** Reads a store from a file; undefined where there is none. Refuses one of another edition. */
export async function readStore(file: string): Promise<StoreData | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new ActionRefused(
      `The store cannot be read from ${file}: ${codeOf(error)}.`,
      `无法从 ${file} 读取云商店数据：${codeOf(error)}。`,
    )
  })
  return text === undefined ? undefined : parseStore(text, file)
}

/** Reads a store from JSON; `name` says in a refusal where it is from. */
function parseStore(text: string, name: string): StoreData {
  const value = parsed(text)
  const own = isObject(value) ? value['edition'] : undefined
  // The edition vouches for the rest: nobody else writes it.
  if (own === edition) return value as StoreData
  const found = typeof own === 'string' ? `"${own}"` : 'no edition'
  throw new ActionRefused(
    `${name} is not a store of this edition: it has ${found}, and "${edition}" is read here. Move it away to begin anew.`,
    `${name} 不是当前版本的云商店数据：文件版本为 ${found}，此处只读取“${edition}”。请移走该文件后重新开始。`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Writes a store whole or not at all, beside the file and then in its place; only its owner reads it, since
 * it holds keys.
 */
export async function writeStore(file: string, data: StoreData): Promise<void> {
  const beside = `${file}.new`
  try {
    await writeFile(beside, JSON.stringify(data), { mode: 0o600 })
    await rename(beside, file)
  } catch (error) {
    throw new ActionRefused(
      `The store cannot be written to ${file}: ${codeOf(error)}.`,
      `无法将云商店数据写入 ${file}：${codeOf(error)}。`,
    )
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
