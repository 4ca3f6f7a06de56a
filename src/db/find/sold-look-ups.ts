import { type RawBuilder, sql } from 'kysely'
import { oddLine, otherBusinessId } from '../list-indexes.ts'
import { type FindQuery, type FoundBy, lookUp } from './found-row.ts'

const instanceColumns = {
  id: 'instance_id',
  label: 'product_id',
  instance_id: 'instance_id',
  order_id: 'order_id',
  order_line_id: 'order_line_id',
  site: 'site',
  address: 'address',
  test: 'test',
  at: 'created_at',
}
// An order line is known by four members.
const orderColumns = {
  id: `''`,
  label: `nullif(order_line_id, '')`,
  order_id: 'order_id',
  order_line_id: 'order_line_id',
  site: 'site',
  address: `coalesce(nullif(test_address, ''), address)`,
  test: `test_address <> ''`,
  at: 'created_at',
}
const licenseColumns = {
  id: 'id',
  label: 'family',
  instance_id: 'instance_id',
  order_id: 'order_id',
  site: 'site',
  address: 'address',
  test: 'test',
  at: 'created_at',
}

/** What was bought: instances, orders and licenses. */
export function soldLookUps({ texts, licenseIds }: FindQuery): RawBuilder<unknown>[] {
  const given = sql`any(${[...texts]}::text[])`
  const orderOfLine = sql`order_id = any(${texts.flatMap(beforeDashes)}::text[])`
  const instances = (by: FoundBy, condition: RawBuilder<unknown>) =>
    lookUp(['instance', by], {
      from: sql`sold_instances where ${condition}`,
      columns: instanceColumns,
    })
  const orders = (by: FoundBy, condition: RawBuilder<unknown>) =>
    lookUp(['order', by], { from: sql`order_lines where ${condition}`, columns: orderColumns })
  const licenses = (by: FoundBy, condition: RawBuilder<unknown>) =>
    lookUp(['license', by], { from: sql`licenses where ${condition}`, columns: licenseColumns })
  return [
    instances('id', sql`instance_id = ${given}`),
    instances('orderId', sql`order_id = ${given}`),
    instances('orderId', sql`instance_id = any(array(${changedBy(given)}))`),
    instances('orderLineId', sql`order_line_id = ${given} and ${orderOfLine}`),
    instances('orderLineId', ofOddLine(given)),
    instances('businessId', sql`${sql.raw(otherBusinessId)} and business_id = ${given}`),
    instances('externalId', sql`external_id = ${given}`),
    orders('orderId', sql`order_id = ${given}`),
    orders('orderLineId', sql`order_line_id = ${given} and ${orderOfLine}`),
    orders('orderLineId', sql`${sql.raw(oddLine)} and order_line_id = ${given}`),
    licenses('id', sql`id = ${given}`),
    licenses('code', sql`id = any(${[...licenseIds]}::text[])`),
    licenses('orderId', sql`order_id = ${given}`),
    licenses('eventId', sql`event_id = ${given}`),
  ]
}

// What an order renewed or upgraded, by the index of that.
function changedBy(given: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select instance_id from events where order_id = ${given}
    and type in ('instance.refreshed', 'instance.upgraded') limit 20`
}

// An order line is its order's id, a dash and a number; each dash may be that one.
function beforeDashes(line: string): string[] {
  return [...line.matchAll(/-/g)].map(({ index }) => line.slice(0, index))
}

// An instance has no index of its line: the order of that line leads to it.
function ofOddLine(given: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`order_line_id = ${given} and order_id = any(array(
    select order_id from order_lines where ${sql.raw(oddLine)} and order_line_id = ${given}
    limit 20))`
}
