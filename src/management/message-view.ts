import type { ManagementSchemas } from '../contract/index.ts'
import { readV1Query } from '../crypto/v1-auth-token.ts'
import type { Vault } from '../crypto/vault.ts'
import type { MessageRow } from '../db/message/messages.ts'
import { readExtendParams } from '../domain/order/extend-params.ts'
import { signatureFaultOf } from '../domain/signature-refusal.ts'
import { hidden } from '../mask/mask-text.ts'
import { maskAnswer, maskCall, maskCallText } from '../mask/mask.ts'
import { interfaceOf, isOperation, keyTypeOf } from '../interfaces.ts'

type Message = ManagementSchemas['Message']
type MessageDetail = ManagementSchemas['MessageDetail']
type Answer = ManagementSchemas['Answer']

/** A message as lists show it. */
export function viewMessage(row: MessageRow): Message {
  return {
    id: row.id,
    address: row.address,
    family: row.family,
    activity: row.activity,
    instanceId: row.instance_id,
    orderId: row.order_id,
    tenantId: row.tenant_id,
    licenseId: row.license_id,
    test: row.test,
    verified: row.verified,
    signature: viewSignature(row),
    resultCode: row.result_code,
    resultMsg: row.result_msg,
    receivedAt: row.received_at.toISOString(),
    durationMs: row.duration_ms,
    rerunOf: row.rerun_of,
  }
}

function viewSignature(row: MessageRow): Message['signature'] {
  const { operation, result_msg: resultMsg, verified, key_fingerprints: fingerprints } = row
  return {
    interfaceType: isOperation(operation) ? keyTypeOf(operation) : null,
    cause: verified ? null : (signatureFaultOf(resultMsg) ?? null),
    fingerprints: fingerprints ?? [],
  }
}

/** A message with what was said, private values masked. */
export function viewMessageDetail(row: MessageRow, vault: Vault): MessageDetail {
  const read = (encrypted: Uint8Array) => vault.decrypt(encrypted).toString()
  return {
    ...viewMessage(row),
    body: isQuery(row) ? viewQuery(read(row.body)) : viewBody(read(row.body)),
    answer: viewAnswer(JSON.parse(read(row.answer)) as Answer),
  }
}

/** What the store was answered, private values masked. */
export function viewAnswer(answer: Answer): Answer {
  const { resultCode, resultMsg } = answer
  return { ...maskAnswer(answer), resultCode, resultMsg }
}

// The call of a GET says everything in its query. What an unknown operation of a newer version holds is
// shown as a body.
function isQuery({ operation }: MessageRow): boolean {
  return isOperation(operation) && interfaceOf(operation).method === 'get'
}

function viewQuery(text: string): unknown {
  if (text === '') return null
  const { authToken, parameters } = readV1Query(text)
  const { saasExtendParams } = parameters
  return maskCall({
    ...parameters,
    ...(saasExtendParams && { saasExtendParams: readable(saasExtendParams) }),
    ...(authToken !== undefined && { authToken }),
  })
}

// What is private lies inside the Base64: shown as the list that can be read of it, else not at all.
function readable(extendParams: string): unknown {
  const { params, isWhole } = readExtendParams(extendParams)
  return isWhole || params.length > 0 ? params : hidden
}

function viewBody(text: string): unknown {
  return text === '' ? null : maskCallText(text)
}
