import type { ActivityCall } from '../../db/credential/activity-calls.ts'
import { isTest, membersOf } from '../call.ts'
import type { AnsweredCall } from './answered-call.ts'

/** What a call leaves of its activity at its address. */
export function activityCallRow({ call, activity, resultCode }: AnsweredCall): ActivityCall {
  return {
    address: call.address.name,
    operation: call.operation,
    activity,
    test: isTest(membersOf(call)),
    first_at: call.receivedAt,
    last_at: call.receivedAt,
    last_code: resultCode,
    passed_at: resultCode === '000000' ? call.receivedAt : null,
  }
}

/** Several of one activity together. */
export function addActivityCall(one: ActivityCall, other: ActivityCall): ActivityCall {
  const [earlier, later] = one.last_at <= other.last_at ? [one, other] : [other, one]
  const passed_at = earlier.passed_at ?? later.passed_at
  return { ...later, first_at: earlier.first_at, passed_at }
}
