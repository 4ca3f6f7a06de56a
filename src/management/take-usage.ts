import { persistIn } from '../calls/persist.ts'
import { announce } from '../calls/announce.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import type { TakenRecords } from '../db/usage/ledger.ts'
import { usageSettings } from '../domain/address.ts'
import type { Meter } from '../domain/usage/meter.ts'
import {
  type GivenRecord,
  type JudgedRecord,
  type RefusedRecord,
  judgeRecord,
} from '../domain/usage/record.ts'
import { deadlineOf, sealAt, weekOf } from '../domain/usage/window.ts'
import { toldUsage } from '../events/told-usage.ts'
import type { ManagementContext, ManagementServices } from './context.ts'
import { type RecordResult, resultOfJudged, resultOfTaken } from './usage-result.ts'
import { type Entry, roundsOf } from './usage-rounds.ts'

/** A record, with its place in the request and its id. */
export interface NumberedRecord extends GivenRecord {
  readonly index: number
  readonly recordId: string
}

/** A request of usage. */
export interface Intake extends Pick<ManagementContext, 'addresses' | 'services'> {
  readonly test: boolean
}

/** Takes records; what became of each, in their order. */
export async function takeUsage(
  records: readonly NumberedRecord[],
  intake: Intake,
): Promise<RecordResult[]> {
  const results: RecordResult[] = []
  let left = records
  while (left.length > 0) {
    const { meters, judged, now } = await judgeAll(left, intake)
    const sound: Entry[] = []
    for (const { record, one } of judged) {
      if (one.outcome === 'sound') sound.push(entryOf(record, one, now, intake.addresses))
      else results.push(resultOfJudged(record.index, one))
    }
    const { done, undone } = await takeRounds(sound, meters, intake)
    results.push(...done)
    const again = new Set(undone.map(({ index }) => index))
    left = records.filter(({ index }) => again.has(index))
  }
  return results.toSorted((one, other) => one.index - other.index)
}

type Meters = ReadonlyMap<string, Meter>

/** A refusal by what was read of an instance before is looked at twice. */
async function judgeAll(records: readonly NumberedRecord[], { services, test }: Intake) {
  const { usage } = services
  const ids = idsOf(records)
  const judgeBy = (meters: Meters) => {
    const now = services.now()
    const judged = records.map((record) => ({ record, one: judge(record, { meters, test, now }) }))
    return { meters, now, judged }
  }
  const first = judgeBy(await usage.metersOf(ids))
  const refused = first.judged.filter(({ one }) => isOfInstance(one))
  if (refused.length === 0) return first
  usage.forget(idsOf(refused.map(({ record }) => record)))
  return judgeBy(await usage.metersOf(ids))
}

const ofInstances: ReadonlySet<RefusedRecord['member']> = new Set([
  'instanceId',
  'packageInstanceId',
  'productId',
  'beginTime',
  'endTime',
])

function isOfInstance(judged: JudgedRecord): boolean {
  return judged.outcome === 'refused' && ofInstances.has(judged.member)
}

interface JudgedBy {
  readonly meters: Meters
  readonly test: boolean
  readonly now: Date
}

function judge(record: NumberedRecord, { meters, test, now }: JudgedBy): JudgedRecord {
  const { instanceId, packageInstanceId } = record
  const packageMeter = packageInstanceId === undefined ? undefined : meters.get(packageInstanceId)
  return judgeRecord(record, { meter: meters.get(instanceId), packageMeter, test, now })
}

function idsOf(records: readonly NumberedRecord[]): string[] {
  const ids = new Set<string>()
  for (const { instanceId, packageInstanceId } of records) {
    ids.add(instanceId)
    if (packageInstanceId !== undefined) ids.add(packageInstanceId)
  }
  return [...ids]
}

function entryOf(
  record: NumberedRecord,
  { amount, meter }: Extract<JudgedRecord, { outcome: 'sound' }>,
  now: Date,
  addresses: Intake['addresses'],
): Entry {
  const { beginTime, endTime } = record
  return {
    index: record.index,
    sn: newId(),
    instanceId: record.instanceId,
    recordId: record.recordId,
    week: weekOf(beginTime),
    packageId: record.packageInstanceId ?? '',
    beginTime,
    endTime,
    value: amount,
    site: meter.site,
    signer: meter.address,
    test: meter.test,
    merge: usageSettings(addresses.get(meter.address)).merge,
    shift: false,
    sealAt: sealAt(endTime, now),
    deadline: deadlineOf(beginTime, now),
  }
}

interface Rounds {
  readonly done: RecordResult[]
  /** What has to be judged anew. */
  readonly undone: readonly Entry[]
}

async function takeRounds(
  entries: readonly Entry[],
  meters: Meters,
  intake: Intake,
): Promise<Rounds> {
  const done: RecordResult[] = []
  const rounds = [...roundsOf(entries)]
  for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) {
    const taken = await takeRound(round, meters, intake)
    if (taken === undefined) return { done, undone: [...round, ...rounds.flat()] }
    const late: Entry[] = []
    for (const [place, entry] of round.entries()) {
      const one = taken[place]
      if (one === undefined) continue
      if (one.outcome === 'over' && round.length > 1) rounds.push([entry])
      else if (one.outcome === 'closed' && mayShift(entry, intake)) late.push(entry)
      else done.push(resultOfTaken(entry, one))
    }
    rounds.push(...roundsOf(late.map((entry) => ({ ...entry, shift: true }))))
  }
  return { done, undone: [] }
}

function mayShift({ shift, signer }: Entry, { addresses }: Intake): boolean {
  return !shift && usageSettings(addresses.get(signer)).late === 'shift'
}

async function takeRound(
  round: readonly Entry[],
  meters: Meters,
  { services }: Intake,
): Promise<TakenRecords | undefined> {
  const { usage, caller, now } = services
  const ids = new Set(round.flatMap(({ instanceId, packageId }) => [instanceId, packageId]))
  const options = {
    meters: [...ids].flatMap((id) => meters.get(id) ?? []),
    tokenId: caller.tokenId,
    now: now(),
  }
  if (!round.some(({ shift }) => shift)) return usage.take(round, options)
  const told = (taken: TakenRecords) => toldUsage('usage.shifted', shiftedOf(round, taken), now())
  const taken = await usage.take(round, {
    ...options,
    withIt: (transaction, placed) => tell(transaction, { told: told(placed) }, services),
  })
  if (taken !== undefined) announce({ told: told(taken) }, services)
  return taken
}

// What is reported is in the records, with whose token it was.
async function tell(
  transaction: Database,
  changes: Parameters<typeof persistIn>[1],
  services: ManagementServices,
): Promise<void> {
  if ((changes.told ?? []).length === 0) return
  await persistIn(transaction, changes, { ...services, audit: undefined })
}

function shiftedOf(round: readonly Entry[], taken: TakenRecords) {
  return round.flatMap((entry, place) => {
    const one = taken[place]
    if (one?.outcome !== 'placed' || one.shiftedBy === 0) return []
    return [{ ...entry, meteringSn: one.sn, records: 1 }]
  })
}
