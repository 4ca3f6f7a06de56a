import { consolePublicKey, publicKeyFingerprint } from '../crypto/public-key.ts'
import type { ManagementHandler } from './context.ts'

/** The public key of every address for the seller console, and which private keys are accepted. */
export const listKitPublicKeys: ManagementHandler<'listKitPublicKeys'> = async (
  _request,
  context,
) => {
  const { kitKeys } = context.services
  const items = [...context.addresses.keys()].map(async (address) => {
    const keys = await kitKeys.keysOf(address)
    const [current] = keys
    const accepted = keys.map(publicKeyFingerprint)
    const publicKey = current === undefined ? null : consolePublicKey(current)
    return { address, publicKey, fingerprint: accepted[0] ?? null, accepted }
  })
  return { items: await Promise.all(items), nextCursor: null }
}
