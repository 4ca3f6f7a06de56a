import { limits } from '../contract/index.ts'
import type { Address } from '../domain/address.ts'
import type { Answer } from '../domain/answer.ts'
import type { MessageRow } from '../db/message/messages.ts'
import { type MessageFamily, isTest } from './call.ts'
import type { Services } from './services.ts'

/** A call as it came in. */
export interface Received {
  readonly address: Address
  readonly family: MessageFamily
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
export interface Kept extends Received {
  readonly id: string
  readonly answer: Answer
  /** The license that it is about, if its handler knew one. */
  readonly licenseId?: string | undefined
  /** Whether its signature held. */
  readonly authentic: boolean
}

// Documented lengths of ids; what is longer, or several at once, is no id and stands in the body all
// the same.
const longestId = limits.instanceId

export function messageRow(
  kept: Kept,
  { vault, now }: Pick<Services, 'vault' | 'now'>,
): MessageRow {
  const { members, answer, receivedAt } = kept
  return {
    id: kept.id,
    address: kept.address.name,
    family: kept.family,
    operation: kept.operation,
    activity: kept.activity ?? idIn(members['activity']),
    instance_id: answer.instanceId ?? idIn(members['instanceId']),
    order_id: idIn(members['orderId']),
    tenant_id: idIn(members['tenantId']),
    license_id: kept.licenseId ?? null,
    test: isTest(members),
    authentic: kept.authentic,
    result_code: answer.resultCode,
    result_msg: answer.resultMsg,
    received_at: receivedAt,
    duration_ms: Math.max(0, now().getTime() - receivedAt.getTime()),
    rerun_of: kept.rerunOf ?? null,
    body: vault.encipher(kept.rawBody),
    answer: vault.encipher(JSON.stringify(answer)),
  }
}

function idIn(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > longestId) return null
  if (value.includes(',')) return null
  return value.isWellFormed() && !value.includes('\0') ? value : null
}
