// The rules of SaaS V1 once more, from the text of the design and as plainly as possible; it shares
// nothing with the service. It reads calls as they stand on the wire.

import { type ImportedRow, type ImportRules, importRow } from './modelled-import.ts'
import { type ModelledOrder, later, productOf, takeBack } from './modelled-orders.ts'
import {
  type Circumstances,
  type Expected,
  type ModelledInstance,
  count,
  createSales,
  isTest,
  provision,
  setFrozen,
  unknown,
} from './modelled-sales.ts'

export type Members = Readonly<Record<string, string>>

export type ModelV1 = ReturnType<typeof createV1Model>

export function createV1Model() {
  const sales = createSales()
  const { instances, boughtBy, add, firstFree, change, once, release, query } = sales
  let isImporting = false

  function take(call: Members, given: Circumstances): Expected {
    switch (call['activity']) {
      case 'newInstance':
        return buy(call, given)
      case 'refreshInstance':
        return once(appliedKey(call), call, given, (one) => {
          refresh(one, call, given.now)
        })
      case 'upgrade':
        return once(appliedKey(call), call, given, (one) => {
          upgrade(one, call)
        })
      case 'expireInstance':
        return change(call, given, (one) => {
          setFrozen(one, true, given.now)
        })
      case 'instanceStatus':
        return change(call, given, (one) => {
          setFrozen(one, call['instanceStatus'] === 'FREEZE', given.now)
        })
      case 'releaseInstance':
        return release(call, given)
      default:
        return query(call, given)
    }
  }

  function buy(call: Members, { provisioning, madeId, address }: Circumstances): Expected {
    const known = boughtBy(purchaseKey(call))
    const instance = known ?? make(call, address, madeId)
    instance.address = address
    const isHeld = isImporting && (known === undefined || known.held) && !instance.test
    if (known === undefined) instance.held = isHeld
    if (!isHeld || known === undefined) takeAcceptance(instance, call)
    if (!isHeld && (instance.phase === 'provisioning' || instance.phase === 'failed')) {
      const isStillPending = instance.held && provisioning === 'pending'
      provision(instance, instance.test ? 'ready' : provisioning)
      instance.held = isStillPending
    }
    return presentState(instance)
  }

  function make(call: Members, address: string, madeId?: string): ModelledInstance {
    const instance = add({
      id: firstFree(String(call['businessId']), madeId),
      ...{ test: isTest(call), purchase: purchaseKey(call), address },
      trial: call['trialFlag'] === '1',
      expireTime: timeOf(call['expireTime']),
      productId: String(call['productId']),
      orders: [purchaseOf(call)],
    })
    count(instance, 'created')
    return instance
  }

  const rules: ImportRules = {
    purchaseOf: (row) => {
      const isPayPerUse = row.chargingMode?.startsWith('ON_DEMAND') === true
      return JSON.stringify([false, row.orderId, isPayPerUse ? row.productId : null])
    },
    purchaseOfNamed: ({ orderId }) => JSON.stringify([false, orderId, null]),
    appliedKey: (instanceId, { role, orderId }) =>
      appliedKey({
        ...{ activity: role === 'upgrade' ? 'upgrade' : 'refreshInstance', instanceId, orderId },
      }),
    // V1 has no lines: an order may be of several instances.
    isOfAnother: () => false,
  }

  return {
    instances: instances as ReadonlyMap<string, ModelledInstance>,
    take,
    complete: sales.complete,
    /** The store was told no id of one that is held. */
    boughtId: (call: Members) => {
      const bought = boughtBy(purchaseKey(call))
      return bought?.held === true ? undefined : bought?.id
    },
    import: (row: ImportedRow, now: number) => importRow(row, sales, rules, now),
    /** Opens or closes an import: while it is open, a purchase that nobody knows waits. */
    setImporting(open: boolean): void {
      isImporting = open
    },
  }
}

function purchaseKey(call: Members): string {
  const isPayPerUse = call['chargingMode'] === '0' || call['chargingMode'] === '5'
  return JSON.stringify([isTest(call), call['orderId'], isPayPerUse ? call['productId'] : null])
}

function appliedKey(call: Members): string {
  return JSON.stringify([isTest(call), call['activity'], call['instanceId'], call['orderId']])
}

function presentState({ id, phase, hasAddress, test, held }: ModelledInstance): Expected {
  if (phase === 'failed') return { code: '000106' }
  if (held) return { code: '000004' }
  if (phase === 'provisioning') return { code: '000004', instanceId: id }
  return hasAddress || test ? { code: '000000', instanceId: id } : unknown
}

function takeAcceptance(instance: ModelledInstance, call: Members): void {
  const time = timeOf(call['acceptanceTime'])
  if (time === null || time === instance.acceptanceTime || instance.phase === 'released') return
  instance.acceptanceTime = time
  const expires = timeOf(call['expireTime'])
  const [purchase] = instance.orders
  if (instance.isPurchaseLatest && expires !== null && purchase !== undefined) {
    // What was imported may have been renewed since it was accepted.
    const isImported = purchase.imported === true
    instance.expireTime = isImported ? later(instance.expireTime, expires) : expires
    purchase.expires = instance.expireTime
  }
  count(instance, 'accepted')
}

// A cancelled renewal (a negative amount) is none, and one that has expired itself unfreezes nothing.
function refresh(instance: ModelledInstance, call: Members, now: number): void {
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
  if (!isCancelled && expires > now) setFrozen(instance, false, now)
}

function purchaseOf(call: Members): ModelledOrder {
  const [id, product] = [String(call['orderId']), String(call['productId'])]
  const expires = timeOf(call['expireTime'])
  return { id, kind: 'purchase', expires, left: expires, product, undone: false }
}

function upgrade(instance: ModelledInstance, call: Members): void {
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
