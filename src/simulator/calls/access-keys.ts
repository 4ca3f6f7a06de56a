import { randomBytes } from 'node:crypto'

/** The store's interface types, and the Key of V1; the store forbids one key for two types. */
export type KeyType = 'basic' | 'v1' | 'kit' | 'license' | 'order'

/** One access key (访问密钥) for each interface type, and the Key (Key值) of V1. */
export type AccessKeys = Readonly<Record<KeyType, string>>

/** New keys, all different. The documents show none; 32 hex digits here. */
export function makeAccessKeys(): AccessKeys {
  const make = () => randomBytes(16).toString('hex')
  return { basic: make(), v1: make(), kit: make(), license: make(), order: make() }
}
