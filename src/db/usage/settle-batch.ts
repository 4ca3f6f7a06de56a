import { sql } from 'kysely'
import type { WindowFate } from '../../domain/usage/window-fate.ts'
import type { Streak } from '../../domain/usage/streak.ts'
import type { Database } from '../database.ts'
import type { UsageBatchTable } from './usage-tables.ts'

/** What is kept of a push that was answered, or was not. */
export type BatchEnd = Pick<UsageBatchTable, 'id' | 'state' | 'http' | 'code' | 'message'> & {
  readonly answered_at: Date
}

/**
 * Writes what becomes of the windows of a push, as far as they are still its own: after its lease
 * another one may have them. Returns the ids of those.
 */
export async function settleWindows(
  transaction: Database,
  { id, ...end }: BatchEnd,
  fates: readonly WindowFate[],
): Promise<ReadonlySet<string>> {
  await transaction.updateTable('usage_batches').set(end).where('id', '=', id).execute()
  const { rows } = await sql<{ metering_sn: string }>`
    update usage_windows w set state = f.state, code = f.code, reason = f.reason,
      next_at = f."nextAt", uncertain = f.uncertain, doubted = f.doubted, part = f.part,
      updated_at = ${end.answered_at}
    from json_to_recordset(${JSON.stringify(fates)}::json) as f ("meteringSn" uuid, state text,
      code text, reason text, "nextAt" timestamptz, uncertain boolean, doubted boolean, part uuid)
    where w.metering_sn = f."meteringSn" and w.batch_id = ${id} and w.state = 'sending'
    returning w.metering_sn`.execute(transaction)
  return new Set(rows.map(({ metering_sn }) => metering_sn))
}

/** A window whose fate other answers have decided. */
export interface DecidedWindow {
  readonly meteringSn: string
  readonly instanceId: string
  readonly site: string
  readonly signer: string
  readonly test: boolean
  readonly records: number
  readonly value: string
  /** An attempt had no answer: the store may have taken it. */
  readonly uncertain: boolean
  readonly code: string | null
  readonly reason: string | null
}

/** Whose windows are meant. */
export interface Signer {
  readonly site: string
  readonly signer: string
  readonly now: Date
}

/** Parks what was refused alone, but for what was with this code: other answers have shown that the call was right. */
export async function parkDoubted(
  transaction: Database,
  { site, signer, now }: Signer,
  code: string | null,
): Promise<DecidedWindow[]> {
  const { rows } = await sql<DecidedWindow>`
    update usage_windows set state = 'parked', doubted = false, next_at = null, updated_at = ${now}
    where site = ${site} and signer = ${signer} and state = 'held' and doubted
      and code is distinct from ${code}
    returning metering_sn as "meteringSn", instance_id as "instanceId", site, signer, test, records,
      value::text, uncertain, code, reason`.execute(transaction)
  return rows
}

/** Makes due again at a time what a streak has held or parked: it was not to blame. */
export async function absolve(
  transaction: Database,
  { site, signer, now }: Signer,
  { code, since, again }: Streak & { readonly again: Date },
): Promise<void> {
  await sql`
    update usage_windows set state = 'ready', doubted = false, next_at = ${again}, part = null,
      updated_at = ${now}
    where site = ${site} and signer = ${signer} and state in ('held', 'parked') and code = ${code}
      and updated_at >= ${since}`.execute(transaction)
}
