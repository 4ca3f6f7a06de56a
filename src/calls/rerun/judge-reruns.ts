import type { Vault } from '../../crypto/vault.ts'
import type { Database } from '../../db/database.ts'
import { releasedOf } from '../../db/instance/released.ts'
import { laterSuccesses } from '../../db/message/later-successes.ts'
import type { ShortMessage } from '../../db/message/short-messages.ts'
import type { Address } from '../../domain/address.ts'
import { type SaidCall, isSuperseded, laterActivities, wordsOf } from '../../domain/rerun/said.ts'
import type { SkipReason } from '../../domain/rerun/skips.ts'
import { saidCall } from './said-call.ts'
import { placeOf } from './stored-call.ts'

/** What kept calls are judged with. */
export interface Judging {
  readonly db: Database
  readonly vault: Vault
  readonly addresses: ReadonlyMap<string, Address>
}

/** What is to become of a kept call: run again, or passed over for a reason. */
export interface Judged {
  readonly row: ShortMessage
  readonly reason: SkipReason | undefined
  /** What it says, where that is known: a repeat has the same. */
  readonly words: string | undefined
}

/** Judges a few kept calls by what is known now, in their order. */
export async function judgeReruns(
  rows: readonly ShortMessage[],
  judging: Judging,
): Promise<readonly Judged[]> {
  const { db, addresses } = judging
  const plain = rows.map((row) => ({ row, reason: reasonOf(row, addresses) }))
  const open = plain.flatMap(({ row, reason }) => (reason === undefined ? [row] : []))
  const [released, superseded] = await Promise.all([
    releasedOf(
      db,
      open.flatMap(({ instance_id: id }) => id ?? []),
    ),
    supersededOf(open, judging),
  ])
  return plain.map(({ row, reason }) => {
    const said = reason === undefined ? saidBy(row, judging) : undefined
    const words = said && wordsOf(said)
    if (reason !== undefined) return { row, reason, words }
    if (released.has(row.instance_id ?? '')) return { row, reason: 'released', words }
    return { row, reason: superseded.has(row.id) ? 'superseded' : undefined, words }
  })
}

/** What a message says by itself. */
function reasonOf(row: ShortMessage, addresses: Judging['addresses']): SkipReason | undefined {
  const place = placeOf(row, addresses)
  if (place === 'not_verified') return place
  if (row.test) return 'test'
  if (row.rerun_of !== null) return 'rerun'
  if (row.result_code === '000000') return 'succeeded'
  return typeof place === 'string' ? place : undefined
}

async function supersededOf(
  rows: readonly ShortMessage[],
  judging: Judging,
): Promise<ReadonlySet<string>> {
  const asked = rows.flatMap((row) =>
    row.activity === null ? [] : [{ row, activities: laterActivities(row.activity) }],
  )
  const calls = new Map(rows.map((row) => [row.id, saidBy(row, judging)]))
  const later = await laterSuccesses(judging.db, asked)
  const found = later.filter(({ of, success, cameLater }) => {
    const call = calls.get(of)
    const said = saidBy(success, judging)
    return call !== undefined && said !== undefined && isSuperseded(call, said, cameLater)
  })
  return new Set(found.map(({ of }) => of))
}

// Addresses of one site share their orders.
function saidBy(row: ShortMessage, { addresses, vault }: Judging): SaidCall | undefined {
  return saidCall(row, addresses.get(row.address)?.site ?? '', vault)
}
