import { lengths } from '../contract/index.ts'
import type { Answer } from '../domain/answer.ts'
import { isStorable } from '../domain/storable-text.ts'
import type { MessageRow } from '../db/message/messages.ts'
import { type Members, type ReceivedCall, isTest } from './call.ts'
import { interfaceOf } from '../interfaces.ts'
import { messageKeys } from './message-keys.ts'
import type { Services } from './services.ts'

/** A call and its answer, as they are kept. */
export interface AnsweredCall extends ReceivedCall {
  readonly id: string
  /** The top-level members, as far as they were read. */
  readonly members: Members
  readonly answer: Answer
  /** The license that it is about, if its handler knew one. */
  readonly licenseId?: string | undefined
  /** Whether its signature held. */
  readonly verified: boolean
}

// Documented lengths of ids; what is longer, or several at once, is not an id and stands in the body all
// the same.
const maxIdLength = lengths.instanceId

/** The row of a kept call. */
export function messageRow(
  answered: AnsweredCall,
  { vault, now }: Pick<Services, 'vault' | 'now'>,
): MessageRow {
  const { operation, members, answer, receivedAt } = answered
  const { family, activity } = interfaceOf(operation)
  return {
    id: answered.id,
    address: answered.address.name,
    family,
    operation,
    activity: activity ?? idIn(members['activity']),
    instance_id: answer.instanceId ?? idIn(members['instanceId']),
    order_id: idIn(members['orderId']),
    tenant_id: idIn(members['tenantId']),
    license_id: answered.licenseId ?? null,
    test: isTest(members),
    verified: answered.verified,
    result_code: answer.resultCode,
    result_msg: answer.resultMsg,
    received_at: receivedAt,
    duration_ms: Math.max(0, now().getTime() - receivedAt.getTime()),
    rerun_of: answered.rerunOf ?? null,
    key_fingerprints: messageKeys(answered, answer),
    body: vault.encrypt(answered.rawBody),
    answer: vault.encrypt(JSON.stringify(answer)),
  }
}

function idIn(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > maxIdLength) return null
  if (value.includes(',')) return null
  return isStorable(value) ? value : null
}
