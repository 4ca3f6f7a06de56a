import type { KeyObject } from 'node:crypto'
import { type ClientSecretOpener, createClientSecretOpener } from '../../crypto/client-secret.ts'

/** The RSA keys of the kit, by address. */
export interface KitKeys {
  /** The private keys that an address accepts, the current one first; none if none is set. */
  keysOf(address: string): Promise<readonly KeyObject[]>
  /** Opens what was encrypted for one of them. */
  openerOf(address: string): Promise<ClientSecretOpener>
}

/**
 * The keys as set, by address. For an address that has none, `generate` gives a pair when it is first
 * needed, one for all of them; what fails is tried again at the next need.
 */
export function createKitKeys(
  set: ReadonlyMap<string, readonly KeyObject[]>,
  generate?: () => Promise<KeyObject>,
): KitKeys {
  const openers = new Map<string, ClientSecretOpener>()
  let generated: Promise<readonly KeyObject[]> | undefined
  const generateOnce = (generateKey: () => Promise<KeyObject>) => {
    generated ??= generateKey().then((key) => [key])
    generated.catch(() => (generated = undefined))
    return generated
  }
  const keysOf = async (address: string) => {
    const keys = set.get(address) ?? []
    return keys.length > 0 || generate === undefined ? keys : generateOnce(generate)
  }
  return {
    keysOf,
    async openerOf(address) {
      const opener = openers.get(address) ?? createClientSecretOpener(await keysOf(address))
      openers.set(address, opener)
      return opener
    },
  }
}
