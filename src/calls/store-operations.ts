import type { Handler, InterfaceFamily } from './call.ts'
import { licenseC } from './license-c/index.ts'
import { licenseA } from './license-a/index.ts'
import { licenseB } from './license-b/index.ts'
import { kitOperations } from './kit/index.ts'
import { orders } from './orders/index.ts'
import { saasV1 } from './saas-v1/index.ts'
import { saasV2 } from './saas-v2/index.ts'

/** Who handles the calls of one operation of the seller contract, and of which family they are. */
export interface StoreOperation {
  readonly family: InterfaceFamily
  /** The interface, where it stands in the path (the kit) and not in a member. */
  readonly activity?: string
  readonly handle: Handler<unknown>
}

/** The operations of the seller contract by operationId. The contract vouches for each one's body. */
export const storeOperations: Readonly<Record<string, StoreOperation>> = {
  saasV2: { family: 'saas-v2', handle: saasV2 as Handler<unknown> },
  saasV1: { family: 'saas-v1', handle: saasV1 as Handler<unknown> },
  licenseA: { family: 'license-a', handle: licenseA as Handler<unknown> },
  licenseB: { family: 'license-b', handle: licenseB as Handler<unknown> },
  licenseC: { family: 'license-c', handle: licenseC as Handler<unknown> },
  ...kitOperations,
  orders: { family: 'orders', handle: orders as Handler<unknown> },
}
