import type { Scope } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { scopeColumns } from '../scope-columns.ts'

/** A claim that a call makes: its scope and kind, its activity and the ids that tell a repeat. */
export interface ClaimKey extends Scope {
  readonly kind: string
  readonly activity: string
  readonly claimKey: string
}

/** The ids of a claim in one text; no separator can stand in an id that was stored. */
export function claimKeyOf(ids: readonly string[]): string {
  return JSON.stringify(ids)
}

/** The columns that a claim is known by. */
export function claimColumns(claim: ClaimKey) {
  const { kind, activity, claimKey } = claim
  return { ...scopeColumns(claim), kind, activity, claim_key: claimKey }
}

/** Whether a call with this claim was answered before. */
export async function isClaimed(db: Database, claim: ClaimKey): Promise<boolean> {
  const row = await db
    .selectFrom('claims')
    .select('claim_key')
    .where((where) => where.and(claimColumns(claim)))
    .executeTakeFirst()
  return row !== undefined
}
