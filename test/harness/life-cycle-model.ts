// The rules of the life cycle once more, from the text of the design and as plainly as possible; it
// shares nothing with the service. It reads calls as they stand on the wire.

import type { OrderLine } from './database-snapshot.ts'
import { type ModelledOrder, later, productOf, takeBack } from './modelled-orders.ts'

export type Members = Readonly<Record<string, unknown>>

/** What the provisioning port says to a real purchase. */
export type Provisioning = 'ready' | 'pending' | 'refused'

export interface ModelledInstance {
  readonly id: string
  readonly test: boolean
  phase: 'provisioning' | 'ready' | 'failed' | 'released'
  frozen: boolean
  /** Its stored expiry had passed when it was frozen. */
  frozenAfterExpiry: boolean
  expireTime: number | null
  productId: string | null
  readonly orders: ModelledOrder[]
  /** How often each kind of change happened. */
  readonly changes: Map<string, number>
}

export interface Expected {
  readonly code: string
  /** Of a purchase that was accepted. */
  readonly instanceId?: string
  /** Ids that stand in the info of a query. */
  readonly info?: readonly string[]
}

export interface Circumstances {
  readonly now: number
  readonly provisioning: Provisioning
  /** The id of the instance that a purchase made: only looked at where the rules leave it open. */
  readonly madeId: string | undefined
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

const success = { code: '000000' }
const unknown = { code: '000003' }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function createModel(): Model {
  const instances = new Map<string, ModelledInstance>()
  const bought = new Map<string, string>()
  const applied = new Set<string>()

  const activities: Record<string, (call: Members, circumstances: Circumstances) => Expected> = {
    newInstance: buy,
    queryInstance: query,
    refreshInstance: (call, { now }) =>
      applyOnce(call, ['orderId', 'orderLineId', 'scene'], (instance) =>
        refresh(instance, call, now),
      ),
    upgradeInstance: (call) =>
      applyOnce(call, ['orderId', 'orderLineId'], (instance) => upgrade(instance, call)),
    updateInstanceStatus: (call, { now }) =>
      change(call, (instance) => setFrozen(instance, call['status'] === 'FREEZE', now)),
    changeInstanceCheck: (call) => change(call, () => undefined),
    releaseInstance: release,
    orderNotify: () => success,
  }

  function buy(call: Members, { provisioning, madeId }: Circumstances): Expected {
    const test = isTest(call)
    const key = purchaseKey(call, test)
    const known = instances.get(bought.get(key) ?? '')
    // While the answer of the port is missing, or was a refusal, it is asked again.
    const isSettled = known?.phase === 'ready' || known?.phase === 'released'
    if (isSettled) return presentState(known)
    const instance = known ?? make(test, firstFree(String(call['businessId']), madeId))
    bought.set(key, instance.id)
    provision(instance, test ? 'ready' : provisioning)
    return presentState(instance)
  }

  // The first businessId, or a UUID where another purchase has that id.
  function firstFree(businessId: string, madeId: string | undefined): string {
    if (!instances.has(businessId)) return businessId
    const isNew = madeId !== undefined && uuid.test(madeId) && !instances.has(madeId)
    return isNew ? madeId : 'a UUID that no instance has'
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
      orders: [],
      changes: new Map(),
    }
    instances.set(id, instance)
    count(instance, 'created')
    return instance
  }

  /** The instance that a call may see: of its own kind, and not released. */
  function own(id: unknown, call: Members): ModelledInstance | undefined {
    const instance = instances.get(String(id))
    const isOwn = instance?.test === isTest(call) && instance.phase !== 'released'
    return isOwn ? instance : undefined
  }

  function change(call: Members, apply: (instance: ModelledInstance) => void): Expected {
    const instance = own(call['instanceId'], call)
    if (instance === undefined) return isTest(call) ? success : unknown
    apply(instance)
    return success
  }

  function applyOnce(
    call: Members,
    ids: readonly string[],
    apply: (instance: ModelledInstance) => void,
  ): Expected {
    const names = ['activity', 'instanceId', ...ids]
    const key = JSON.stringify([isTest(call), ...names.map((name) => call[name])])
    if (applied.has(key)) return success
    return change(call, (instance) => {
      applied.add(key)
      apply(instance)
    })
  }

