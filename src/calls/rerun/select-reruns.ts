import { createHash } from 'node:crypto'
import type { MessageFilter } from '../../db/message/messages.ts'
import {
  type ScanPosition,
  type ShortMessage,
  scanMessages,
} from '../../db/message/short-messages.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type Skip, withSkip } from '../../domain/rerun/skips.ts'
import type { Services } from '../services.ts'
import { type Judging, judgeReruns } from './judge-reruns.ts'

/** What a filter comes to. */
export interface SelectedReruns {
  readonly matched: number
  /** False where more match, which were not counted. */
  readonly exact: boolean
  /** In the order in which they came. */
  readonly toRun: readonly ShortMessage[]
  readonly skipped: readonly Skip[]
}

const batchSize = 200

/**
 * Counts the kept calls of a filter, and says of each whether it is to be run: in batches, from the oldest,
 * until as many or so much time is over as the limits say.
 */
export async function selectReruns(
  filter: MessageFilter,
  judging: Judging,
  { limits }: Pick<Services, 'limits'>,
): Promise<SelectedReruns> {
  const end = performance.now() + limits.rerunCountMs
  const counted: Counted = { matched: 0, toRun: new Map(), skipped: [] }
  for (let after: ScanPosition | undefined; ;) {
    const batch = await scanUntil(end, { filter, after, atMost: limits.rerunsAtMost }, judging)
    if (batch === undefined) return selected(counted, false)
    const room = limits.rerunsAtMost - counted.matched
    await add(batch.slice(0, room), counted, judging)
    if (batch.length > room) return selected(counted, false)
    if (batch.length < batchSize) return selected(counted, true)
    after = batch.at(-1)
  }
}

interface Counted {
  matched: number
  /** By what they say. */
  readonly toRun: Map<string, ShortMessage>
  skipped: readonly Skip[]
}

interface Scan {
  readonly filter: MessageFilter
  readonly after: ScanPosition | undefined
  readonly atMost: number
}

// Undefined once the time is over, in the middle of a statement too: few rows may match of millions.
async function scanUntil(end: number, { filter, after }: Scan, { db }: Judging) {
  const restMs = Math.ceil(end - performance.now())
  if (restMs <= 0) return undefined
  const scan = (transaction: Judging['db']) =>
    scanMessages(transaction, filter, { after, limit: batchSize })
  try {
    return await inTransaction(db, scan, restMs)
  } catch (error) {
    if (performance.now() >= end) return undefined
    throw error
  }
}

// Of those that say the same the last one counts, and comes where it came.
async function add(
  batch: readonly ShortMessage[],
  counted: Counted,
  judging: Judging,
): Promise<void> {
  counted.matched += batch.length
  for (const { row, reason, words } of await judgeReruns(batch, judging)) {
    if (reason !== undefined) {
      counted.skipped = withSkip(counted.skipped, reason, row.id)
      continue
    }
    const key = words === undefined ? row.id : createHash('sha256').update(words).digest('base64')
    const same = counted.toRun.get(key)
    if (same !== undefined) counted.skipped = withSkip(counted.skipped, 'repeated', same.id)
    counted.toRun.delete(key)
    counted.toRun.set(key, { ...row, body: null })
  }
}

function selected({ matched, toRun, skipped }: Counted, exact: boolean): SelectedReruns {
  return { matched, exact, toRun: [...toRun.values()], skipped }
}
