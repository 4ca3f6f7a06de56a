import type { Database } from '../database.ts'

/** A claim that a call makes: its scope, its activity and the ids that tell a repeat. */
export interface ClaimKey {
  readonly address: string
  readonly family: string
  readonly test: boolean
  readonly activity: string
  readonly claimKey: string
}

/** Whether a call with this claim was answered before. */
export async function isClaimed(db: Database, claim: ClaimKey): Promise<boolean> {
  const row = await db
    .selectFrom('claims')
    .select('claim_key')
    .where('address', '=', claim.address)
    .where('family', '=', claim.family)
    .where('test', '=', claim.test)
    .where('activity', '=', claim.activity)
    .where('claim_key', '=', claim.claimKey)
    .executeTakeFirst()
  return row !== undefined
}
