// The rules of the life cycle once more, from the text of the design and as plainly as possible; it
// shares nothing with the service. It reads calls as they stand on the wire.

import type { OrderLine } from './database-snapshot.ts'
import {
  type Circumstances,
  type Expected,
  type Members,
  type Modelled,
  type Provisioning,
  count,
  isTest,
  phaseAfter,
  rulesOf,
  success,
} from './modelled-instances.ts'

export interface ModelledInstance extends Modelled {
  frozen: boolean
  /** Its stored expiry had passed when it was frozen. */
  frozenAfterExpiry: boolean
  expireTime: number | null
  productId: string | null
}

export interface Model {
  readonly instances: ReadonlyMap<string, ModelledInstance>
  /** The id that an order line got when it was bought, as test or as real. */
  boughtId(order: OrderLine, test: boolean): string | undefined
  /** What a call must be answered with; changes the model as the call must change the service. */
  take(call: Members, circumstances: Circumstances): Expected
  /** The seller fills in the app info; the HTTP status. */
  complete(instanceId: string): 200 | 404 | 409
}

export function createModel(): Model {
  const instances = new Map<string, ModelledInstance>()
  const bought = new Map<string, string>()
  const { change, applyOnce, release, query, firstFree, complete } = rulesOf(instances)

  const activities: Record<string, (call: Members, circumstances: Circumstances) => Expected> = {
    newInstance: buy,
    queryInstance: query,
    refreshInstance: (call, { now }) =>
      applyOnce(call, ['orderId', 'orderLineId', 'scene'], (instance) =>
        refresh(instance, call, now),
      ),
    upgradeInstance: (call) =>
      applyOnce(call, ['orderId', 'orderLineId'], (instance) => count(instance, 'upgraded')),
    updateInstanceStatus: (call, { now }) =>
      change(call, (instance) => setFrozen(instance, call['status'] === 'FREEZE', now)),
    changeInstanceCheck: (call) => change(call, () => undefined),
    releaseInstance: release,
    orderNotify: () => success,
  }

  // The port is asked until the instance is ready.
  function buy(call: Members, { provisioning, madeId }: Circumstances): Expected {
    const test = isTest(call)
    const key = purchaseKey(call, test)
    const known = instances.get(bought.get(key) ?? '')
    if (known?.phase === 'ready' || known?.phase === 'released') return presentState(known)
    const instance = known ?? make(test, firstFree(String(call['businessId']), madeId))
    bought.set(key, instance.id)
    provision(instance, test ? 'ready' : provisioning)
    return presentState(instance)
  }

  function make(test: boolean, id: string): ModelledInstance {
    const instance: ModelledInstance = {
      id,
      test,
      phase: 'provisioning',
      frozen: false,
      frozenAfterExpiry: false,
      expireTime: null,
      productId: null,
      changes: new Map(),
    }
    instances.set(id, instance)
    count(instance, 'created')
    return instance
  }

  return {
    instances,
    boughtId: (order, test) => bought.get(purchaseKey(order, test)),
    take(call, circumstances) {
      const rule = activities[String(call['activity'])]
      if (rule === undefined) throw new Error('the model does not know this activity')
      return rule(call, circumstances)
    },
    complete: (id) => complete(id, (instance) => provision(instance, 'ready')),
  }
}

function purchaseKey({ orderId, orderLineId }: OrderLine | Members, test: boolean): string {
  return JSON.stringify([test, orderId, orderLineId])
}

function presentState({ id, phase }: ModelledInstance): Expected {
  if (phase === 'failed') return { code: '000106' }
  return { code: phase === 'provisioning' ? '000004' : '000000', instanceId: id }
}

function provision(instance: ModelledInstance, provisioning: Provisioning): void {
  if (provisioning === 'ready' && instance.phase !== 'ready') count(instance, 'activated')
  instance.phase = phaseAfter[provisioning]
}

function setFrozen(instance: ModelledInstance, frozen: boolean, now: number): void {
  if (instance.frozen === frozen) return
  instance.frozen = frozen
  instance.frozenAfterExpiry = frozen && instance.expireTime !== null && instance.expireTime <= now
  count(instance, frozen ? 'frozen' : 'unfrozen')
}

// A cancelled renewal is none, and one whose new expiry has passed too leaves the instance expired.
function refresh(instance: ModelledInstance, call: Members, now: number): void {
  instance.expireTime = timeOf(String(call['expireTime']))
  const { productId } = call
  if (typeof productId === 'string') instance.productId = productId
  count(instance, 'refreshed')
  const isRenewal = call['scene'] !== 'UNSUBSCRIBE_RENEWAL_PERIOD' && instance.expireTime > now
  if (isRenewal && instance.frozenAfterExpiry) setFrozen(instance, false, now)
}

/** Milliseconds of a time written yyyyMMddHHmmss, with or without SSS, in UTC. */
function timeOf(text: string): number {
  const part = (from: number, to: number) => Number(text.slice(from, to))
  const [year, month, day] = [part(0, 4), part(4, 6), part(6, 8)]
  return Date.UTC(year, month - 1, day, part(8, 10), part(10, 12), part(12, 14), part(14, 17))
}
