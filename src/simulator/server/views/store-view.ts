import type { SimulatorSchemas } from '../../../contract/index.ts'
import type { UsageLedger } from '../../api/usage-ledger.ts'
import type { SimulatedAuthCentre } from '../../auth-centre/auth-centre.ts'
import { faultNames, type StoreData } from '../../state/index.ts'
import type { RunningClock } from '../running-clock.ts'
import { addressView } from './address-view.ts'
import { enterpriseView } from './enterprise-view.ts'
import { messageRow } from './message-view.ts'
import { productView } from './product-view.ts'
import { instanceViews, orderView } from './sale-views.ts'

/** What a view of the whole store is made from. */
export interface Viewed {
  readonly data: StoreData
  readonly usage: UsageLedger
  readonly centre: SimulatedAuthCentre
  readonly clock: Pick<RunningClock, 'isRunning' | 'behindMs'>
}

type Schemas = SimulatorSchemas

/** So many of a list that grows are shown at once. */
const most = 200

/** The newest of a list, newest first. */
export function newest<Item>(items: readonly Item[], count = most): Item[] {
  return items.slice(-count).reverse()
}

/** The whole store. */
export function storeView(viewed: Viewed, revision: number): Schemas['StoreView'] {
  const { data, usage, centre, clock } = viewed
  return {
    revision,
    clock: clockView(data, clock),
    products: Object.values(data.products).map((one) => productView(data, one)),
    buyers: Object.values(data.buyers).map(buyerView),
    enterprises: Object.values(data.enterprises).map((one) => enterpriseView(data, one, centre)),
    instances: instanceViews(data, newest(Object.values(data.instances))),
    orders: newest(Object.values(data.orders)).map(orderView),
    messages: newest(Object.values(data.messages)).map(messageRow),
    addresses: Object.values(data.addresses).map((one) => addressView(data, one)),
    notices: newest(data.notices).map(({ at, to, text }) => ({
      ...{ to, text },
      at: new Date(at).toISOString(),
    })),
    faults: faultNames.map((name) => faultView(data, name)),
    usage: usageView(usage),
  }
}

/** The clock, and what is due next. */
export function clockView(
  { now, timers }: StoreData,
  { isRunning, behindMs }: Viewed['clock'],
): Schemas['StoreClock'] {
  const [next] = timers
  return {
    now: new Date(now + behindMs()).toISOString(),
    running: isRunning(),
    next: next
      ? { at: new Date(next.at).toISOString(), kind: next.kind, subject: next.subject }
      : null,
  }
}

/** A buyer, without the means to reach it. */
export function buyerView({
  customerId,
  customerName,
}: StoreData['buyers'][string]): Schemas['StoreBuyer'] {
  return { customerId, customerName }
}

/** A fault and how long it is played. */
export function faultView({ switches }: StoreData, fault: string): Schemas['Fault'] {
  const on = switches.find((one) => one.fault === fault)
  return { fault, left: on === undefined ? 0 : on.left, activity: on?.activity ?? null }
}

function usageView({ calls, taken, repeats }: UsageLedger): Schemas['UsageBook'] {
  return {
    calls: newest(calls).map(({ form, n, answer }) => ({ form, records: n, answer })),
    taken: newest(taken).map(({ instanceId, sn, begin, end, value }) => ({
      ...{ instanceId, begin, end },
      meteringSn: sn ?? null,
      value: decimal(value),
    })),
    takenCount: taken.length,
    repeats,
  }
}

// Ten-thousandths.
function decimal(value: bigint): string {
  const digits = String(value).padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`
}
