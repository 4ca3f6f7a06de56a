import { lengths } from '../contract/index.ts'
import type { Address } from '../domain/address.ts'
import type { Answer } from '../domain/answer.ts'
import type { MessageRow } from '../db/message/messages.ts'
import { type InterfaceFamily, isTest } from './call.ts'
import type { Services } from './services.ts'

/** A call as it came in. */
export interface ReceivedCall {
  readonly address: Address
  readonly family: InterfaceFamily
  /** operationId of the seller contract. */
  readonly operation: string
  /** The interface, where it stands in the path (the kit) and not in a member. */
  readonly activity?: string | undefined
  /** The top-level members as they came. */
  readonly members: Readonly<Record<string, unknown>>
  /** The body of a POST, the query of a GET. */
  readonly rawBody: Buffer
  readonly receivedAt: Date
  readonly rerunOf?: string
}

/** A call and its answer, as they are kept. */
export interface AnsweredCall extends ReceivedCall {
  readonly id: string
  readonly answer: Answer
  /** The license that it is about, if its handler knew one. */
  readonly licenseId?: string | undefined
  /** Whether its signature held. */
  readonly verified: boolean
}

// Documented lengths of ids; what is longer, or several at once, is not an id and stands in the body all
// the same.
const maxIdLength = lengths.instanceId

export function messageRow(
  answered: AnsweredCall,
  { vault, now }: Pick<Services, 'vault' | 'now'>,
): MessageRow {
  const { members, answer, receivedAt } = answered
  return {
    id: answered.id,
    address: answered.address.name,
    family: answered.family,
    operation: answered.operation,
    activity: answered.activity ?? idIn(members['activity']),
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
    body: vault.encrypt(answered.rawBody),
    answer: vault.encrypt(JSON.stringify(answer)),
  }
}

function idIn(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > maxIdLength) return null
  if (value.includes(',')) return null
  return value.isWellFormed() && !value.includes('\0') ? value : null
}
