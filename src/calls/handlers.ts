import type { SellerOperation } from '../contract/index.ts'
import type { Handler } from './handler.ts'
import { kitHandlers } from './kit/index.ts'
import { licenseA } from './license-a/index.ts'
import { licenseB } from './license-b/index.ts'
import { licenseC } from './license-c/index.ts'
import { orders } from './orders/index.ts'
import { saasV1 } from './saas-v1/index.ts'
import { saasV2 } from './saas-v2/index.ts'

/** Who handles the calls of each operation of the seller contract; a missing one does not compile. */
export const handlers = {
  saasV2,
  saasV1,
  licenseA,
  licenseB,
  licenseC,
  orders,
  ...kitHandlers,
} satisfies { readonly [Op in SellerOperation]: Handler<Op> }
