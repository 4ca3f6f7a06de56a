import type { AccessKeys, KeyType } from '../simulator/calls/access-keys.ts'
import type { Generation } from '../simulator/calls/calls.ts'
import { generations } from '../simulator/calls/debug-cases.ts'
import { endpointOf } from '../simulator/calls/endpoints.ts'
import { wrongUse } from './wrong-use.ts'

/** The keys that are known, by interface type; `v1` is the Key of SaaS V1, License B and kit V1. */
export type SellerKeys = Partial<AccessKeys>

/** The names of the keys, as they are typed. */
export const keyTypes = [
  'basic',
  'v1',
  'kit',
  'license',
  'order',
] as const satisfies readonly KeyType[]

/** The key that opens a generation. Throws WrongUse if it is not known. */
export function keyOf(keys: SellerKeys, generation: Generation): string {
  const { keyType } = endpointOf(generation)
  const key = keys[keyType]
  if (key !== undefined) return key
  throw wrongUse(
    `${generation} is opened by the key "${keyType}", which is not given: --key ${keyType}=...`,
    `${generation} 使用密钥“${keyType}”，但没有给出：--key ${keyType}=...`,
  )
}

/**
 * The generations that are judged if none is named: one for each key, the newest that it opens (`basic`
 * SaaS V2, `v1` SaaS V1), and those that have an address of their own.
 */
export function usualGenerations(
  keys: SellerKeys,
  addressed: readonly Generation[] = [],
): readonly Generation[] {
  const newest = keyTypes
    .filter((type) => keys[type] !== undefined)
    .map((type) => generations.find((one) => endpointOf(one).keyType === type))
  return generations.filter((one) => newest.includes(one) || addressed.includes(one))
}

/** Where keys are looked for: flags (`basic=…`), a file's text, and the environment. */
export interface KeySources {
  readonly flags?: readonly string[]
  readonly file?: { readonly name: string; readonly text: string }
  readonly env?: Readonly<Record<string, string | undefined>>
}

/**
 * Reads the keys; a flag goes before the file, and the file before the environment
 * (`KOOGATE_KEY_BASIC` …). Throws WrongUse, which never shows a key.
 */
export function readKeys({ flags = [], file, env = {} }: KeySources): SellerKeys {
  const keys = {
    ...keysOf(keyTypes.map((type) => [type, env[`KOOGATE_KEY_${type.toUpperCase()}`]])),
    ...(file && keysInFile(file)),
    ...keysOf(flags.map(readFlag)),
  }
  if (Object.keys(keys).length > 0) return keys
  throw wrongUse(
    `no key is given: --key TYPE=KEY, --keys FILE, or KOOGATE_KEY_BASIC in the environment (types: ${keyTypes.join(', ')})`,
    `没有给出密钥：--key 类型=密钥、--keys 文件，或环境变量 KOOGATE_KEY_BASIC（类型：${keyTypes.join('、')}）`,
  )
}

type Named = readonly [type: KeyType, key: string | undefined]

function keysOf(named: readonly Named[]): SellerKeys {
  const given = named.filter(([, key]) => key !== undefined && key !== '')
  return Object.fromEntries(given)
}

function readFlag(flag: string): Named {
  const [name = '', ...rest] = flag.split('=')
  const type = keyTypes.find((one) => one === name)
  const key = rest.join('=')
  if (type !== undefined && key !== '') return [type, key]
  throw wrongUse(
    `--key is TYPE=KEY, and TYPE is one of ${keyTypes.join(', ')}`,
    `--key 的形式为 类型=密钥，类型为 ${keyTypes.join('、')} 之一`,
  )
}

// The lines of an .env file, or JSON: {"basic": "…"}.
function keysInFile({ name, text }: { readonly name: string; readonly text: string }): SellerKeys {
  const entries = /^\s*\{/.test(text) ? jsonEntries(name, text) : lineEntries(name, text)
  return keysOf(
    entries.map(([word, key]) => {
      const type = keyTypes.find((one) => one === word.toLowerCase().replace(/^koogate_key_/, ''))
      if (type !== undefined) return [type, key]
      throw wrongUse(
        `${name}: "${word}" is not the name of a key; they are ${keyTypes.join(', ')}`,
        `${name}：“${word}”不是密钥名称；可用的名称为 ${keyTypes.join('、')}`,
      )
    }),
  )
}

function jsonEntries(name: string, text: string): readonly (readonly [string, string])[] {
  try {
    const value: unknown = JSON.parse(text)
    const entries: readonly (readonly [string, unknown])[] = Object.entries(Object(value))
    return entries.map(([word, key]) => [word, typeof key === 'string' ? key : ''] as const)
  } catch (cause) {
    // What the parser says may show a part of a key.
    throw wrongUse(`${name} is not JSON`, `${name} 不是合法的 JSON`, { cause })
  }
}

function lineEntries(name: string, text: string): readonly (readonly [string, string])[] {
  const lines = text.split(/\r?\n/).map((line, at) => [line.trim(), at + 1] as const)
  return lines
    .filter(([line]) => line !== '' && !line.startsWith('#'))
    .map(([line, number]) => {
      const [, word, key] =
        /^(?:export\s+)?([A-Za-z0-9_]+)\s*[=:]\s*["']?(.*?)["']?$/.exec(line) ?? []
      if (word !== undefined && key !== undefined) return [word, key] as const
      throw wrongUse(`${name}:${number} is not NAME=KEY`, `${name}:${number} 不是“名称=密钥”的形式`)
    })
}
