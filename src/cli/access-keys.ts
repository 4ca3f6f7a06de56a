import { parseEnv } from 'node:util'
import type { AccessKeys, KeyType } from '../simulator/calls/access-keys.ts'
import { wrongUse } from './failure.ts'
import { readTextFile } from './read-input.ts'

/** Where the keys of a seller come from; the first that has one for an interface type counts. */
export interface KeyOptions {
  /** `<key>`, or `<type>=<key>` for one interface type. */
  readonly key?: readonly string[]
  readonly keyFile?: string
}

type Environment = Readonly<Record<string, string | undefined>>

const keyTypes = ['basic', 'v1', 'kit', 'license', 'order'] as const satisfies (keyof AccessKeys)[]

/** The keys of a seller by interface type, the current one first; empty where none is given. */
export type GivenKeys = Readonly<Record<KeyType, readonly string[]>>

/**
 * The keys of the options, of the file, and of the environment (`KOOGATE_BASIC_KEY` and its like, as the
 * service reads them). Throws Failure for what cannot be read.
 */
export function readAccessKeys(options: KeyOptions, env: Environment): GivenKeys {
  const sources = [...keysOfOptions(options), ...keysOfFile(options.keyFile), keysIn(env)]
  const ofType = (type: KeyType) => sources.find((source) => source[type]?.length)?.[type] ?? []
  return {
    basic: ofType('basic'),
    v1: ofType('v1'),
    kit: ofType('kit'),
    license: ofType('license'),
    order: ofType('order'),
  }
}

/** The current key of each interface type that has one. */
export function currentKeys(keys: GivenKeys): Partial<AccessKeys> {
  return keysAt(0, keys)
}

/** The one before it, of each interface type whose key is being changed. */
export function formerKeys(keys: GivenKeys): Partial<AccessKeys> {
  return keysAt(1, keys)
}

function keysAt(place: 0 | 1, keys: GivenKeys): Partial<AccessKeys> {
  const found = Object.entries(keys).map(([type, list]) => [type, list[place]] as const)
  return Object.fromEntries(found.filter(([, key]) => key !== undefined))
}

/** What a source has; a key without a type serves every interface type. */
type Source = Partial<Record<KeyType, readonly string[]>>

function keysOfOptions({ key = [] }: KeyOptions): readonly Source[] {
  return key.map((text) => {
    const [, type, value] = /^(basic|v1|kit|license|order)=(.+)$/.exec(text) ?? []
    return type === undefined ? everyType(text) : { [type]: [value ?? ''] }
  })
}

function everyType(key: string): Source {
  return Object.fromEntries(keyTypes.map((type) => [type, [key]]))
}

function keysOfFile(path: string | undefined): readonly Source[] {
  if (path === undefined) return []
  const text = readTextFile(path, '--key-file').trim()
  const settings = /^[{[]/.test(text) ? jsonIn(text, path) : parseEnv(text)
  const named = keysIn(settings)
  if (Object.keys(named).length > 0) return [named]
  if (text !== '' && !/[\s=]/.test(text)) return [everyType(text)]
  throw wrongUse(
    `There is no key in ${path}: it holds one key alone, lines such as KOOGATE_BASIC_KEY=…, or the JSON that Koogate keeps (secrets.json).`,
    `${path} 中没有密钥：文件应只含一个密钥，或 KOOGATE_BASIC_KEY=… 这样的行，或 Koogate 保存的 JSON（secrets.json）。`,
  )
}

// KOOGATE_BASIC_KEY of the settings, BASIC_KEY of what the first start made, basic for short; a comma
// stands between a key and the one before it.
function keysIn(settings: Readonly<Record<string, unknown>>): Source {
  const listOf = (type: KeyType) => {
    const name = `${type.toUpperCase()}_KEY`
    const value = settings[`KOOGATE_${name}`] ?? settings[name]
    const texts = typeof value === 'string' ? value.split(',') : []
    return texts.map((text) => text.trim()).filter(Boolean)
  }
  const all = keyTypes.map((type) => [type, listOf(type)] as const)
  return Object.fromEntries(all.filter(([, list]) => list.length > 0))
}

function jsonIn(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(text) as object) }
  } catch (cause) {
    throw wrongUse(`The file of keys ${path} is not JSON.`, `密钥文件 ${path} 不是 JSON。`, {
      cause,
    })
  }
}
