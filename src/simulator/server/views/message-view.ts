import type { SimulatorSchemas } from '../../../contract/index.ts'
import type { MessageAttempt, StoreMessage } from '../../state/index.ts'
import { iso } from './iso.ts'

/** A message with its attempts, or with the last one alone, as lists have it. */
export function messageView(
  message: StoreMessage,
  attempts = message.attempts,
): SimulatorSchemas['StoreMessage'] {
  const { id, generation, activity, subject, state, exception = null, createdAt, nextAt } = message
  return {
    ...{ id, generation, activity, state, exception },
    product: subject.product,
    orderId: subject.orderId ?? null,
    instance: subject.instance ?? null,
    createdAt: new Date(createdAt).toISOString(),
    nextAt: iso(nextAt),
    attempts: attempts.map(attemptView),
  }
}

/** A message of a list. */
export function messageRow(message: StoreMessage): SimulatorSchemas['StoreMessage'] {
  return messageView(message, message.attempts.slice(-1))
}

// What a seller answers may be of any length.
const mostCharacters = 65_536

function attemptView(attempt: MessageAttempt): SimulatorSchemas['MessageAttempt'] {
  const { at, milliseconds, request, fault, status, resultCode, answer, exception } = attempt
  return {
    at: new Date(at).toISOString(),
    milliseconds,
    method: request.method,
    url: request.url,
    body: request.body?.slice(0, mostCharacters) ?? null,
    fault: fault ?? null,
    status: status ?? null,
    resultCode: resultCode ?? null,
    answer: answer?.slice(0, mostCharacters) ?? null,
    exception: exception ?? null,
  }
}
