// The rules of V1 once more, from the text of the design and as plainly as possible; it shares
// nothing with the service. It reads calls as they stand on the wire.

import { type ModelledOrder, later, productOf, takeBack } from './modelled-orders.ts'

export type Members = Readonly<Record<string, string>>

/** What the provisioning port says to a real purchase. */
export type Provisioning = 'ready' | 'pending' | 'refused'

export interface ModelledV1 {
  readonly id: string
  readonly test: boolean
  phase: 'provisioning' | 'ready' | 'failed' | 'released'
  hasAddress: boolean
  frozen: boolean
  trial: boolean
  expireTime: number | null
  acceptanceTime: number | null
  productId: string | null
  readonly orders: ModelledOrder[]
  /** The order of the purchase is the latest that was applied. */
  isPurchaseLatest: boolean
  /** How often each kind of change happened. */
  readonly changes: Map<string, number>
}

export interface ExpectedV1 {
  readonly code: string
  readonly instanceId?: string
  /** Ids that stand in the info of a query. */
  readonly info?: readonly string[]
}

export interface CircumstancesV1 {
  readonly now: number
  readonly provisioning: Provisioning
  /** The id of the instance that a purchase made: only looked at where the rules leave it open. */
  readonly madeId: string | undefined
}

const success = { code: '000000' }
const unknown = { code: '000003' }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type ModelV1 = ReturnType<typeof createV1Model>

export function createV1Model() {
  const instances = new Map<string, ModelledV1>()
  const bought = new Map<string, string>()
  const applied = new Set<string>()

  function take(call: Members, circumstances: CircumstancesV1): ExpectedV1 {
    switch (call['activity']) {
      case 'newInstance':
        return buy(call, circumstances)
      case 'refreshInstance':
        return once(call, (instance) => refresh(instance, call, circumstances.now))
      case 'upgrade':
        return once(call, (instance) => upgrade(instance, call))
      case 'expireInstance':
        return change(call, (instance) => setFrozen(instance, true))
      case 'instanceStatus':
        return change(call, (instance) => setFrozen(instance, call['instanceStatus'] === 'FREEZE'))
      case 'releaseInstance':
        return release(call)
      default:
        return query(call)
    }
  }

  function buy(call: Members, { provisioning, madeId }: CircumstancesV1): ExpectedV1 {
    const key = purchaseKey(call)
    const known = instances.get(bought.get(key) ?? '')
    const instance = known ?? make(call, madeId)
    bought.set(key, instance.id)
    takeAcceptance(instance, call)
    if (instance.phase === 'provisioning' || instance.phase === 'failed') {
      provision(instance, instance.test ? 'ready' : provisioning)
    }
    return presentState(instance)
  }

  // The first businessId, or a UUID where another purchase has that id.
  function make(call: Members, madeId = ''): ModelledV1 {
    const businessId = String(call['businessId'])
    const isNew = uuid.test(madeId) && !instances.has(madeId)
    const other = isNew ? madeId : 'a UUID that no instance has'
    const instance: ModelledV1 = {
      id: instances.has(businessId) ? other : businessId,
      test: isTest(call),
      phase: 'provisioning',
      hasAddress: false,
      frozen: false,
      trial: call['trialFlag'] === '1',
      expireTime: timeOf(call['expireTime']),
      acceptanceTime: null,
      productId: String(call['productId']),
      orders: [purchaseOf(call)],
      isPurchaseLatest: true,
      changes: new Map(),
    }
    instances.set(instance.id, instance)
    count(instance, 'created')
    return instance
  }

  /** The instance that a call may see: of its own kind, and not released. */
  function own(id: unknown, call: Members): ModelledV1 | undefined {
    const instance = instances.get(String(id))
    return instance?.test === isTest(call) && instance.phase !== 'released' ? instance : undefined
  }

  function change(call: Members, apply: (instance: ModelledV1) => void): ExpectedV1 {
    const instance = own(call['instanceId'], call)
    if (instance === undefined) return isTest(call) ? success : unknown
    apply(instance)
    return success
  }

  function once(call: Members, apply: (instance: ModelledV1) => void): ExpectedV1 {
    const key = JSON.stringify([
      isTest(call),
      call['activity'],
      call['instanceId'],
      call['orderId'],
    ])
    if (applied.has(key)) return success
    return change(call, (instance) => {
      applied.add(key)
      apply(instance)
    })
  }

  function release(call: Members): ExpectedV1 {
    const known = instances.get(String(call['instanceId']))
    const isKnown = known?.test === isTest(call)
    if (!isKnown && !isTest(call)) return unknown
    const instance = own(call['instanceId'], call)
    if (instance === undefined) return success
    instance.phase = 'released'
    count(instance, 'released')
    return success
  }

  function query(call: Members): ExpectedV1 {
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
    instances: instances as ReadonlyMap<string, ModelledV1>,
    take,
    boughtId: (call: Members) => bought.get(purchaseKey(call)),
    /** The seller fills in the app info; the HTTP status. */
    complete(id: string): 200 | 404 | 409 {
      const instance = instances.get(id)
      if (instance === undefined) return 404
      if (instance.phase === 'released') return 409
      provision(instance, 'ready')
      return 200
    },
  }
}

