import type { Logger } from 'pino'
import {
  type Members,
  type ReceivedCall,
  type VerifiedCall,
  isTest,
  membersOf,
} from '../../calls/call.ts'
import type { Answer } from '../../domain/answer.ts'
import { isRefusalCode } from '../../domain/refusal.ts'
import type { SpanAttributes } from '../../span.ts'
import { interfaceOf } from '../../interfaces.ts'

/** What of a call names what it is about; none of it is private or secret. */
const ids = ['orderId', 'orderLineId', 'instanceId', 'eventId', 'tenantId'] as const

// Of a call that broke its contract they may have any length.
const mostCharacters = 128

/** What one line of the log tells of a call. */
export interface CallLine {
  readonly call: ReceivedCall | VerifiedCall
  readonly activity: string
  readonly answer: Answer
  readonly ms: number
}

/**
 * Logs a call of the store that was verified and answered: one line for each. `warn` is what an
 * operator should look at, a refusal or a fault; `info` is business.
 */
export function logCall(log: Logger, { call, activity, answer, ms }: CallLine): void {
  const { resultCode, resultMsg } = answer
  const level = isRefusalCode(resultCode) ? 'warn' : 'info'
  if (!log.isLevelEnabled(level)) return
  const members = 'parsed' in call ? membersOf(call) : {}
  log[level](
    {
      family: interfaceOf(call.operation).family,
      activity,
      address: call.address.name,
      ...(isTest(members) && { test: true }),
      ...idsOf(members, answer),
      code: resultCode,
      ...(resultCode !== '000000' && { reason: resultMsg }),
      ms,
    },
    'store call',
  )
}

/** What a span tells of a call. */
export function spanOf({ call, activity, answer }: Omit<CallLine, 'ms'>): SpanAttributes {
  const members = 'parsed' in call ? membersOf(call) : {}
  const { instanceId, orderId } = idsOf(members, answer)
  return {
    'koogate.family': interfaceOf(call.operation).family,
    'koogate.activity': activity,
    'koogate.address': call.address.name,
    'koogate.test': isTest(members),
    'koogate.result_code': answer.resultCode,
    ...(orderId !== undefined && { 'koogate.order_id': orderId }),
    ...(instanceId !== undefined && { 'koogate.instance_id': instanceId }),
  }
}

function idsOf(members: Members, { instanceId }: Answer): Record<string, string> {
  const found: Record<string, string> = instanceId === undefined ? {} : { instanceId }
  for (const name of ids) {
    const value = members[name]
    if (typeof value === 'string' && value !== '') found[name] = value.slice(0, mostCharacters)
  }
  return found
}

/** Logs a call that was refused before its signature held: whatever it says may be anybody's. */
export function logRefused(
  log: Logger,
  { operation, address }: ReceivedCall,
  { resultCode, resultMsg }: Answer,
  level: 'warn' | 'debug',
): void {
  if (!log.isLevelEnabled(level)) return
  const { family } = interfaceOf(operation)
  log[level](
    { family, address: address.name, code: resultCode, reason: resultMsg },
    'store call refused unverified',
  )
}
