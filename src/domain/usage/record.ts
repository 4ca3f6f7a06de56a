import { type AmountFault, readAmount } from './amount.ts'
import type { Meter } from './meter.ts'

/** A record as the product reports it. */
export interface GivenRecord {
  readonly instanceId: string
  readonly packageInstanceId?: string | undefined
  readonly productId?: string | undefined
  readonly beginTime: Date
  readonly endTime: Date
  readonly value: string
}

/** Why a record is refused. */
export type UsageFault =
  | AmountFault
  | 'begin-after-end'
  | 'not-whole-seconds'
  | 'in-the-future'
  | 'too-old'
  | 'unknown-instance'
  | 'before-opening'
  | 'after-release'
  | 'not-pay-per-use'
  | 'unknown-package'
  | 'not-a-package'
  | 'other-charge-item'
  | 'charge-item-missing'
  | 'test-instance'
  | 'not-a-test-instance'

/** A record that is refused: why, in a word and a sentence, and for which member. */
export interface RefusedRecord {
  readonly outcome: 'refused'
  readonly code: UsageFault
  readonly reason: string
  readonly member: keyof GivenRecord
}

/** What a record comes to before anything is looked up of it or others; `amount` is decimal text. */
export type JudgedRecord =
  | RefusedRecord
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'sound'; readonly amount: string; readonly meter: Meter }

/** What a record is judged by. */
export interface Known {
  readonly meter: Meter | undefined
  /** That of the package, where the record names one. */
  readonly packageMeter: Meter | undefined
  /** The request is about test instances. */
  readonly test: boolean
  readonly now: Date
}

/** How far clocks may differ. */
const skewMs = 5 * 60_000
/** For how long the store takes usage, from its begin. */
export const takenForMs = 21 * 24 * 60 * 60_000

/** Judges a record by itself and by its instance. */
export function judgeRecord(given: GivenRecord, known: Known): JudgedRecord {
  const fault = ofTimes(given, known.now) ?? ofInstance(given, known) ?? ofPackage(given, known)
  if (fault !== undefined) return fault
  const read = readAmount(given.value)
  if (typeof read === 'string') return refused(read, 'value', sentences[read])
  const { amount } = read
  const { meter } = known
  if (amount === '0' || meter === undefined) return { outcome: 'nothing' }
  return { outcome: 'sound', amount, meter }
}

const sentences: Readonly<Record<AmountFault, string>> = {
  'malformed-value': 'value is not a decimal number in digits, as 12.5',
  'negative-value': 'value is less than 0, and the store takes nothing back',
  'too-many-decimals': 'value has more than 4 decimals, and the store takes 4',
  'value-too-large': 'value is more than 99999999.9999, which is the most the store takes',
}

function ofTimes({ beginTime, endTime }: GivenRecord, now: Date): RefusedRecord | undefined {
  const isWhole = beginTime.getUTCMilliseconds() + endTime.getUTCMilliseconds() === 0
  if (!isWhole) {
    return refused('not-whole-seconds', 'beginTime', 'the store knows whole seconds only')
  }
  if (beginTime > endTime) {
    return refused('begin-after-end', 'beginTime', 'beginTime is later than endTime')
  }
  if (endTime.getTime() > now.getTime() + skewMs) {
    return refused('in-the-future', 'endTime', 'endTime has not come yet')
  }
  if (beginTime.getTime() <= now.getTime() - takenForMs) {
    return refused('too-old', 'beginTime', 'the store takes usage for 21 days from its begin')
  }
  return undefined
}

function ofInstance(given: GivenRecord, { meter, test }: Known): RefusedRecord | undefined {
  const about = (code: UsageFault, reason: string) => refused(code, 'instanceId', reason)
  if (meter === undefined) return about('unknown-instance', 'no such instance was sold')
  if (meter.test && !test) {
    return about('test-instance', 'the debugger bought it; say test: true to push its usage')
  }
  if (!meter.test && test) {
    return about('not-a-test-instance', 'a buyer bought it; leave test out to have it billed')
  }
  if (meter.charging === 'package') {
    const reason = 'it is a package: name the pay-per-use instance, and this as packageInstanceId'
    return about('not-pay-per-use', reason)
  }
  if (meter.charging === 'other') return about('not-pay-per-use', 'it is not paid by use')
  return ofLife(given, meter) ?? ofItem(given, meter)
}

function ofLife(given: GivenRecord, { openedAt, releasedAt }: Meter): RefusedRecord | undefined {
  const { beginTime, endTime } = given
  if (openedAt !== null && beginTime.getTime() < openedAt.getTime() - skewMs) {
    const reason = `the instance was opened at ${openedAt.toISOString()}`
    return refused('before-opening', 'beginTime', reason)
  }
  // The store compares whole seconds.
  if (releasedAt !== null && endTime.getTime() > Math.ceil(releasedAt.getTime() / 1000) * 1000) {
    const reason = `the instance was released at ${releasedAt.toISOString()}`
    return refused('after-release', 'endTime', reason)
  }
  return undefined
}

// The documents key such orders on order and product, and the call of V2 names no product: the other
// items have no instance to be billed under.
function ofItem({ productId }: GivenRecord, meter: Meter): RefusedRecord | undefined {
  if (productId === undefined) {
    if (!meter.hasSeveralItems) return undefined
    const reason = `its order line sold several charge items; only that of product ${meter.productId ?? ''} has an instance, so say productId`
    return refused('charge-item-missing', 'productId', reason)
  }
  if (meter.productId === null || productId === meter.productId) return undefined
  const reason = `the instance is billed for product ${meter.productId}; other charge items of its order line have no instance to be billed under`
  return refused('other-charge-item', 'productId', reason)
}

function ofPackage(given: GivenRecord, known: Known): RefusedRecord | undefined {
  const { packageInstanceId } = given
  const { meter, packageMeter } = known
  if (packageInstanceId === undefined || meter === undefined) return undefined
  const about = (code: UsageFault, reason: string) => refused(code, 'packageInstanceId', reason)
  const isOfOther = packageMeter?.site !== meter.site || packageMeter.test !== meter.test
  if (packageMeter === undefined || isOfOther) {
    return about('unknown-package', 'no such package was sold')
  }
  if (packageMeter.charging === null || packageMeter.charging === 'package') return undefined
  return about('not-a-package', 'it is not a package')
}

function refused(code: UsageFault, member: RefusedRecord['member'], reason: string): RefusedRecord {
  return { outcome: 'refused', code, reason, member }
}
