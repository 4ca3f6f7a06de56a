import type { OrderKey } from '../domain/instance/instance.ts'
import { type Call, originOf } from './call.ts'
import type { FetchOrder } from './handler.ts'

/** The order of a call, to be fetched; `instanceId` is the instance that it completes, if any. */
export function orderToFetch(
  call: Call<OrderKey>,
  instanceId: string | null,
  callNamedProduct = false,
): FetchOrder {
  const { orderId, orderLineId } = call.body
  return { ...originOf(call), orderId, orderLineId, instanceId, callNamedProduct }
}
