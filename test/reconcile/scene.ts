import { sql } from 'kysely'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import {
  type ServiceOptions,
  type TestService,
  shortLimits,
  startService,
} from '../harness/service.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { buy, newOrder } from '../harness/store.ts'
import { type Sold, putOrder } from '../harness/sold.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'

export type Reconciliation = ManagementSchemas['Reconciliation']
export type Drift = ManagementSchemas['Drift']

/** A service and the store that it asks; nothing is too young to be judged. */
export interface Scene {
  readonly store: OrderStore
  readonly service: TestService
  close(): Promise<void>
}

export async function openScene(options: ServiceOptions = {}): Promise<Scene> {
  const store = await startOrderStore(credentials)
  const service = await startService({
    ...options,
    limits: { ...shortLimits, reconcileEveryMs: 0, reconcileSettledMs: 0, ...options.limits },
    settings: { ...storeSettings(store), ...options.settings },
  })
  return {
    store,
    service,
    async close() {
      await service.stop()
      await store.close()
    },
  }
}

const post = (body: unknown = {}) => ({ method: 'POST', body }) as const

/** Begins a reconciliation and waits for its end. */
export async function reconcile(service: TestService, body: unknown = {}): Promise<Reconciliation> {
  const { id } = await read(service, 'Reconciliation', '/reconciliations', post(body))
  return whenEnded(service, id)
}

export const whenEnded = (service: TestService, id: string): Promise<Reconciliation> =>
  until(
    () => read(service, 'Reconciliation', `/reconciliations/${id}`),
    ({ state }) => state !== 'running',
  )

/** Its drifts, by pages. */
export async function driftsOf(service: TestService, id: string, query = ''): Promise<Drift[]> {
  const drifts: Drift[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const path = `/reconciliations/${id}/drifts?limit=7${query}${cursor && `&cursor=${cursor}`}`
    const page: ManagementSchemas['DriftList'] = await read(service, 'DriftList', path)
    drifts.push(...page.items)
    cursor = page.nextCursor
  }
  return drifts
}

export const apply = (service: TestService, id: string, body: unknown = {}) =>
  read(service, 'AppliedDrifts', `/reconciliations/${id}/apply`, post(body))

export const applyOne = (service: TestService, { reconciliationId, id }: Drift) =>
  read(service, 'Drift', `/reconciliations/${reconciliationId}/drifts/${id}/apply`, post())

/** Buys what the store then shows, and returns the order with its instance. */
export async function buyShown({ store, service }: Scene, sold: Sold = {}) {
  const order = putOrder(store, sold)
  const instanceId = await buy(service, order)
  return { ...order, instanceId }
}

/** The store shows an order with a line more from now on. */
export function addLine({ orders }: OrderStore, orderId: string): string {
  const shown = orders.find(orderId)
  const [line] = shown?.orderLine ?? []
  if (shown === undefined || line === undefined) throw new Error('the store lost an order')
  const orderLineId = `${orderId}-000002`
  orders.add({ ...shown, orderLine: [line, { ...line, orderLineId }] })
  return orderLineId
}

/** Waits until no order is still to be fetched. */
export const whenQuiet = ({ db }: TestService) =>
  until(
    async () => (await sql`select id from jobs where next_at < 'infinity'`.execute(db)).rows.length,
    (count) => count === 0,
  )

export { newOrder }
