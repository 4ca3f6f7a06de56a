import type { SellerSchemas } from '../../contract/index.ts'
import type { OrderKey } from '../products/order-ids.ts'
import type { Product } from '../products/products.ts'
import { callTime } from '../store-time.ts'

type Schemas = SellerSchemas

/** The body of a purchase; the store sends another business id each time. */
export function newInstanceBody(order: OrderKey, businessId: string): Schemas['NewInstance'] {
  return { activity: 'newInstance', businessId, ...keyOf(order) }
}

/** The body that asks for an instance, once or again and again. */
export function queryInstanceBody(instanceId: string): Schemas['QueryInstance'] {
  return { activity: 'queryInstance', instanceId }
}

/** New terms of an instance: the order that brings them, what is sold from now on, and what was until now. */
export interface Refresh {
  readonly scene: Schemas['RefreshInstance']['scene']
  readonly order: OrderKey
  readonly product: Product
  readonly present: Product
  readonly expireTime: Date
}

/** The body that tells the end of an instance with new terms. */
export function refreshInstanceBody(
  instanceId: string,
  { scene, order, product, present, expireTime }: Refresh,
): Schemas['RefreshInstance'] {
  return {
    activity: 'refreshInstance',
    scene,
    instanceId,
    expireTime: callTime(expireTime),
    // Sent only when the kind of period changes; else the order query tells the product.
    ...(product.periodType !== present.periodType && { productId: product.productId }),
    ...keyOf(order),
  }
}

/** The body of an upgrade; what was bought is told by the order query only. */
export function upgradeInstanceBody(
  instanceId: string,
  order: OrderKey,
): Schemas['UpgradeInstance'] {
  return { activity: 'upgradeInstance', instanceId, ...keyOf(order) }
}

/** The body that freezes or unfreezes. */
export function instanceStatusBody(
  instanceId: string,
  status: Schemas['UpdateInstanceStatus']['status'],
): Schemas['UpdateInstanceStatus'] {
  return { activity: 'updateInstanceStatus', instanceId, status }
}

/** The body of a release; with the order of the unsubscription, if that is its cause. */
export function releaseInstanceBody(
  instanceId: string,
  order?: OrderKey,
): Schemas['ReleaseInstance'] {
  return { activity: 'releaseInstance', instanceId, ...(order && keyOf(order)) }
}

/** The body that asks whether a renewal may change to a product. */
export function changeCheckBody(
  instanceId: string,
  { productId, skuCode, productName }: Product,
  linearValue: number,
): Schemas['ChangeInstanceCheck'] {
  const productInfo = { productId, skuCode, linearValue, productName }
  return { activity: 'changeInstanceCheck', instanceId, productInfo }
}

function keyOf({ orderId, orderLineId }: OrderKey): OrderKey {
  return { orderId, orderLineId }
}
