import { randomBytes } from 'node:crypto'

/** The store's interface types; it forbids one access key for two of them. */
export const keyTypes = ['basic', 'kit', 'license', 'order'] as const
export type KeyType = (typeof keyTypes)[number]

/** One access key (访问密钥) for each interface type. */
export type AccessKeys = Readonly<Record<KeyType, string>>

/** New keys, all different. The documents show none; 32 hex digits here. */
export function makeAccessKeys(): AccessKeys {
  const make = () => randomBytes(16).toString('hex')
  return { basic: make(), kit: make(), license: make(), order: make() }
}