function purchaseKey(call: Members): string {
  const isPayPerUse = call['chargingMode'] === '0' || call['chargingMode'] === '5'
  return JSON.stringify([isTest(call), call['orderId'], isPayPerUse ? call['productId'] : null])
}

function isTest(call: Members): boolean {
  return call['testFlag'] === '1'
}

function count({ changes }: ModelledV1, kind: string): void {
  changes.set(kind, (changes.get(kind) ?? 0) + 1)
}

function presentState({ id, phase, hasAddress, test }: ModelledV1): ExpectedV1 {
  if (phase === 'failed') return { code: '000106' }
  if (phase === 'provisioning') return { code: '000004', instanceId: id }
  return hasAddress || test ? { code: '000000', instanceId: id } : unknown
}

function takeAcceptance(instance: ModelledV1, call: Members): void {
  const time = timeOf(call['acceptanceTime'])
  if (time === null || time === instance.acceptanceTime || instance.phase === 'released') return
  instance.acceptanceTime = time
  if (instance.isPurchaseLatest) {
    instance.expireTime = timeOf(call['expireTime']) ?? instance.expireTime
    for (const one of instance.orders)
      if (one.kind === 'purchase') one.expires = instance.expireTime
  }
  count(instance, 'accepted')
}

function provision(instance: ModelledV1, provisioning: Provisioning): void {
  if (provisioning === 'ready') {
    if (instance.phase !== 'ready') count(instance, 'activated')
    instance.hasAddress = true
  }
  if (provisioning === 'refused') count(instance, 'failed')
  instance.phase = ({ ready: 'ready', pending: 'provisioning', refused: 'failed' } as const)[
    provisioning
  ]
}

function setFrozen(instance: ModelledV1, frozen: boolean): void {
  if (instance.frozen === frozen) return
  instance.frozen = frozen
  count(instance, frozen ? 'frozen' : 'unfrozen')
}

// A cancelled renewal (a negative amount) is none, and one that has expired itself unfreezes nothing.
function refresh(instance: ModelledV1, call: Members, now: number): void {
  const expires = timeOf(call['expireTime']) ?? 0
  const id = String(call['orderId'])
  const isCancelled = (call['orderAmount'] ?? '').startsWith('-')
  instance.expireTime = isCancelled ? expires : later(instance.expireTime, expires)
  const kind = call['trialToFormal'] === '1' ? 'conversion' : 'renewal'
  const product = call['productId'] ?? null
  const order = { id, kind, expires, left: instance.expireTime, product, undone: false } as const
  if (isCancelled) takeBack(instance.orders, id, expires)
  else instance.orders.push({ ...order })
  instance.productId = productOf(instance.orders)
  instance.isPurchaseLatest = false
  if (kind === 'conversion' && !isCancelled) instance.trial = false
  count(instance, 'refreshed')
  if (!isCancelled && expires > now) setFrozen(instance, false)
}

function purchaseOf(call: Members): ModelledOrder {
  const [id, product] = [String(call['orderId']), String(call['productId'])]
  const expires = timeOf(call['expireTime'])
  return { id, kind: 'purchase', expires, left: expires, product, undone: false }
}

function upgrade(instance: ModelledV1, call: Members): void {
  const [id, product] = [String(call['orderId']), String(call['productId'])]
  const left = instance.expireTime
  instance.orders.push({ id, kind: 'upgrade', expires: null, left, product, undone: false })
  instance.productId = productOf(instance.orders)
  instance.isPurchaseLatest = false
  count(instance, 'upgraded')
}

/** Milliseconds of a time written yyyyMMddHHmmss, with or without SSS, in Beijing. */
function timeOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const part = (from: number, to: number) => Number(text.slice(from, to))
  const [year, month, day] = [part(0, 4), part(4, 6), part(6, 8)]
  return Date.UTC(year, month - 1, day, part(8, 10) - 8, part(10, 12), part(12, 14), part(14, 17))
}
