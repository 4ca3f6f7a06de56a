import type { AddressCall } from '../../db/credential/address-calls.ts'
import { isTest, membersOf } from '../call.ts'
import type { AnsweredCall } from './answered-call.ts'

/** What a call leaves as the last one of its interface at its address. */
export function addressCallRow({ call, resultCode }: AnsweredCall): AddressCall {
  return {
    address: call.address.name,
    operation: call.operation,
    test: isTest(membersOf(call)),
    last_at: call.receivedAt,
    last_code: resultCode,
  }
}

/** Of two calls the later one. */
export function laterCall(one: AddressCall, other: AddressCall): AddressCall {
  return one.last_at <= other.last_at ? other : one
}
