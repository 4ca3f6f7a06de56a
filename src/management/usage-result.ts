import type { ManagementSchemas } from '../contract/index.ts'
import type { TakenRecord } from '../db/usage/take-records.ts'
import { plainAmount } from '../domain/usage/amount.ts'
import type { JudgedRecord } from '../domain/usage/record.ts'
import type { Entry } from './usage-rounds.ts'

/** What became of one record, as the contract tells it. */
export type RecordResult = ManagementSchemas['UsageResult']

function result(
  index: number,
  more: Partial<RecordResult> & Pick<RecordResult, 'outcome'>,
): RecordResult {
  const { outcome, meteringSn = null, code = null, reason = null } = more
  return {
    index,
    outcome,
    meteringSn,
    code,
    reason,
    pointer: more.pointer ?? null,
    warning: more.warning ?? null,
  }
}

/** The result of a record that is refused by itself, or is about nothing. */
export function resultOfJudged(
  index: number,
  judged: Exclude<JudgedRecord, { outcome: 'sound' }>,
): RecordResult {
  if (judged.outcome === 'nothing') return result(index, { outcome: 'nothing' })
  const { outcome, code, reason, member } = judged
  return result(index, { outcome, code, reason, pointer: pointerOf(index, member) })
}

/** The result of a record that the ledger has seen. */
export function resultOfTaken(entry: Entry, taken: TakenRecord): RecordResult {
  const { index } = entry
  if (taken.outcome === 'placed') {
    const { sn: meteringSn, shiftedBy, isShared } = taken
    const warning = shiftedBy > 0 ? 'shifted' : isShared ? 'same-time' : null
    return result(index, { outcome: 'accepted', meteringSn, warning })
  }
  return taken.outcome === 'known' ? resultOfKnown(entry, taken) : resultOfFull(index, taken)
}

type Known = Extract<TakenRecord, { outcome: 'known' }>

function resultOfKnown(entry: Entry, known: Known): RecordResult {
  const { index } = entry
  const meteringSn = known.sn
  const different = differencesOf(entry, known)
  const [first] = different
  if (first === undefined) return result(index, { outcome: 'repeated', meteringSn })
  return result(index, {
    ...{ outcome: 'conflict', meteringSn, code: 'other-content' },
    reason: `this recordId was accepted with ${different.map(({ was }) => was).join(', ')}`,
    pointer: pointerOf(index, first.member),
  })
}

// What is not kept any more is compared with nothing.
function differencesOf(entry: Entry, known: Known) {
  const was = (member: string, value: string) => ({ member, was: `${member} ${value}` })
  const { beginTime, endTime, value, packageId } = known
  return [
    ...(beginTime && beginTime.getTime() !== entry.beginTime.getTime()
      ? [was('beginTime', beginTime.toISOString())]
      : []),
    ...(endTime && endTime.getTime() !== entry.endTime.getTime()
      ? [was('endTime', endTime.toISOString())]
      : []),
    ...(value !== null && plainAmount(value) !== entry.value
      ? [was('value', plainAmount(value))]
      : []),
    ...(packageId !== null && packageId !== entry.packageId
      ? [was('packageInstanceId', packageId === '' ? 'left out' : packageId)]
      : []),
  ]
}

function resultOfFull(
  index: number,
  { outcome }: Exclude<TakenRecord, { outcome: 'placed' | 'known' }>,
): RecordResult {
  if (outcome === 'over') {
    return result(index, {
      ...{ outcome: 'refused', code: 'value-too-large', pointer: pointerOf(index, 'value') },
      reason:
        'with what was accepted of its time it is more than 99999999.9999, the most the store takes',
    })
  }
  const pointer = pointerOf(index, 'beginTime')
  if (outcome === 'taken') {
    return result(index, {
      ...{ outcome: 'conflict', code: 'window-taken', pointer },
      reason: 'there is usage of this time, and usage of this address is not summed up',
    })
  }
  return result(index, {
    ...{ outcome: 'refused', code: 'window-closed', pointer },
    reason: 'the usage of this time is closed, and has no time of its own left',
  })
}

function pointerOf(index: number, member: string): string {
  return `#/records/${index}/${member}`
}
