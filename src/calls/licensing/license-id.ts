import type { Vault } from '../../crypto/vault.ts'
import type { LicenseFamily } from '../../domain/license/license.ts'

/** Where a license counts: the same ids elsewhere are another license, and test is never real. */
export interface LicenseScope {
  readonly address: string
  readonly family: LicenseFamily
  readonly test: boolean
}

/**
 * Koogate's id of a license, 32 hex digits: the keyed hash of what tells a repeat (A: event and
 * fingerprint, B: order, C: code). So a repeat finds it by its key, and no code is told by it.
 */
export function licenseIdOf(scope: LicenseScope, ids: readonly string[], vault: Vault): string {
  const { address, family, test } = scope
  return vault.hash(JSON.stringify([address, family, test, ...ids]))
}