  function release(call: Members): Expected {
    const known = instances.get(String(call['instanceId']))
    const isKnown = known?.test === isTest(call)
    if (!isKnown && !isTest(call)) return unknown
    const instance = own(call['instanceId'], call)
    if (instance === undefined) return success
    instance.phase = 'released'
    count(instance, 'released')
    return success
  }

  function query(call: Members): Expected {
    const ids = [...new Set(String(call['instanceId']).split(','))]
    if (isTest(call)) return { ...success, info: ids }
    const seen = ids.map((id) => own(id, call))
    const inPhase = (phase: string) => seen.filter((instance) => instance?.phase === phase)
    const info = inPhase('ready').flatMap((instance) => instance?.id ?? [])
    if (inPhase('provisioning').length > 0) return { code: '000004', info }
    if (info.length > 0) return { ...success, info }
    return inPhase('failed').length > 0 ? { code: '000005', info } : { ...unknown, info }
  }

  return {
    instances,
    boughtId: (order, test) => bought.get(purchaseKey(order, test)),
    take(call, circumstances) {
      const rule = activities[String(call['activity'])]
      if (rule === undefined) throw new Error('the model does not know this activity')
      return rule(call, circumstances)
    },
    complete(instanceId) {
      const instance = instances.get(instanceId)
      if (instance === undefined) return 404
      if (instance.phase === 'released') return 409
      provision(instance, 'ready')
      return 200
    },
  }
}

function purchaseKey({ orderId, orderLineId }: OrderLine | Members, test: boolean): string {
  return JSON.stringify([test, orderId, orderLineId])
}

function isTest(call: Members): boolean {
  return call['testFlag'] === '1'
}

function count({ changes }: ModelledInstance, kind: string): void {
  changes.set(kind, (changes.get(kind) ?? 0) + 1)
}

function presentState({ id, phase }: ModelledInstance): Expected {
  if (phase === 'failed') return { code: '000106' }
  return { code: phase === 'provisioning' ? '000004' : '000000', instanceId: id }
}

function provision(instance: ModelledInstance, provisioning: Provisioning): void {
  if (provisioning === 'ready' && instance.phase !== 'ready') count(instance, 'activated')
  instance.phase = ({ ready: 'ready', pending: 'provisioning', refused: 'failed' } as const)[
    provisioning
  ]
}

function setFrozen(instance: ModelledInstance, frozen: boolean, now: number): void {
  if (instance.frozen === frozen) return
  instance.frozen = frozen
  instance.frozenAfterExpiry = frozen && instance.expireTime !== null && instance.expireTime <= now
  count(instance, frozen ? 'frozen' : 'unfrozen')
}

// A cancelled renewal is none, and one whose new expiry has passed too leaves the instance expired.
function refresh(instance: ModelledInstance, call: Members, now: number): void {
  const expires = timeOf(String(call['expireTime']))
  const id = String(call['orderId'])
  const isRefund = call['scene'] === 'UNSUBSCRIBE_RENEWAL_PERIOD'
  instance.expireTime = isRefund ? expires : later(instance.expireTime, expires)
  const { productId } = call
  const product = typeof productId === 'string' ? productId : null
  const kind = kinds.get(call['scene']) ?? 'renewal'
  const order = { id, kind, expires, left: instance.expireTime, product, undone: false }
  if (isRefund) takeBack(instance.orders, id, expires)
  else instance.orders.push(order)
  instance.productId = productOf(instance.orders)
  count(instance, 'refreshed')
  const isRenewal = !isRefund && expires > now
  if (isRenewal && instance.frozenAfterExpiry) setFrozen(instance, false, now)
}

const kinds: ReadonlyMap<unknown, ModelledOrder['kind']> = new Map<unknown, ModelledOrder['kind']>([
  ['TRIAL_TO_FORMAL', 'conversion'],
  ['RENEWAL_CHANGE', 'change'],
])

function upgrade(instance: ModelledInstance, call: Members): void {
  const [id, left] = [String(call['orderId']), instance.expireTime]
  instance.orders.push({ id, kind: 'upgrade', expires: null, left, product: null, undone: false })
  count(instance, 'upgraded')
}

/** Milliseconds of a time written yyyyMMddHHmmss, with or without SSS, in UTC. */
function timeOf(text: string): number {
  const part = (from: number, to: number) => Number(text.slice(from, to))
  const [year, month, day] = [part(0, 4), part(4, 6), part(6, 8)]
  return Date.UTC(year, month - 1, day, part(8, 10), part(10, 12), part(12, 14), part(14, 17))
}
