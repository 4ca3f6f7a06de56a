import type { AnyCall } from '../../calls/calls.ts'
import type { Encryption } from '../../calls/encryption.ts'
import type { Subject } from '../message.ts'
import type {
  Buyer,
  Enterprise,
  ListedProduct,
  PlacedOrder,
  SoldInstance,
  SoldLicense,
} from '../store-data.ts'
import { ActionRefused } from '../refused.ts'

/** What a call is made of, found by the ids of its subject. */
export interface CallContext {
  readonly subject: Subject
  readonly product: ListedProduct
  readonly order?: PlacedOrder | undefined
  readonly instance?: SoldInstance | undefined
  /** The order that made the instance. */
  readonly purchase?: PlacedOrder | undefined
  readonly license?: SoldLicense | undefined
  readonly buyer?: Buyer | undefined
  readonly enterprise?: Enterprise | undefined
  readonly encryption: Encryption
  readonly now: Date
  /** Another one at each call. */
  readonly businessId: () => string
}

/** Makes the call of an act, as one generation has it. */
export type MakeCall = (context: CallContext) => AnyCall

/** What an act needs; a defect of the store itself where it is absent. */
export function needed<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`a call without its ${name}`)
  return value
}

/** The seller's id of the instance; refused as long as the seller has given none. */
export function instanceIdOf({ instance }: CallContext): string {
  const { instanceId, id } = needed(instance, 'instance')
  if (instanceId !== undefined) return instanceId
  throw new ActionRefused(
    `The seller has not given an id to the instance ${id} yet.`,
    `商家尚未返回实例 ${id} 的 instanceId。`,
  )
}
