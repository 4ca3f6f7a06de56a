import type { ManagementSchemas } from '../contract/index.ts'
import { fingerprint } from '../crypto/fingerprint.ts'
import { type KeyUsage, listKeyUsages } from '../db/key-usage/key-usages.ts'
import { type Address, type InterfaceType, interfaceTypes } from '../domain/address.ts'
import type { ManagementHandler } from './context.ts'

type AcceptedKeys = ManagementSchemas['AcceptedKeys']

/** The accepted keys of every address and interface type, by fingerprint, and when each was last used. */
export const listKeys: ManagementHandler<'listKeys'> = async (_request, context) => {
  await context.saveNoted()
  const uses = await listKeyUsages(context.services.db)
  const items = [...context.addresses.values()].flatMap((address) =>
    interfaceTypes.map((type) => viewKeys(address, type, uses)),
  )
  return { items, nextCursor: null }
}

function viewKeys(
  { name, keys }: Address,
  interfaceType: InterfaceType,
  uses: readonly KeyUsage[],
): AcceptedKeys {
  const ofType = uses.filter((use) => use.address === name && use.interface_type === interfaceType)
  const accepted = keys[interfaceType].map((key, index) => {
    const print = fingerprint(key)
    const use = ofType.find((one) => one.fingerprint === print)
    return {
      fingerprint: print,
      current: index === 0,
      lastUsedAt: use?.last_used_at.toISOString() ?? null,
    }
  })
  return { address: name, interfaceType, accepted: accepted.length, keys: accepted }
}
