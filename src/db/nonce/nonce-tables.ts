export interface NonceTable {
  hash: Uint8Array
  seen_at: Date
}
