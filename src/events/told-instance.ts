import { isDeepStrictEqual } from 'node:util'
import { type EventType, feedTypeOf, sceneOf } from '../domain/event/event-types.ts'
import { type Instance, statusOf } from '../domain/instance/instance.ts'
import { type Plan, planOf } from '../domain/instance/plan.ts'
import { present } from '../domain/present.ts'
import { subjectOf } from '../domain/subject.ts'
import type { Told } from './told.ts'

/** An entry of the history of an instance. */
export interface HistoryEntry {
  readonly type: EventType
  readonly orderId?: string | undefined
  /** Why the store refreshed it, in its own word. */
  readonly scene?: string | undefined
  /** Of an order that was applied before Koogate: only the history tells it. */
  readonly isOld?: boolean | undefined
}

/** A change of an instance. */
export interface InstanceStory {
  readonly instance: Instance
  /** As it was kept; undefined for one that is new. */
  readonly before: Instance | undefined
  readonly events: readonly HistoryEntry[]
  readonly messageId: string | null
  /** The order that brought it about, where no entry names one. */
  readonly orderId: string | null
}

/** The data of a change of an instance, as they are kept: what is null is left out, and the view fills it in. */
export type InstanceData = ReturnType<typeof kept>

/** What is told of a change of an instance; one that its history does not name is `instance.changed`. */
export function toldInstance(story: InstanceStory): Told {
  const { instance, events } = story
  const { instanceId, site, address, test, version, orders } = instance
  const role = orders.at(-1)?.role
  const types = events
    .filter(({ isOld }) => isOld !== true)
    .map(({ type }) => feedTypeOf(type, role))
  const data = dataOf(story)
  return {
    ...{ site, address, test },
    topic: subjectOf('instance', instanceId),
    seq: version,
    types: types.length === 0 ? ['instance.changed'] : types,
    personal: data.buyer !== null || [data.plan, data.previousPlan].some(hasParams),
    data: kept(data),
  }
}

// Each byte is encrypted, and written for each event of the change.
function kept({ plan, previousPlan, changed, metadata, ...others }: ReturnType<typeof dataOf>) {
  return present({
    ...others,
    plan: plan && present(plan),
    previousPlan: previousPlan && present(previousPlan),
    changed: changed.length === 0 ? null : changed,
    metadata: Object.keys(metadata).length === 0 ? null : metadata,
  })
}

function dataOf({ instance, before, events, messageId, ...cause }: InstanceStory) {
  const orderId = events.find((one) => one.orderId)?.orderId ?? cause.orderId
  const plan = planOf(instance.orders)
  const previousPlan = previousPlanOf(instance, before, plan)
  return {
    instanceId: instance.instanceId,
    address: instance.address,
    family: instance.family,
    test: instance.test,
    status: statusOf(instance),
    previousStatus: before === undefined ? null : statusOf(before),
    version: instance.version,
    productId: instance.productId,
    expireTime: instance.expireTime,
    acceptanceTime: instance.acceptanceTime,
    trial: instance.trial,
    plan,
    previousPlan,
    buyer: instance.buyer,
    scene: sceneIn(instance, events),
    changed: before === undefined ? [] : changedIn(instance, before, previousPlan),
    failure: instance.failure,
    attention: instance.attention,
    externalId: instance.externalId,
    metadata: instance.metadata,
    cause: { messageId, orderId },
  }
}

function previousPlanOf({ orders }: Instance, before: Instance | undefined, plan: Plan | null) {
  if (before === undefined || before.orders === orders) return null
  const previous = planOf(before.orders)
  return isDeepStrictEqual(previous, plan) ? null : previous
}

// V1 has no scenes: there it follows from what the order did.
function sceneIn({ orders }: Instance, events: readonly HistoryEntry[]): string | null {
  const refresh = events.find(({ type }) => type === 'instance.refreshed')
  if (refresh === undefined || refresh.isOld === true) return null
  return refresh.scene ?? sceneOf(orders.at(-1)?.role)
}

const watched = [
  'productId',
  'expireTime',
  'acceptanceTime',
  'trial',
  'buyer',
  'failure',
  'attention',
  'externalId',
  'metadata',
  'appInfo',
  'usageInfo',
] as const satisfies readonly (keyof Instance)[]

function changedIn(instance: Instance, before: Instance, previousPlan: Plan | null): string[] {
  const changed = watched.filter((name) => !isDeepStrictEqual(instance[name], before[name]))
  return [...(previousPlan === null ? [] : ['plan']), ...changed]
}

function hasParams(plan: Plan | null): boolean {
  return (plan?.extendParams?.length ?? 0) > 0
}
