/** An instance as the store knows it; what is left out never stands in the way of a record. */
export interface StoreInstance {
  readonly openedAt?: Date
  readonly closedAt?: Date
  /** `PERIOD` and the like are refused with 012. */
  readonly chargingMode?: string
  readonly isFrozen?: boolean
  readonly isOfOtherSeller?: boolean
  readonly isOffMarket?: boolean
}

/** A record as it came over the wire, of the new push or the old one. */
export type WireRecord = Readonly<Record<string, unknown>>

/** A record that the store took. */
export interface TakenUsage {
  readonly sn: string | undefined
  readonly instanceId: string
  readonly packageId: string | undefined
  readonly begin: string
  readonly end: string
  /** Ten-thousandths. */
  readonly value: bigint
}

/** What a record is judged by. */
export interface UsageBooks {
  readonly now: Date
  readonly isNew: boolean
  readonly instanceOf: (id: string) => StoreInstance | undefined
  readonly hasSn: (sn: string) => boolean
  readonly hasTime: (record: TakenUsage) => boolean
}

const dayMs = 24 * 60 * 60_000

/** The record, or its code (话单级错误码), in the order in which the store would look. */
export function judgeWire(record: WireRecord, books: UsageBooks): TakenUsage | string {
  const { instance_id: instanceId, begin_time, end_time, metering_sn: sn } = record
  if (books.isNew && typeof sn !== 'string') return '004'
  const begin = timeOf(begin_time)
  const end = timeOf(end_time)
  if (begin === undefined || end === undefined || timeOf(record['record_time']) === undefined)
    return '002'
  const value = valueOf(record['usage_value'])
  if (value === undefined) return '003'
  const instance = books.instanceOf(String(instanceId))
  if (instance === undefined) return '001'
  const taken: TakenUsage = {
    sn: books.isNew ? String(sn) : undefined,
    instanceId: String(instanceId),
    packageId:
      typeof record['relate_pkg_instance'] === 'string' ? record['relate_pkg_instance'] : undefined,
    begin: String(begin_time),
    end: String(end_time),
    value,
  }
  return ofInstance(instance, begin, end, books) ?? ofRepeat(taken, books) ?? taken
}

function ofInstance(
  instance: StoreInstance,
  begin: Date,
  end: Date,
  { now }: UsageBooks,
): string | undefined {
  if (instance.isOfOtherSeller === true) return '009'
  if (instance.isOffMarket === true) return '006'
  if (instance.chargingMode !== undefined && instance.chargingMode !== 'ON_DEMAND') return '012'
  if (instance.isFrozen === true) return '013'
  if (begin.getTime() < now.getTime() - 21 * dayMs) return '007'
  const isWrong =
    begin > end ||
    end > now ||
    isBefore(begin, instance.openedAt) ||
    isBefore(instance.closedAt, end)
  return isWrong ? '011' : undefined
}

function isBefore(one: Date | undefined, other: Date | undefined): boolean {
  return one !== undefined && other !== undefined && one < other
}

function ofRepeat(taken: TakenUsage, books: UsageBooks): string | undefined {
  if (taken.sn !== undefined && books.hasSn(taken.sn)) return '005'
  return books.hasTime(taken) ? '010' : undefined
}

function timeOf(text: unknown): Date | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(text)) ?? []
  if (parts.length === 0) return undefined
  const [year, month, day, hour, minute, second] = parts
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time.getTime()) ? undefined : time
}

// Double(12,4), more than 0; always a string.
function valueOf(text: unknown): bigint | undefined {
  if (typeof text !== 'string') return undefined
  const [, whole = '', decimals = ''] = /^(\d{1,8})(?:\.(\d{1,4}))?$/.exec(text) ?? []
  if (whole === '') return undefined
  const value = BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, '0'))
  return value > 0n ? value : undefined
}
