export interface ClaimTable {
  address: string
  family: string
  test: boolean
  activity: string
  claim_key: string
  instance_id: string | null
  claimed_at: Date
}
