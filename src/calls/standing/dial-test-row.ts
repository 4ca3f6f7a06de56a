import type { DialTestTable } from '../../db/standing/standing-tables.ts'
import { halfDayOf } from '../../domain/standing/beijing-calendar.ts'
import type { AnsweredCall } from './answered-call.ts'

/** What one test call adds to its half day. */
export function dialTestRow({ call, activity, resultCode }: AnsweredCall): DialTestTable {
  const { address, receivedAt } = call
  const hasFailed = resultCode !== '000000'
  return {
    address: address.name,
    half_day: halfDayOf(receivedAt),
    calls: 1,
    failed: hasFailed ? 1 : 0,
    last_at: receivedAt,
    failed_at: hasFailed ? receivedAt : null,
    failed_activity: hasFailed ? activity : null,
    failed_code: hasFailed ? resultCode : null,
  }
}

/** Several of one half day together; of failures the last one is told. */
export function addDialTest(one: DialTestTable, other: DialTestTable): DialTestTable {
  const [earlier, later] = one.last_at <= other.last_at ? [one, other] : [other, one]
  const { failed_at, failed_activity, failed_code } = later.failed_at === null ? earlier : later
  return {
    ...later,
    calls: one.calls + other.calls,
    failed: one.failed + other.failed,
    failed_at,
    failed_activity,
    failed_code,
  }
}
