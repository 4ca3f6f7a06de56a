import type { SellerOperation } from '../contract/index.ts'
import type { MessageRow } from '../db/message/messages.ts'
import { isOperation } from '../interfaces.ts'

/** The operation of a kept message. Throws for one that only a newer version can have written. */
export function operationOf({ id, operation }: MessageRow): SellerOperation {
  if (isOperation(operation)) return operation
  throw new Error(`message ${id} is of the unknown operation ${operation}`)
}
