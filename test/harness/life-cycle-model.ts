// The rules of SaaS V2, and of the online license, once more: from the text of the design and as
// plainly as possible. They share nothing with the service, and read calls as they stand on the wire.

import {
  type ImportedRow,
  type ImportRules,
  type NamedOrder,
  importRow,
} from './modelled-import.ts'
import { type ModelledOrder, later, productOf, takeBack } from './modelled-orders.ts'
import {
  type Circumstances,
  type Expected,
  type Members,
  type ModelledInstance,
  count,
  createSales,
  isTest,
  provision,
  setFrozen,
  success,
} from './modelled-sales.ts'

interface OrderLine {
  readonly orderId: string
  readonly orderLineId: string
}

export type Model = ReturnType<typeof createModel>

export function createModel() {
  const sales = createSales()
  const { instances, applied, boughtBy, add, firstFree, change, once, release, query } = sales

  /** What a call must be answered with; changes the model as the call must change the service. */
  function take(call: Members, given: Circumstances): Expected {
    switch (call['activity']) {
      case 'newInstance':
        return buy(call, given)
      case 'refreshInstance':
        return once(refreshKey(call), call, given, (one) => {
          refresh(one, call, given.now)
        })
      case 'upgradeInstance':
        return once(upgradeKey(call), call, given, (one) => {
          upgrade(one, call)
        })
      case 'updateInstanceStatus':
        return change(call, given, (one) => {
          setFrozen(one, call['status'] === 'FREEZE', given.now)
        })
      case 'changeInstanceCheck':
        return change(call, given, () => undefined)
      case 'releaseInstance':
        return release(call, given)
      case 'queryInstance':
        return query(call, given)
      default:
        return success
    }
  }

  function buy(call: Members, { provisioning, madeId, address }: Circumstances): Expected {
    const test = isTest(call)
    const purchase = purchaseKey(call, test)
    const known = boughtBy(purchase)
    if (known !== undefined) known.address = address
    // While the answer of the port is missing, or was a refusal, it is asked again.
    const isSettled = known?.phase === 'ready' || known?.phase === 'released'
    if (isSettled) return presentState(known)
    const id = known?.id ?? firstFree(String(call['businessId']), madeId)
    const instance = known ?? add({ id, test, purchase, address })
    if (known === undefined) count(instance, 'created')
    provision(instance, test ? 'ready' : provisioning)
    return presentState(instance)
  }

  const rules: ImportRules = {
    purchaseOf: (row) => purchaseKey(row, false),
    purchaseOfNamed: (order) => purchaseKey(order, false),
    appliedKey: (instanceId, order) => keyOfNamed(instanceId, order),
    // An order line is one instance's.
    isOfAnother: (instanceId, order) =>
      [...instances.keys()].some(
        (other) => other !== instanceId && keysOfLine(other, order).some((key) => applied.has(key)),
      ),
  }

  return {
    instances: instances as ReadonlyMap<string, ModelledInstance>,
    take,
    complete: sales.complete,
    import: (row: ImportedRow, now: number) => importRow(row, sales, rules, now),
    /** The id that an order line got when it was bought, as test or as real. */
    boughtId: (line: OrderLine, test: boolean) => boughtBy(purchaseKey(line, test))?.id,
  }
}

function purchaseKey({ orderId, orderLineId }: Partial<OrderLine> | Members, test: boolean) {
  return JSON.stringify([test, orderId, orderLineId])
}

function refreshKey(call: Members): string {
  const { instanceId, orderId, orderLineId, scene } = call
  return JSON.stringify([isTest(call), 'refresh', instanceId, orderId, orderLineId, scene])
}

function upgradeKey(call: Members): string {
  const { instanceId, orderId, orderLineId } = call
  return JSON.stringify([isTest(call), 'upgrade', instanceId, orderId, orderLineId])
}

const scenes = {
  renewal: 'RENEWAL',
  conversion: 'TRIAL_TO_FORMAL',
  change: 'RENEWAL_CHANGE',
  refund: 'UNSUBSCRIBE_RENEWAL_PERIOD',
}

function keyOfNamed(instanceId: string, { role, ...line }: NamedOrder): string {
  if (role === 'upgrade') return upgradeKey({ instanceId, ...line })
  return refreshKey({ instanceId, ...line, scene: scenes[role] })
}

function keysOfLine(instanceId: string, line: NamedOrder): string[] {
  const call = { instanceId, orderId: line.orderId, orderLineId: line.orderLineId }
  const refreshes = Object.values(scenes).map((scene) => refreshKey({ ...call, scene }))
  return [upgradeKey(call), ...refreshes]
}

function presentState({ id, phase }: ModelledInstance): Expected {
  if (phase === 'failed') return { code: '000106' }
  return { code: phase === 'provisioning' ? '000004' : '000000', instanceId: id }
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
  if (kind === 'conversion') instance.trial = false
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
