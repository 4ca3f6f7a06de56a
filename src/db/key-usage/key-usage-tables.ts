export interface KeyUsageTable {
  address: string
  interface_type: string
  fingerprint: string
  last_used_at: Date
}
