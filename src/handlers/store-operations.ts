import type { Decide, MessageFamily } from './ask.ts'
import { orders } from './orders.ts'
import { saasV1 } from './saas-v1/index.ts'
import { saasV2 } from './saas-v2/index.ts'

/** Who decides the calls of one operation of the seller contract, and of which family they are. */
export interface StoreOperation {
  readonly family: MessageFamily
  /** The interface, where it stands in the path (the kit) and not in a member. */
  readonly activity?: string
  readonly decide: Decide<unknown>
}

/** The operations of the seller contract by operationId. The contract vouches for each one's body. */
export const storeOperations: Readonly<Record<string, StoreOperation>> = {
  saasV2: { family: 'saas', decide: saasV2 as Decide<unknown> },
  saasV1: { family: 'saas-v1', decide: saasV1 as Decide<unknown> },
  orders: { family: 'orders', decide: orders as Decide<unknown> },
}
