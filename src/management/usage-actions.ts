import type { ManagementSchemas } from '../contract/index.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import { endPauses } from '../db/usage/holds.ts'
import { inTransaction } from '../db/transaction.ts'
import {
  type Change,
  type ChangeStep,
  type Changed,
  type Selected,
  changeSelected,
  countSelected,
} from '../db/usage/select-windows.ts'
import type { WindowFilter } from '../db/usage/windows.ts'
import { subjectOf } from '../domain/subject.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { sumOf } from '../events/told-usage.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { faultyRequest, inBody } from './problem.ts'

type Selection = ManagementSchemas['SelectUsageWindows']
type SelectedUsage = ManagementSchemas['SelectedUsage']

const atOnce = 1_000
const firstId = '00000000-0000-0000-0000-000000000000'

/** Has pushed again what was held or parked, or counts it. */
export const retryUsage: ManagementHandler<'retryUsage'> = ({ body }, { services }) =>
  select(body, { kind: 'retry' }, services)

/** Takes back what the store has not taken, or counts it. */
export const voidUsage: ManagementHandler<'voidUsage'> = ({ body }, { services }) =>
  select(body, { kind: 'void', evenUncertain: body.uncertain ?? false }, services)

async function select(
  body: Selection,
  change: Change,
  services: ManagementServices,
): Promise<SelectedUsage> {
  const filter = filterOf(body)
  const { db } = services
  const counted = await countSelected(db, filter, change)
  const skippedBy = counted.filter(({ may }) => !may).map((one) => skipped(one, change))
  const left = { skipped: sum(skippedBy.map(({ windows }) => windows)), skippedBy }
  if (body.dryRun === true) return { ...totalOf(counted), ...left, dryRun: true }
  return { ...(await changeAll(filter, change, services)), ...left, dryRun: false }
}

function totalOf(counted: readonly Selected[]) {
  const chosen = counted.filter(({ may }) => may)
  return {
    windows: sum(chosen.map(({ windows }) => windows)),
    records: sum(chosen.map(({ records }) => records)),
    value: sumOf(chosen),
  }
}

type Skipped = SelectedUsage['skippedBy'][number]

function skipped({ state, windows }: Selected, { kind }: Change): Skipped {
  const isOver = state === 'taken' || state === 'expired' || state === 'void'
  if (isOver || state === 'sending') return { reason: state, windows }
  // What could be taken back but for its attempts may be with the store already.
  return { reason: kind === 'retry' ? 'open' : 'uncertain', windows }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function filterOf({
  dryRun: _counted,
  uncertain: _too,
  from,
  until,
  ...named
}: Selection): WindowFilter {
  const filter = { ...named, from: parseDateTime(from ?? ''), until: parseDateTime(until ?? '') }
  // A slip must not be about everything.
  if (Object.values(filter).every((value) => value === undefined)) {
    throw faultyRequest([inBody('body', 'must say which usage records, or since when')])
  }
  return filter
}

// In batches, so that none is locked for long; one that is broken off is asked for again.
async function changeAll(filter: WindowFilter, change: Change, services: ManagementServices) {
  const { db, now, newEvents } = services
  const at = now()
  const done = { windows: 0, records: 0, value: '0' }
  for (let after = firstId, isMore = true; isMore;) {
    const step = { change, now: at, after, limit: atOnce }
    const batch =
      done.windows === 0
        ? await changeFirst(filter, step, services)
        : await changeSelected(db, filter, step)
    after = batch.at(-1)?.meteringSn ?? after
    done.windows += batch.length
    done.records += batch.reduce((sum, one) => sum + one.records, 0)
    done.value = sumOf([done, ...batch])
    if (change.kind === 'retry') await endPauses(db, batch)
    isMore = batch.length === atOnce
  }
  newEvents.emit('usage')
  return done
}

// One entry for all batches, with the first that changes anything.
function changeFirst(
  filter: WindowFilter,
  step: ChangeStep,
  { db, audit }: ManagementServices,
): Promise<Changed[]> {
  const about = filter.meteringSn ?? filter.instanceId ?? filter.address ?? 'all'
  return inTransaction(db, async (transaction) => {
    const batch = await changeSelected(transaction, filter, step)
    if (batch.length > 0) await insertAudit(transaction, audit([subjectOf('usage', about)]))
    return batch
  })
}
