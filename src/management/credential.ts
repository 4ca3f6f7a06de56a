import type { ManagementSchemas } from '../contract/index.ts'
import { consolePublicKey, publicKeyFingerprint } from '../crypto/public-key.ts'
import { listAddressCalls } from '../db/credential/address-calls.ts'
import {
  type TenantsOfKey,
  countCredentialUse,
  lastAddressOf,
} from '../db/credential/application-uses.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { type CredentialPlace, viewCredentialAddress } from './credential-address-view.ts'

type CredentialKey = ManagementSchemas['CredentialKey']

/** What an application credential needs in the seller centre, and who uses it. */
export const getCredential: ManagementHandler<'getCredential'> = async ({ path }, context) => {
  await context.saveNoted()
  const { appId } = path
  const { db } = context.services
  const [use, calls, places] = await Promise.all([
    countCredentialUse(db, appId),
    listAddressCalls(db),
    placesOf(appId, context),
  ])
  const seen = { ...use, calls, publicUrl: context.publicUrl }
  return {
    appId,
    tenants: use.tenants,
    keys: keysOf(use.keys, places),
    addresses: places.map((place) => viewCredentialAddress(place, seen)),
  }
}

async function placesOf(
  appId: string,
  { addresses, services }: ManagementContext,
): Promise<CredentialPlace[]> {
  const named = [...addresses.values()].filter(({ sso }) => sso?.appId === appId)
  const last = await lastAddressOf(services.db, appId)
  const standing = new Set(named.length > 0 ? named.map(({ name }) => name) : [last])
  const places = [...addresses.values()].map(async (address) => {
    const keys = await services.kitKeys.keysOf(address.name)
    const [current] = keys
    return {
      address,
      isCurrent: standing.has(address.name),
      publicKey: current === undefined ? null : consolePublicKey(current),
      fingerprints: keys.map(publicKeyFingerprint),
    }
  })
  return Promise.all(places)
}

/** The current pairs where the credential stands, or of all addresses, and those that its tenants use. */
function keysOf(
  used: readonly TenantsOfKey[],
  places: readonly CredentialPlace[],
): CredentialKey[] {
  const standing = places.filter(({ isCurrent }) => isCurrent)
  const where = standing.length === 0 ? places : standing
  const current = new Set(where.flatMap(({ fingerprints }) => fingerprints.slice(0, 1)))
  const accepted = new Set(places.flatMap(({ fingerprints }) => fingerprints))
  const all = new Set([...current, ...used.map(({ fingerprint }) => fingerprint)])
  return [...all].map((fingerprint) => ({
    fingerprint,
    current: fingerprint !== null && current.has(fingerprint),
    accepted: fingerprint !== null && accepted.has(fingerprint),
    tenants: used.find((one) => one.fingerprint === fingerprint)?.tenants ?? 0,
  }))
}
