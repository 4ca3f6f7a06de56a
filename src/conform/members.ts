import type { Generation } from './generations.ts'
import type { ActivityOf } from '../simulator/calls/calls.ts'
import { debugCasesOf } from '../simulator/calls/debug-cases.ts'
import type { Encryption } from '../simulator/calls/encryption.ts'
import { firstLineOf } from '../simulator/products/order-ids.ts'
import { beijingTime, callTime, orderTime } from '../simulator/store-time.ts'
import type { Members } from './exchange.ts'
import { orderTypeOf, type PlaceOrder } from './orders.ts'

/** An activity of any generation. */
export type Activity = ActivityOf

/** What the members of a call are made with. */
export interface MemberContext {
  readonly generation: Generation
  readonly encryption: Encryption
  /** False: a real call, which carries no test flag (in the kit a flag of 0). */
  readonly test: boolean
  readonly newId: (kind: string) => string
  readonly placeOrder: PlaceOrder
}

/**
 * The members of a valid request of the store: the sample of the documents with ids of its own, and
 * with times that lie ahead. An instance that it is about is one that no purchase made: a rule gives
 * the id that the seller returned.
 */
export function validMembers(
  activity: string,
  context: MemberContext,
  overrides: Members = {},
): Members {
  const { generation, encryption, test } = context
  const sample = debugCasesOf(generation, encryption).find((one) => one.activity === activity)
  if (sample === undefined) throw new Error(`${generation} has no activity ${activity}`)
  const sampled = Object.entries(sample.members).filter(([name]) => !(name in overrides))
  const members = sampled.map(([name, value]): readonly [string, unknown] => [
    name,
    fresh(name, value, { ...context, activity }),
  ])
  const all: Members = { ...Object.fromEntries(members), ...overrides }
  return withLine(test ? all : withoutTestFlag(all, generation), overrides)
}

const idKinds: Readonly<Record<string, string>> = {
  instanceId: 'INSTANCE',
  license: 'LICENSE',
  eventId: 'EVENT',
  tenantId: 'TENANT',
  appId: 'APP',
  tenantCode: 'TENANT',
}

function fresh(
  name: string,
  value: unknown,
  { generation, activity, newId, placeOrder }: MemberContext & { readonly activity: string },
): unknown {
  const kind = idKinds[name]
  if (name === 'orderId' && value !== '')
    return placeOrder({ orderType: orderTypeOf(activity) }).orderId
  if (kind !== undefined) return value === '' ? value : newId(kind)
  if (name === 'businessId') return newId('BUSINESS')
  if (name === 'timeStamp' || name === 'currentSyncTime') return beijingTime(new Date())
  if (typeof value !== 'string') return value
  if (name === 'effectiveTime') return timeLike(value, new Date(), generation)
  if (name !== 'expireTime') return value
  return timeLike(value, new Date(Date.now() + yearMs), generation)
}

const yearMs = 365 * 24 * 3600_000

// In the form of the sample.
function timeLike(sample: string, moment: Date, generation: Generation): string {
  if (sample.endsWith('z')) return `${moment.toISOString().slice(0, 19).replace('T', ' ')} z`
  return generation === 'saasV2' && sample.length === 17 ? callTime(moment) : orderTime(moment)
}

function withoutTestFlag(members: Members, generation: Generation): Members {
  if (generation === 'kitV1' || generation === 'kitV2') return { ...members, testFlag: 0 }
  const { testFlag: _, ...others } = members
  return others
}

// The line is one of the order, whichever the order is.
function withLine(members: Members, overrides: Members): Members {
  const { orderId, orderLineId } = members
  if (orderLineId === undefined || 'orderLineId' in overrides) return members
  return { ...members, orderLineId: firstLineOf(String(orderId)) }
}
