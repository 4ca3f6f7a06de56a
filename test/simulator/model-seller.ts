import type { ReceivedQuery } from '../../src/simulator/api/open-apis.ts'
import type { OrderStore } from '../../src/simulator/api/order-store.ts'
import type { InstanceState, SellerView } from '../../src/simulator/scenarios/seller-view.ts'
import type { StoreSchemas } from '../../src/contract/index.ts'
import type { ReceivedCall, Reply } from './seller.ts'

type OrderInfo = StoreSchemas['OrderInfo']

/** The smallest seller that does everything right, all in memory, for a store to play with. */
export interface ModelSeller {
  readonly answer: (call: ReceivedCall) => Reply
  readonly view: SellerView
  readonly orderStore: Pick<OrderStore, 'orders' | 'calls'>
  readonly instances: Map<string, InstanceState>
}

export function createModelSeller(): ModelSeller {
  const sold = new Map<string, OrderInfo>()
  const calls: ReceivedQuery[] = []
  const instances = new Map<string, InstanceState>()
  const orders = {
    add: (order: OrderInfo) => void sold.set(order.orderId, order),
    find: (orderId: string) => sold.get(orderId),
  }
  const readOrder = (orderId: string) => {
    calls.push({ orderId, orderLineId: undefined, at: new Date(), answer: 'MKT.0000' })
    const order = orders.find(orderId)
    const [line] = order?.orderLine ?? []
    const [product] = line?.productInfo ?? []
    return { order, line, product }
  }
  const apply = (id: string, orderId: string, expireTime?: unknown) => {
    const { order, line, product } = readOrder(orderId)
    instances.set(id, {
      status: instances.get(id)?.status ?? 'active',
      productId: product?.productId ?? null,
      expireTime: dateOf(expireTime ?? line?.expireTime),
      order: {
        orderId,
        state: 'fetched',
        type: order?.orderType ?? null,
        quantity: product?.linearValue ?? null,
      },
      appInfo: null,
    })
  }
  const setStatus = (id: string, status: string) => {
    const state = instances.get(id)
    if (state) instances.set(id, { ...state, status })
  }
  const carryOut = (members: ReceivedCall['members'], id: string): Record<string, unknown> => {
    const orderId = String(members['orderId'])
    switch (members['activity']) {
      case 'newInstance':
        apply(String(members['businessId']), orderId)
        return { instanceId: members['businessId'] }
      case 'queryInstance':
        return { info: [{ instanceId: id, appInfo: { frontEndUrl: 'https://a.example.com' } }] }
      case 'refreshInstance':
        apply(id, orderId, members['expireTime'])
        return {}
      case 'upgradeInstance':
        apply(id, orderId, instances.get(id)?.expireTime)
        return {}
      case 'updateInstanceStatus':
        setStatus(id, members['status'] === 'FREEZE' ? 'frozen' : 'active')
        return {}
      case 'releaseInstance':
        setStatus(id, 'released')
        return {}
      case 'orderNotify':
        readOrder(orderId)
        return {}
      default:
        return {}
    }
  }
  const testAnswer = ({ businessId, instanceId }: ReceivedCall['members']) => ({
    ...(businessId !== undefined && { instanceId: businessId }),
    ...(instanceId !== undefined && {
      info: [{ instanceId, appInfo: { frontEndUrl: 'https://a.example.com' } }],
    }),
  })
  return {
    answer({ members }) {
      const right = { resultCode: '000000', resultMsg: 'success.' }
      if (members['testFlag'] === '1') return { body: { ...right, ...testAnswer(members) } }
      const id = String(members['instanceId'])
      const released = instances.get(id)?.status === 'released'
      if (released) return { body: { resultCode: '000003', resultMsg: 'released' } }
      return { body: { ...right, ...carryOut(members, id) } }
    },
    view: {
      readInstance: (id) => Promise.resolve(instances.get(id)),
      read: () => Promise.resolve(undefined),
      putAppInfo: () => Promise.resolve(),
    },
    orderStore: { orders, calls },
    instances,
  }
}

function dateOf(value: unknown): Date | null {
  if (value instanceof Date) return value
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(String(value))?.slice(1).map(Number)
  if (parts === undefined) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}
