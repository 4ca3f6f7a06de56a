import type { Handler } from '../handler.ts'
import { queryInstanceWith } from '../saas-v2/query-instance.ts'
import { encryptAppInfo } from '../v1-app-info.ts'

const query = queryInstanceWith(encryptAppInfo)

/** Shows instances as V2 does, account and password encrypted. */
export const queryInstance: Handler<'saasV1', 'queryInstance'> = async (call, services) => {
  const result = await query(call, services)
  const { v1Encryption: encryptType } = call.address.product
  return { ...result, answer: { ...result.answer, encryptType } }
}
