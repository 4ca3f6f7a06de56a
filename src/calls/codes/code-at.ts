import type { Vault } from '../../crypto/vault.ts'
import type { License } from '../../domain/license/license.ts'
import { licenseIdOf } from '../licensing/license-id.ts'

/** The account that sold codes, at one of its production addresses. */
export interface CodePlace {
  readonly site: string
  readonly address: string
}

/** A code and where it belongs. */
export interface CodeAt extends CodePlace {
  readonly code: string
  readonly licenseId: string
}

/** A real code of an account: the store knows no test call for it. */
export function codeAt(place: CodePlace, code: string, vault: Vault): CodeAt {
  return { ...place, code, licenseId: licenseIdOf({ ...place, ...kind }, [code], vault) }
}

const kind = { family: 'license-c', test: false } as const

/** What tells the license of a code from others. */
export function firstCallOf({ code, licenseId, site, address }: CodeAt) {
  return { ...kind, code, licenseId, site, address } satisfies Partial<License>
}
