export interface ClaimTable {
  site: string
  kind: string
  test_address: string
  activity: string
  claim_key: string
  instance_id: string | null
  claimed_at: Date
}
