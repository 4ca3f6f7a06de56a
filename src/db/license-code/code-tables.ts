import type { CodeStatus } from '../../domain/license/code.ts'

/** What the store said of a code last; known by the id of its license, a keyed hash. */
export interface LicenseCodeTable {
  license_id: string
  activated_at: Date | null
  code_status: CodeStatus | null
  code_expire_time: Date | null
  /** When it said so. */
  asked_at: Date | null
  lease_until: Date | null
  next_ask_at: Date
  /** Why the store did not answer when it was asked last, if it did not. */
  ask_failure: string | null
}

/** A client that used a code on a day, or how many did. */
export interface LicenseCodeClientTable {
  license_id: string
  /** `2026-11-26`, of Beijing. */
  day: string
  /** '' for a number. */
  client_hash: string
  client: Uint8Array | null
  active_clients: number | null
  /** When it is to be reported; null once that is done. */
  next_at: Date | null
  refused_code: string | null
}
