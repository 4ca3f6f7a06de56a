import type { AccessKeys, KeyType } from '../simulator/calls/access-keys.ts'
import { type Generation, generations } from './generations.ts'
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
