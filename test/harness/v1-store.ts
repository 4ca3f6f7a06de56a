import { randomUUID } from 'node:crypto'
import type { Answer } from './contract-hook.ts'
import type { TestService } from './service.ts'
import { newOrder } from './store.ts'
import { type V1CallOptions, v1Call } from './v1-call.ts'

export type Parameters = Readonly<Record<string, string>>

/** A valid purchase of a new order by period. */
export function v1Purchase(more: Parameters = {}): Record<string, string> {
  return {
    activity: 'newInstance',
    businessId: randomUUID(),
    chargingMode: '1',
    customerId: '68cbc86abc2018ab880d92f36422fa0e',
    customerName: 'zhangsan',
    expireTime: '20991231235959',
    orderId: newOrder().orderId,
    periodNumber: '1',
    periodType: 'year',
    productId: '00301-666666-0--0',
    ...more,
  }
}

/** The change of an instance by a new order; what is left out is right. */
export function v1Refresh(instanceId: string, more: Parameters = {}): Record<string, string> {
  const { orderId } = newOrder()
  return { activity: 'refreshInstance', instanceId, orderId, expireTime: '20991231235959', ...more }
}

export function v1Upgrade(instanceId: string, more: Parameters = {}): Record<string, string> {
  const { orderId } = newOrder()
  const product = { productId: '00301-666688-0-0', skuCode: 'sku-large' }
  return { activity: 'upgrade', instanceId, orderId, ...product, ...more }
}

/** Buys an instance and returns its id. */
export async function v1Buy(
  service: Pick<TestService, 'url'>,
  more: Parameters = {},
  options: V1CallOptions = {},
): Promise<string> {
  const { body } = await v1Call(service, v1Purchase(more), options)
  return String(body['instanceId'])
}

/** The access data that an answer tells. */
export function appInfoIn({ body }: Answer): Record<string, string> {
  return body['appInfo'] as Record<string, string>
}

/** The access data that the answer to a query tells of its first instance. */
export function firstInfoIn({ body }: Answer): Record<string, string> {
  const [first] = body['info'] as { appInfo: Record<string, string> }[]
  return first?.appInfo ?? {}
}
