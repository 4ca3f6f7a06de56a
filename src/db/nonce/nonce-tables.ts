export interface NonceTable {
  address: string
  interface_type: string
  nonce: string
  seen_at: Date
}
