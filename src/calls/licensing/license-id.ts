import type { Vault } from '../../crypto/vault.ts'
import { type Origin, scopeOf } from '../../domain/scope.ts'
import type { LicenseFamily } from '../../domain/license/license.ts'

/** The call that a license is of; where its ids count is told by it (domain/scope.ts). */
export interface LicenseScope extends Origin {
  readonly family: LicenseFamily
}

/**
 * Koogate's id of a license, 32 hex digits: the keyed hash of what tells a repeat (A: event and
 * fingerprint, B: order, C: code). So a repeat finds it by its key, and no code is told by it.
 */
export function licenseIdOf(scope: LicenseScope, ids: readonly string[], vault: Vault): string {
  const { site, testAddress } = scopeOf(scope)
  return vault.hash(JSON.stringify([site, scope.family, testAddress, ...ids]))
}
