import { setImmediate as turn } from 'node:timers/promises'
import type { OrderInfo } from './open-api.ts'
import type { Call, Parts, Seller } from './parts.ts'
import { textOf } from './parse.ts'
import { Refusal } from './refusal.ts'

export interface Instance {
  readonly id: string
  status: 'active' | 'frozen' | 'released'
  /** As the store wrote it: yyyyMMddHHmmss, or with milliseconds. */
  expireTime?: string | undefined
  /** What the store told of the latest order, if it was asked. */
  order?: OrderInfo | undefined
  license?: string
  /** Whom an account is opened for, in V1. */
  mobilePhone?: string | undefined
}

/** What was sold, and what the kit has told; in a world of tests what was played. */
export interface World {
  readonly claims: Map<string, Promise<unknown>>
  readonly instances: Map<string, Instance>
  /** Tenants, applications, users and departments by their ids, with the time of the call that told. */
  readonly kit: Map<string, { readonly timeStamp: string; readonly isDeleted: boolean }>
}

export interface Memory {
  readonly real: World
  readonly test: World
  /** Until when a nonce is remembered. */
  readonly nonces: Map<string, number>
}

const emptyWorld = (): World => ({ claims: new Map(), instances: new Map(), kit: new Map() })

export const emptyMemory = (): Memory => ({
  real: emptyWorld(),
  test: emptyWorld(),
  nonces: new Map(),
})

// The ids that make a repeat; businessId is another one at every attempt.
const ids = [
  'orderId',
  'orderLineId',
  'instanceId',
  'license',
  'scene',
  'eventId',
  'deviceFingerprint',
]
const isUsage = (call: Call) => ['0', '5'].includes(textOf(call.members['chargingMode']))

function claimOf(call: Call): string {
  const names = isUsage(call) ? [...ids, 'productId'] : ids
  const { generation, activity, members } = call
  return JSON.stringify([generation, activity, ...names.map((name) => members[name] ?? null)])
}

async function once<Result>(key: string, work: () => Promise<Result>, { claims }: World) {
  const before = claims.get(key) as Promise<Result> | undefined
  if (before !== undefined) return before
  const made = work()
  claims.set(key, made)
  made.catch(() => claims.delete(key))
  return made
}

// The dial test names ids that were typed by hand once, and wants success for ever. The codes of
// License C are the store's own: what was not heard of before is known from now on.
function findInstance(call: Call, id: string, seller: Seller): Instance {
  const { instances } = seller.does.world(call, seller)
  const known = instances.get(id)
  if (known !== undefined && known.status !== 'released') return known
  if (!call.isTest && (known !== undefined || call.generation !== 'licenseC'))
    throw new Refusal('000003', 'the instance is unknown or released')
  const made: Instance = { id, status: 'active' }
  instances.set(id, made)
  return made
}

export const memoryParts = {
  world: (call, { memory }) => (call.isTest ? memory.test : memory.real),
  claimOf,
  once,
  findInstance,
  newInstanceId: (call) => textOf(call.members['businessId']),
  async provision(call, seller, order) {
    await turn()
    const { does } = seller
    const id = does.newInstanceId(call, seller)
    const mobilePhone = does.decryptField(textOf(call.members['mobilePhone']), call.key)
    const expireTime = order?.orderLine[0]?.expireTime ?? undefined
    const instance: Instance = { id, status: 'active', mobilePhone, order, expireTime }
    does.world(call, seller).instances.set(id, instance)
    return instance
  },
} satisfies Partial<Parts>
