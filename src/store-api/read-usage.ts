import { z } from 'zod'
import { toStorable } from '../domain/storable-text.ts'
import type { RejectedUsage } from '../domain/usage/push.ts'
import type { StoreAnswers } from './store-operations.ts'

const text = z
  .union([z.string().transform(toStorable), z.number().transform(String)])
  .nullable()
  .catch(null)
const unknownRecord: RejectedUsage = {
  code: null,
  message: null,
  meteringSn: null,
  instanceId: null,
  beginTime: null,
  endTime: null,
}

const Rejected = z
  .looseObject({
    error_msg: text.default(null),
    metering_sn: text.default(null),
    instance_id: text.default(null),
    begin_time: text.default(null),
    end_time: text.default(null),
  })
  .transform((entry): RejectedUsage => ({
    code: recordCode(entry),
    message: entry.error_msg,
    meteringSn: entry.metering_sn,
    instanceId: entry.instance_id,
    beginTime: entry.begin_time,
    endTime: entry.end_time,
  }))
  .catch(unknownRecord)

const nothing = z.null().transform((): readonly RejectedUsage[] => [])
const Data = z
  .union([
    nothing,
    z
      .object({ abnormal_usage_data: z.union([nothing, z.array(Rejected)]) })
      .transform(({ abnormal_usage_data: rejected }) => rejected),
    // No list, and nothing in it.
    z
      .union([z.strictObject({}), z.array(z.never()), z.literal('')])
      .transform((): readonly RejectedUsage[] => []),
  ])
  .catch([unknownRecord])

/** Reads which records of a push were not taken (异常话单). */
export function readUsage(body: unknown): StoreAnswers['pushUsage'] {
  if (!isObject(body)) return { rejected: [] }
  const holder = [body, ...Object.values(body)].find(hasList)
  return { rejected: Data.parse(holder ?? body['data'] ?? null) }
}

// The name of the member that has the list was not seen: a rejection that is not found would be lost money.
function hasList(value: unknown): boolean {
  return isObject(value) && 'abnormal_usage_data' in value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

// The name of the member was not seen: the contract tells to take the one that holds three digits.
function recordCode(entry: Readonly<Record<string, unknown>>): string | null {
  const isCode = (value: unknown): value is string =>
    typeof value === 'string' && /^\d{3}$/.test(value)
  const { error_code: named } = entry
  return isCode(named) ? named : (Object.values(entry).find(isCode) ?? null)
}
