import { lengths, type StoreSchemas } from '../../contract/index.ts'
import { mockOrder } from '../products/mock-orders.ts'
import { refusal, type WireAnswer } from './store-refusal.ts'

/** Where an order is queried (查询订单). */
export const orderQueryPath = '/api/mkp-openapi-public/global/v1/order/query'

type FindOrder = (orderId: string) => StoreSchemas['OrderInfo'] | undefined

/** The order that a query asks for, a fixed mock order where none has its id, or why there is none. */
export function queryOrder({ searchParams }: URL, findOrder: FindOrder, now: Date): WireAnswer {
  const { orderId, orderLineId, ...unknown } = Object.fromEntries(searchParams)
  const [unknownName] = Object.keys(unknown)
  if (unknownName !== undefined) return refusal('MKT.0101', `${unknownName} is unknown`)
  if (orderId === undefined) return refusal('MKT.0101', 'orderId is missing')
  if (orderId.length > lengths.orderId || (orderLineId ?? '').length > lengths.orderLineId)
    return refusal('MKT.0100', 'an id is too long')
  const order = findOrder(orderId) ?? mockOrder(orderId, now)
  const lines = order?.orderLine.filter(
    (line) => orderLineId === undefined || line.orderLineId === orderLineId,
  )
  if (order === undefined || lines?.length === 0) return refusal('MKT.0150')
  const orderInfo = { ...order, orderLine: lines }
  return { status: 200, body: { resultCode: 'MKT.0000', resultMsg: 'Success', orderInfo } }
}
