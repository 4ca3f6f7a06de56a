import type { SellerSchemas } from '../../contract/index.ts'
import type { Decide } from '../call.ts'
import { queryInstanceTelling } from '../saas-v2/query-instance.ts'
import { encipherAppInfo } from '../v1-app-info.ts'

const query = queryInstanceTelling(encipherAppInfo)

/** Shows instances as V2 does, account and password enciphered. */
export const queryInstance: Decide<SellerSchemas['QueryInstanceV1']> = async (ask, services) => {
  const { answer } = await query(ask, services)
  return { answer: { ...answer, encryptType: ask.address.product.v1Encryption } }
}
