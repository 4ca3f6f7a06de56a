/** An Idempotency-Key, and what its request came to. */
export interface IdempotencyTable {
  hash: string
  request_hash: string
  /** Encrypted; none while the request is under way. */
  answer: Uint8Array | null
  lease_until: Date
  created_at: Date
}
