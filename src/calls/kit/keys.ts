import type { KeyObject } from 'node:crypto'
import { type ClientSecretOpener, createClientSecretOpener } from '../../crypto/client-secret.ts'

/** The RSA keys of the kit, by address. */
export interface KitKeys {
  /** The private keys that an address accepts, the current one first; none if none is set. */
  keysOf(address: string): Promise<readonly KeyObject[]>
  /** Opens what was enciphered for one of them. */
  openerOf(address: string): Promise<ClientSecretOpener>
}

/**
 * The keys as set, by address. For an address that has none, `make` gives a pair when it is first
 * needed, one for all of them; what fails is tried again at the next need.
 */
export function createKitKeys(
  set: ReadonlyMap<string, readonly KeyObject[]>,
  make?: () => Promise<KeyObject>,
): KitKeys {
  const openers = new Map<string, ClientSecretOpener>()
  let made: Promise<readonly KeyObject[]> | undefined
  const madeOnce = (makeKey: () => Promise<KeyObject>) => {
    made ??= makeKey().then((key) => [key])
    made.catch(() => (made = undefined))
    return made
  }
  const keysOf = async (address: string) => {
    const keys = set.get(address) ?? []
    return keys.length > 0 || make === undefined ? keys : madeOnce(make)
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
