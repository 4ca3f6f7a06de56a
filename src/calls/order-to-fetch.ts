import type { OrderKey } from '../domain/instance/instance.ts'
import type { Call } from './call.ts'
import type { FetchOrder } from './handler.ts'

/** The order of a call, to be fetched; `instanceId` is the instance that it completes, if any. */
export function orderToFetch(
  { address, test, body: { orderId, orderLineId } }: Call<OrderKey>,
  instanceId: string | null,
  callNamedProduct = false,
): FetchOrder {
  return { address: address.name, test, orderId, orderLineId, instanceId, callNamedProduct }
}
