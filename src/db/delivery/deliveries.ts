import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import { orderKeyColumns } from '../order/order-key-columns.ts'
import type { OrderDeliveryStepTable, OrderDeliveryTable } from './delivery-tables.ts'

export type DeliveryRow = Selectable<OrderDeliveryTable>
export type DeliveryStepRow = Selectable<OrderDeliveryStepTable>

type DeliveryKey = Pick<DeliveryRow, (typeof orderKeyColumns)[number]>

/** Writes how far an order is, and the step that it has come by; what only begins changes nothing that is there. */
export async function saveDelivery(
  transaction: Database,
  delivery: DeliveryRow,
  step: DeliveryStepRow | undefined,
): Promise<void> {
  const { step: last, since, due_at, attention, updated_at } = delivery
  await transaction
    .insertInto('order_deliveries')
    .values(delivery)
    .onConflict((conflict) =>
      last === null
        ? conflict.columns(orderKeyColumns).doNothing()
        : conflict
            .columns(orderKeyColumns)
            .doUpdateSet({ step: last, since, due_at, attention, updated_at }),
    )
    .execute()
  if (step !== undefined) {
    await transaction.insertInto('order_delivery_steps').values(step).execute()
  }
}

/** Takes the checklists of orders away in which nothing was noted; returns whose those were. */
export async function removeBegun(
  transaction: Database,
  orders: readonly DeliveryKey[],
): Promise<readonly DeliveryKey[]> {
  if (orders.length === 0) return []
  const { rows } = await sql<DeliveryKey>`
    delete from order_deliveries kept
    using json_populate_recordset(null::order_deliveries, ${JSON.stringify(orders)}) own
    where kept.step is null and (kept.order_id, kept.order_line_id, kept.site, kept.test_address) =
      (own.order_id, own.order_line_id, own.site, own.test_address)
    returning kept.order_id, kept.order_line_id, kept.site, kept.test_address`.execute(transaction)
  return rows
}

/** The checklists of orders. */
export function findDeliveries(db: Database, orderIds: readonly string[]): Promise<DeliveryRow[]> {
  return db
    .selectFrom('order_deliveries')
    .selectAll()
    .where((where) => where('order_id', '=', where.fn.any(where.val(orderIds))))
    .execute()
}

/** The steps of orders, in the order in which they were noted. */
export function findDeliverySteps(
  db: Database,
  orderIds: readonly string[],
): Promise<DeliveryStepRow[]> {
  return db
    .selectFrom('order_delivery_steps')
    .selectAll()
    .where((where) => where('order_id', '=', where.fn.any(where.val(orderIds))))
    .orderBy('noted_at')
    .orderBy('id')
    .execute()
}

/** Checklists of which something is due, that which is due for the longest time first. */
export function findDueDeliveries(
  db: Database,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<DeliveryRow[]> {
  return db
    .selectFrom('order_deliveries')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute()
}

/**
 * Takes what is due of a checklist, and sets the attention that it has from then on; false where somebody
 * else has, or a step came meanwhile.
 */
export async function takeDue(
  transaction: Database,
  { order_id, order_line_id, site, test_address, due_at }: DeliveryRow,
  { attention, now }: { readonly attention: string | null; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('order_deliveries')
    .set({ due_at: null, attention, updated_at: now })
    .where((where) => where.and({ order_id, order_line_id, site, test_address }))
    .where('due_at', '=', due_at)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Has what is due of a checklist be due later, unless somebody has taken it. */
export async function postponeDue(
  db: Database,
  { order_id, order_line_id, site, test_address, due_at }: DeliveryRow,
  later: Date,
): Promise<void> {
  await db
    .updateTable('order_deliveries')
    .set({ due_at: later })
    .where((where) => where.and({ order_id, order_line_id, site, test_address }))
    .where('due_at', '=', due_at)
    .execute()
}

/** Which orders a list of orders shows: those whose checklist is open, or closed; test orders or others. */
export function withDelivery(delivery: 'open' | 'accepted', test?: boolean) {
  const condition = sql.raw(delivery === 'open' ? 'is distinct from' : '=')
  return sql<boolean>`(order_id, order_line_id, site, test_address) in (
    select order_id, order_line_id, site, test_address from order_deliveries
    where step ${condition} 'accepted' and ${test === undefined ? sql`true` : isTest(test)})`
}

/** Condition for orders of test calls, spelt as the index of these has it, or for the others. */
export function isTest(test: boolean) {
  return sql<boolean>`test_address ${sql.raw(test ? '<>' : '=')} ''`
}
