// The rules that SaaS V1 and V2 have in common, from the text of the design and as plainly as possible;
// they share nothing with the service. They read calls as they stand on the wire.

import type { ModelledOrder } from './modelled-orders.ts'

export type Members = Readonly<Record<string, unknown>>

/** What the provisioning port says to a real purchase. */
export type Provisioning = 'ready' | 'pending' | 'refused'

export interface ModelledInstance {
  readonly id: string
  readonly test: boolean
  /** What it was bought by: a repeat of that is answered with it. */
  readonly purchase: string
  /** Where the store called last about it. */
  address: string
  phase: 'provisioning' | 'ready' | 'failed' | 'released'
  hasAddress: boolean
  /** Made while old instances are imported: maybe it is one of them. */
  held: boolean
  frozen: boolean
  /** Its stored expiry had passed when it was frozen. */
  frozenAfterExpiry: boolean
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

/** What a new instance has of its own. */
export type Bought = Pick<ModelledInstance, 'id' | 'test' | 'purchase' | 'address'> &
  Partial<ModelledInstance>

export interface Expected {
  readonly code: string
  /** Of a purchase that was accepted. */
  readonly instanceId?: string
  /** Ids that stand in the info of a query. */
  readonly info?: readonly string[]
}

export interface Circumstances {
  readonly now: number
  /** Where the call came in. */
  readonly address: string
  readonly provisioning: Provisioning
  /** The id of the instance that a purchase made: only looked at where the rules leave it open. */
  readonly madeId: string | undefined
}

export const success = { code: '000000' }
export const unknown = { code: '000003' }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type Sales = ReturnType<typeof createSales>

/** Everything that was sold at a site, and the orders that were applied to it. */
export function createSales() {
  const instances = new Map<string, ModelledInstance>()
  /** Orders that were applied to an instance, by what tells a repeat. */
  const applied = new Set<string>()

  function boughtBy(purchase: string): ModelledInstance | undefined {
    return [...instances.values()].find((one) => one.purchase === purchase)
  }

  function add(bought: Bought): ModelledInstance {
    const instance: ModelledInstance = {
      ...{ phase: 'provisioning', hasAddress: false, held: false },
      ...{ frozen: false, frozenAfterExpiry: false, trial: false },
      ...{ expireTime: null, acceptanceTime: null, productId: null, isPurchaseLatest: true },
      orders: [],
      changes: new Map(),
      ...bought,
    }
    instances.set(instance.id, instance)
    return instance
  }

  // The first businessId, or a UUID where another purchase has that id.
  function firstFree(businessId: string, madeId = ''): string {
    if (!instances.has(businessId)) return businessId
    const isNew = uuid.test(madeId) && !instances.has(madeId)
    return isNew ? madeId : 'a UUID that no instance has'
  }

  /** The instance that a call may see: of its own kind, and not released. It is noted where it came in. */
  function own(id: unknown, call: Members, address: string): ModelledInstance | undefined {
    const instance = instances.get(String(id))
    const isOwn = instance?.test === isTest(call) && instance.phase !== 'released'
    if (isOwn) instance.address = address
    return isOwn ? instance : undefined
  }

  function change(
    call: Members,
    { address }: Circumstances,
    apply: (instance: ModelledInstance) => void,
  ): Expected {
    const instance = own(call['instanceId'], call, address)
    if (instance === undefined) return isTest(call) ? success : unknown
    apply(instance)
    return success
  }

  function once(
    key: string,
    call: Members,
    circumstances: Circumstances,
    apply: (instance: ModelledInstance) => void,
  ): Expected {
    if (applied.has(key)) {
      own(call['instanceId'], call, circumstances.address)
      return success
    }
    return change(call, circumstances, (instance) => {
      applied.add(key)
      apply(instance)
    })
  }

  function release(call: Members, { address }: Circumstances): Expected {
    const known = instances.get(String(call['instanceId']))
    const isKnown = known?.test === isTest(call)
    if (!isKnown && !isTest(call)) return unknown
    const instance = own(call['instanceId'], call, address)
    if (instance === undefined) return success
    instance.phase = 'released'
    instance.held = false
    count(instance, 'released')
    return success
  }

  function query(call: Members, { address }: Circumstances): Expected {
    const ids = [...new Set(String(call['instanceId']).split(','))]
    const seen = ids.map((id) => own(id, call, address))
    if (isTest(call)) return { ...success, info: ids }
    const inPhase = (phase: string) => seen.filter((instance) => instance?.phase === phase)
    const info = inPhase('ready').flatMap((instance) => instance?.id ?? [])
    if (inPhase('provisioning').length > 0) return { code: '000004', info }
    if (info.length > 0) return { ...success, info }
    return inPhase('failed').length > 0 ? { code: '000005', info } : { ...unknown, info }
  }

  /** The seller fills in the app info; the HTTP status. */
  function complete(id: string): 200 | 404 | 409 {
    const instance = instances.get(id)
    if (instance === undefined) return 404
    if (instance.phase === 'released') return 409
    provision(instance, 'ready')
    return 200
  }

  return {
    ...{ instances, applied, boughtBy, add, firstFree },
    ...{ change, once, release, query, complete },
  }
}

export function isTest(call: Members): boolean {
  return call['testFlag'] === '1'
}

export function count({ changes }: ModelledInstance, kind: string): void {
  changes.set(kind, (changes.get(kind) ?? 0) + 1)
}

const phases = { ready: 'ready', pending: 'provisioning', refused: 'failed' } as const

export function provision(instance: ModelledInstance, provisioning: Provisioning): void {
  if (provisioning === 'ready') {
    if (instance.phase !== 'ready') count(instance, 'activated')
    instance.hasAddress = true
  }
  if (provisioning === 'refused') count(instance, 'failed')
  instance.phase = phases[provisioning]
  instance.held = false
}

export function setFrozen(instance: ModelledInstance, frozen: boolean, now: number): void {
  if (instance.frozen === frozen) return
  instance.frozen = frozen
  instance.frozenAfterExpiry = frozen && instance.expireTime !== null && instance.expireTime <= now
  count(instance, frozen ? 'frozen' : 'unfrozen')
}
