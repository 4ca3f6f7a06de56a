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
  const plain = rows.map((row) => ({ row, reason: reasonOf(row, judging.addresses) }))
  const open = plain.flatMap(({ row, reason }) => (reason === undefined ? [row] : []))
  const said = saidByEach(open, judging)
  const [released, superseded] = await Promise.all([
    releasedOf(
      judging.db,
      open.flatMap(({ instance_id: id }) => id ?? []),
    ),
    supersededOf(open, said, judging),
  ])
  return plain.map(({ row, reason }) => {
    const call = said.get(row.id)
    const words = call && wordsOf(call)
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

/** What calls say, by the ids of their messages. */
type Said = ReadonlyMap<string, SaidCall | undefined>

async function supersededOf(
  rows: readonly ShortMessage[],
  said: Said,
  judging: Judging,
): Promise<ReadonlySet<string>> {
  const asked = rows.flatMap((row) =>
    row.activity === null ? [] : [{ row, activities: laterActivities(row.activity) }],
  )
  const later = await laterSuccesses(judging.db, asked)
  const saidLater = saidByEach(new Set(later.map(({ success }) => success)), judging)
  const found = later.filter(({ of, success, cameLater }) => {
    const [call, after] = [said.get(of), saidLater.get(success.id)]
    return call !== undefined && after !== undefined && isSuperseded(call, after, cameLater)
  })
  return new Set(found.map(({ of }) => of))
}

// Each is decrypted and parsed once, however many it is held against.
function saidByEach(rows: Iterable<ShortMessage>, { addresses, vault }: Judging): Said {
  // Addresses of one site share their orders.
  const siteOf = ({ address }: ShortMessage) => addresses.get(address)?.site ?? ''
  return new Map([...rows].map((row) => [row.id, saidCall(row, siteOf(row), vault)]))
}
