import type { Decide, MessageFamily } from './call.ts'
import { licenseC } from './license-c/index.ts'
import { licenseA } from './license-a/index.ts'
import { licenseB } from './license-b/index.ts'
import { kitOperations } from './kit/index.ts'
import { orders } from './orders/index.ts'
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
  licenseA: { family: 'license', decide: licenseA as Decide<unknown> },
  licenseB: { family: 'license-v1', decide: licenseB as Decide<unknown> },
  licenseC: { family: 'license-code', decide: licenseC as Decide<unknown> },
  ...kitOperations,
  orders: { family: 'orders', decide: orders as Decide<unknown> },
}
