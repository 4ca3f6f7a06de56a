import { consolePublicKey, publicKeyFingerprint } from '../crypto/public-key.ts'
import type { Manage } from './context.ts'

/** The public key of every address for the seller console, and which private keys are accepted. */
export const listKitPublicKeys: Manage<'listKitPublicKeys'> = async (_request, desk) => {
  const { kitKeys } = desk.services
  const items = [...desk.addresses.keys()].map(async (address) => {
    const keys = await kitKeys.keysOf(address)
    const [current] = keys
    const accepted = keys.map(publicKeyFingerprint)
    const publicKey = current === undefined ? null : consolePublicKey(current)
    return { address, publicKey, fingerprint: accepted[0] ?? null, accepted }
  })
  return { items: await Promise.all(items), nextCursor: null }
}
