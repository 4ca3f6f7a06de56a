import { randomUUID } from 'node:crypto'
import type { CallsOf, StoreCall } from '../calls/calls.ts'
import { instanceIs } from './expectations.ts'
import { products } from '../products/products.ts'
import type { Scenario } from './scenario.ts'
import type { ScenarioContext, ScriptedStore } from '../store/scripted-store.ts'
import { beijingTime } from '../store-time.ts'

type V1Calls = CallsOf['saasV1']

const { productId, skuCode } = products.standardYear
const period = { periodType: 'year', periodNumber: '1' } as const

/** The purchase; each step of a supervised product and the buyer's page are the same call again. */
function purchase(context: ScenarioContext, more: Partial<V1Calls['newInstance']> = {}): StoreCall {
  const { field } = context.encryption
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
      orderId: context.order('purchase').orderId,
      productId,
      skuCode,
      amount: '50',
      chargingMode: '1',
      expireTime: secondsOf(context.yearsOn(1)),
      ...period,
      ...more,
    },
  }
}

/** A renewal until so many years from the first day on. */
function renewal(context: ScenarioContext, years: number): StoreCall {
  return {
    generation: 'saasV1',
    activity: 'refreshInstance',
    members: {
      activity: 'refreshInstance',
      orderId: context.order(`renewal ${years}`).orderId,
      instanceId: context.instanceId(),
      productId,
      expireTime: secondsOf(context.yearsOn(years)),
      orderAmount: '100.125',
      ...period,
    },
  }
}

function upgrade(context: ScenarioContext): StoreCall {
  const { orderId } = context.order('upgrade')
  const activity = 'upgrade'
  const members = {
    activity,
    orderId,
    instanceId: context.instanceId(),
    productId,
    skuCode,
  } as const
  return { generation: 'saasV1', activity, members: { ...members, amount: '100' } }
}

function end(context: ScenarioContext, activity: 'expireInstance' | 'releaseInstance'): StoreCall {
  const ids = { instanceId: context.instanceId(), orderId: context.order('purchase').orderId }
  return activity === 'expireInstance'
    ? { generation: 'saasV1', activity, members: { activity, ...ids } }
    : { generation: 'saasV1', activity, members: { activity, ...ids } }
}

function status(context: ScenarioContext, instanceStatus: 'FREEZE' | 'NORMAL'): StoreCall {
  const activity = 'instanceStatus'
  const members = { activity, instanceId: context.instanceId(), instanceStatus } as const
  return { generation: 'saasV1', activity, members }
}

function query(context: ScenarioContext): StoreCall {
  const activity = 'queryInstance'
  const members = { activity, instanceId: context.instanceId() } as const
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
    { name: 'buy', play: (store) => store.call((context) => purchase(context)), expect: bought },
    {
      name: 'open the page',
      play: (store) => store.call((context) => purchase(context)),
      expect: bought,
    },
    {
      name: 'the buyer accepts',
      play: (store) =>
        store.call((context) => purchase(context, { acceptanceTime: beijingTime(context.now()) })),
      expect: bought,
    },
    {
      name: 'renew for a year',
      play: (store) => store.call((context) => renewal(context, 2)),
      expect: instanceIs('active', { years: 2 }),
    },
    {
      name: 'expire',
      play: (store) => store.call((context) => end(context, 'expireInstance')),
      expect: instanceIs('frozen', { years: 2 }),
    },
    {
      name: 'renew what expired',
      play: (store) => store.call((context) => renewal(context, 3)),
      expect: instanceIs('active', { years: 3 }),
    },
    {
      name: 'upgrade to 100 seats',
      play: (store) => store.call(upgrade),
      expect: instanceIs('active', { years: 3, quantity: 100 }),
    },
    {
      name: 'freeze',
      play: (store) => store.call((context) => status(context, 'FREEZE')),
      expect: instanceIs('frozen'),
    },
    {
      name: 'unfreeze',
      play: (store) => store.call((context) => status(context, 'NORMAL')),
      expect: instanceIs('active'),
    },
    {
      name: 'ask for the instance',
      play: (store) => store.call(query),
      expect: instanceIs('active'),
    },
    {
      name: 'dial test',
      play: (store) => store.dialTest('saasV1'),
      expect: instanceIs('active', { years: 3, quantity: 100 }),
    },
    {
      name: 'release',
      play: (store) => store.call((context) => end(context, 'releaseInstance')),
      expect: instanceIs('released'),
    },
    {
      name: 'renew all the same',
      play: (store) => store.call((context) => renewal(context, 4), { accepts: ['000003'] }),
      answer: '000003',
      expect: instanceIs('released', { years: 3 }),
    },
  ],
}
