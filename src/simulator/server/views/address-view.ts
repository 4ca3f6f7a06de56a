import type { SimulatorSchemas } from '../../../contract/index.ts'
import { fingerprint } from '../../../crypto/fingerprint.ts'
import type { KeyType } from '../../calls/access-keys.ts'
import type { AccessKey, ProductionAddress, StoreData, Warning } from '../../state/index.ts'
import { addressWarnings, sharedWarnings } from '../../state/index.ts'

/** An address with the fingerprints of its keys, and what the console warns of as it is now. */
export function addressView(
  data: StoreData,
  { id, origin, keys }: ProductionAddress,
): SimulatorSchemas['StoreAddress'] {
  const bound = Object.entries(keys) as [KeyType, string][]
  const shared = bound.flatMap(([type, key]) => sharedWarnings(data, type, key))
  return {
    ...{ id, origin },
    keys: bound.flatMap(([type, keyId]) => {
      const key = data.keys[keyId]
      return key === undefined ? [] : [keyView(type, key)]
    }),
    warnings: textsOf([...addressWarnings(origin), ...shared]),
  }
}

/** A key without its secret. */
export function keyView(type: KeyType, { id, secret }: AccessKey): SimulatorSchemas['BoundKey'] {
  return { type, keyId: id, fingerprint: fingerprint(secret) }
}

/** The words of warnings, each once. */
export function textsOf(warnings: readonly Warning[]): SimulatorSchemas['Text'][] {
  return [...new Map(warnings.map(({ text }) => [text.en, text])).values()]
}
