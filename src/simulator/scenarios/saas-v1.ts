import { randomUUID } from 'node:crypto'
import type { CallsOf, StoreCall } from '../calls/calls.ts'
import { instanceIs } from './expectations.ts'
import { products } from '../products/products.ts'
import type { Scenario } from './scenario.ts'
import type { Cast, ScriptedStore } from '../store/scripted-store.ts'
import { beijingTime } from '../store-time.ts'

type V1Calls = CallsOf['saasV1']

const { productId, skuCode } = products.standardYear
const period = { periodType: 'year', periodNumber: '1' } as const

/** The purchase; each step of a supervised product and the buyer's page are the same call again. */
function purchase(cast: Cast, more: Partial<V1Calls['newInstance']> = {}): StoreCall {
  const { field } = cast.sealing
  return {
    generation: 'saasV1',
    activity: 'newInstance',
    members: {
      activity: 'newInstance',
      businessId: randomUUID(),
      customerId: '68cbc86abc2018ab880d92f36422fa0e',
      customerName: '张三 & co=1',
      mobilePhone: field('15905222222'),
      email: field('buyer@example.com'),
      orderId: cast.order('purchase').orderId,
      productId,
      skuCode,
      amount: '50',
      chargingMode: '1',
      expireTime: secondsOf(cast.yearsOn(1)),
      ...period,
      ...more,
    },
  }
}

/** A renewal until so many years from the first day on. */
function renewal(cast: Cast, years: number): StoreCall {
  return {
    generation: 'saasV1',
    activity: 'refreshInstance',
    members: {
      activity: 'refreshInstance',
      orderId: cast.order(`renewal ${years}`).orderId,
      instanceId: cast.instanceId(),
      productId,
      expireTime: secondsOf(cast.yearsOn(years)),
      orderAmount: '100.125',
      ...period,
    },
  }
}

function upgrade(cast: Cast): StoreCall {
  const { orderId } = cast.order('upgrade')
  const activity = 'upgrade'
  const members = { activity, orderId, instanceId: cast.instanceId(), productId, skuCode } as const
  return { generation: 'saasV1', activity, members: { ...members, amount: '100' } }
}

function end(cast: Cast, activity: 'expireInstance' | 'releaseInstance'): StoreCall {
  const ids = { instanceId: cast.instanceId(), orderId: cast.order('purchase').orderId }
  return activity === 'expireInstance'
    ? { generation: 'saasV1', activity, members: { activity, ...ids } }
    : { generation: 'saasV1', activity, members: { activity, ...ids } }
}

function status(cast: Cast, instanceStatus: 'FREEZE' | 'NORMAL'): StoreCall {
  const activity = 'instanceStatus'
  const members = { activity, instanceId: cast.instanceId(), instanceStatus } as const
  return { generation: 'saasV1', activity, members }
}

function query(cast: Cast): StoreCall {
  const activity = 'queryInstance'
  const members = { activity, instanceId: cast.instanceId() } as const
  return { generation: 'saasV1', activity, members }
}

function secondsOf(moment: Date): string {
  return beijingTime(moment).slice(0, 14)
}

const bought = instanceIs('active', { years: 1, quantity: 50 })

/** A buyer's whole way in V1, with a product under service supervision (服务监管). */
export const saasV1Life: Scenario<ScriptedStore> = {
  name: 'SaaS V1: a supervised product, bought, renewed, expired, upgraded and released',
  steps: [
    { name: 'buy', play: (store) => store.call((cast) => purchase(cast)), look: bought },
    { name: 'open the page', play: (store) => store.call((cast) => purchase(cast)), look: bought },
    {
      name: 'the buyer accepts',
      play: (store) =>
        store.call((cast) => purchase(cast, { acceptanceTime: beijingTime(cast.now()) })),
      look: bought,
    },
    {
      name: 'renew for a year',
      play: (store) => store.call((cast) => renewal(cast, 2)),
      look: instanceIs('active', { years: 2 }),
    },
    {
      name: 'expire',
      play: (store) => store.call((cast) => end(cast, 'expireInstance')),
      look: instanceIs('frozen', { years: 2 }),
    },
    {
      name: 'renew what expired',
      play: (store) => store.call((cast) => renewal(cast, 3)),
      look: instanceIs('active', { years: 3 }),
    },
    {
      name: 'upgrade to 100 seats',
      play: (store) => store.call(upgrade),
      look: instanceIs('active', { years: 3, quantity: 100 }),
    },
    {
      name: 'freeze',
      play: (store) => store.call((cast) => status(cast, 'FREEZE')),
      look: instanceIs('frozen'),
    },
    {
      name: 'unfreeze',
      play: (store) => store.call((cast) => status(cast, 'NORMAL')),
      look: instanceIs('active'),
    },
    {
      name: 'ask for the instance',
      play: (store) => store.call(query),
      look: instanceIs('active'),
    },
    {
      name: 'dial test',
      play: (store) => store.dialTest('saasV1'),
      look: instanceIs('active', { years: 3, quantity: 100 }),
    },
    {
      name: 'release',
      play: (store) => store.call((cast) => end(cast, 'releaseInstance')),
      look: instanceIs('released'),
    },
    {
      name: 'renew all the same',
      play: (store) => store.call((cast) => renewal(cast, 4), { accepts: ['000003'] }),
      answer: '000003',
      look: instanceIs('released', { years: 3 }),
    },
  ],
}
