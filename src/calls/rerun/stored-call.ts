import type { SellerOperation } from '../../contract/index.ts'
import type { Vault } from '../../crypto/vault.ts'
import type { MessageRow } from '../../db/message/messages.ts'
import type { Address } from '../../domain/address.ts'
import type { SkipReason } from '../../domain/rerun/skips.ts'
import { isOperation } from '../../interfaces.ts'
import type { CallAnswer } from '../run-call.ts'
import type { AuditChange } from '../services.ts'

/** A call of the store that was kept and is to be run again. */
export interface StoredCall {
  /** The id of its message. */
  readonly id: string
  readonly address: Address
  /** operationId of the seller contract. */
  readonly operation: SellerOperation
  /** The body of a POST, the query of a GET. */
  readonly rawBody: Buffer
}

/** With what a kept call is run again. */
export interface RerunOptions {
  readonly audit: AuditChange
  /** The id of the message to be made: of an id that is taken nothing is written. */
  readonly messageId?: string
}

/**
 * Runs a kept call again, by the contract and the same rules; signature, timestamp and nonce
 * are not asked. A refusal is an answer too.
 */
export type Rerun = (call: StoredCall, options: RerunOptions) => Promise<CallAnswer>

/** Why a call can never be run again. */
export type Unrunnable = Extract<SkipReason, 'not_verified' | 'address_gone' | 'operation_gone'>

/** What tells whether a message can be run. */
type Kept = Pick<MessageRow, 'verified' | 'address' | 'operation'>

/** Where a kept call belongs today, or why it cannot be run again. */
export function placeOf(
  { verified, address: name, operation }: Kept,
  addresses: ReadonlyMap<string, Address>,
): Pick<StoredCall, 'address' | 'operation'> | Unrunnable {
  if (!verified) return 'not_verified'
  const address = addresses.get(name)
  if (address === undefined) return 'address_gone'
  return isOperation(operation) ? { address, operation } : 'operation_gone'
}

/** A kept call as it is run again, or why it cannot be. */
export function storedCall(
  message: Kept & Pick<MessageRow, 'id' | 'body'>,
  addresses: ReadonlyMap<string, Address>,
  vault: Vault,
): StoredCall | Unrunnable {
  const place = placeOf(message, addresses)
  if (typeof place === 'string') return place
  return { ...place, id: message.id, rawBody: vault.decrypt(message.body) }
}
