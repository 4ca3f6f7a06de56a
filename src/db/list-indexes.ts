/** An index of a table that may be large, by name. */
export interface ListIndex {
  readonly name: string
  readonly table: string
  /** The columns, and which rows. */
  readonly on: string
}

const newestFirst = 'received_at desc, id desc'
const newestOrderFirst = 'created_at desc, order_id desc'
const newestOrderKeyFirst = `${newestOrderFirst}, order_line_id desc, site desc, test_address desc`

// What follows stands in indexes and queries alike: Postgres takes an index only for the very same words.

/** Holds for an order that is as its call has left it: it tells no more than its ids (an import does). */
export const untouched = `(state = 'waiting' and updated_at = created_at and order_type is null)`

/** Holds for an instance whose business id is another than its own id, which it is of few. */
export const otherBusinessId = `(business_id <> instance_id)`

/**
 * Holds for an order line whose id does not begin with its order's. In the documents each does
 * (`CS2207261447AUY4H-000001`), and is found by its order.
 */
export const oddLine = `(order_line_id <> '' and not starts_with(order_line_id, order_id || '-'))`

/** Our id of a tenant, of a row of kit_bindings; tenantIdOf makes the same of a key. */
export const tenantId = `(md5(site || ' ' || test_address || ' ' || tenant_id)::uuid)`

/**
 * The indexes of filters that came after the tables had data. A filter whose commonest value is most of
 * the rows leaves that value out (the address `main`, real calls, success): those rows come by the index
 * on the time. So a purchase pays for these here: its instance by time and by change, its order, its
 * message by family, and its events by topic. What grows with the time is in its order: read backwards it
 * serves the newest first as well, and its pages are full, where one that grows at its beginning leaves
 * each of them half empty.
 */
export const listIndexes: readonly ListIndex[] = [
  ...[
    { name: 'instances_by_update', on: '(updated_at, instance_id)' },
    {
      name: 'instances_by_other_address',
      on: "(address, created_at desc, instance_id desc) where address <> 'main'",
    },
    // Empty once all that 0.2 has sold is completed (jobs/complete-old-sales.ts).
    {
      name: 'instances_with_old_sale',
      on: '(instance_id) where sale_version is distinct from version',
    },
    {
      name: 'instances_attention',
      on: '(created_at desc, instance_id desc) where attention is not null',
    },
    {
      name: 'instances_by_external_id',
      on: '(external_id, created_at desc, instance_id desc) where external_id is not null',
    },
    { name: 'instances_by_other_business', on: `(business_id) where ${otherBusinessId}` },
    { name: 'instances_by_creation', on: '(created_at, instance_id)' },
  ].map((index) => ({ ...index, table: 'sold_instances' })),
  ...[
    // Rows that are as their call has left them stand apart, so a purchase pays for one of these; a
    // list is put together from both kinds (order/list-orders.ts).
    // These two with the whole key: which of them have a checklist is found without their rows. What waits
    // after an attempt has all that a list is asked for.
    {
      name: 'orders_by_call',
      on: `(created_at, order_id, order_line_id, site, test_address) where ${untouched}`,
    },
    {
      name: 'orders_waiting_told',
      on: `(${newestOrderKeyFirst}) include (updated_at, order_type, charging_mode, product_id)
        where state = 'waiting' and not ${untouched}`,
    },
    {
      name: 'orders_by_time',
      on: `(${newestOrderFirst}, order_line_id desc) where not ${untouched}`,
    },
    { name: 'orders_by_update', on: `(updated_at, order_id) where not ${untouched}` },
    { name: 'orders_by_state', on: `(state, ${newestOrderFirst}) where not ${untouched}` },
    ...[
      { name: 'orders_by_type', column: 'order_type' },
      { name: 'orders_by_mode', column: 'charging_mode' },
      { name: 'orders_by_product', column: 'product_id' },
    ].map(({ name, column }) => ({
      name,
      on: `(${column}, ${newestOrderFirst}) where ${column} is not null`,
    })),
    { name: 'orders_by_odd_line', on: `(order_line_id) where ${oddLine}` },
    { name: 'orders_test', on: `(${newestOrderFirst}) where test_address <> ''` },
  ].map((index) => ({ ...index, table: 'order_lines' })),
  // Which orders were applied to an instance.
  {
    name: 'claims_by_instance',
    table: 'claims',
    on: '(instance_id, claimed_at desc) where instance_id is not null',
  },
  // What a version before the feed has written; empty once the relay has numbered it.
  { name: 'events_unnumbered', table: 'events', on: '(id) where in_feed is null' },
  { name: 'events_by_topic', table: 'event_feed', on: '(topic, position)' },
  { name: 'licenses_by_update', table: 'licenses', on: '(updated_at, id)' },
  // Few: most were taken, or are never uploaded.
  {
    name: 'licenses_refused',
    table: 'licenses',
    on: "(updated_at) where upload_state = 'refused'",
  },
  {
    name: 'licenses_by_family',
    table: 'licenses',
    on: '(family, created_at desc, id desc)',
  },
  {
    name: 'licenses_by_upload',
    table: 'licenses',
    on: '(upload_state, created_at desc, id desc)',
  },
  { name: 'alarms_by_update', table: 'alarms', on: '(updated_at, id)' },
  // Which checklists are open, those of the last weeks, and which are closed.
  ...[
    { name: 'order_deliveries_open', rows: "step is distinct from 'accepted'" },
    { name: 'order_deliveries_accepted', rows: "step = 'accepted'" },
  ].map(({ name, rows }) => ({
    name,
    table: 'order_deliveries',
    on: `(order_id, order_line_id, site, test_address) where ${rows}`,
  })),
  { name: 'kit_applications_by_app', table: 'kit_applications', on: '(app_id)' },
  { name: 'kit_bindings_by_update', table: 'kit_bindings', on: '(updated_at)' },
  { name: 'kit_bindings_by_id', table: 'kit_bindings', on: `(${tenantId})` },
  ...['kit_users', 'kit_departments'].map((table) => ({
    name: `${table}_by_update`,
    table,
    on: '(tenant_id, updated_at, id)',
  })),
  // Few lanes fail, few attempts do, and little of what was given up waits for long.
  {
    name: 'webhook_lanes_failing',
    table: 'webhook_lanes',
    on: '(endpoint_id, lane) where attempt > 0',
  },
  {
    name: 'webhook_attempts_failed_of',
    table: 'webhook_attempts',
    on: '(endpoint_id, at desc, id desc) where error is not null',
  },
  {
    name: 'webhook_given_up_of',
    table: 'webhook_given_up',
    on: '(endpoint_id, at desc, id desc) where replayed_at is null',
  },
  // From which position on a time is.
  {
    name: 'event_feed_by_time',
    table: 'event_feed',
    on: '(at, position)',
  },
  // What expires first; the state, so that what waits is counted from here alone.
  {
    name: 'usage_windows_waiting',
    table: 'usage_windows',
    on: "(deadline, metering_sn, state) where state not in ('taken', 'expired', 'void')",
  },
  {
    name: 'usage_windows_by_code',
    table: 'usage_windows',
    on: '(code, metering_sn desc) where code is not null',
  },
  ...[
    { name: 'messages_by_family', on: `(family, ${newestFirst})` },
    { name: 'messages_by_address', on: `(address, ${newestFirst}) where address <> 'main'` },
    { name: 'messages_test', on: `(${newestFirst}) where test` },
    { name: 'messages_failed', on: `(${newestFirst}) where result_code <> '000000'` },
  ].map((index) => ({ ...index, table: 'messages' })),
]

/**
 * Indexes that cost each purchase more than they give: instances at `main` come by the time, nonces, of
 * which there are those of some minutes, are read whole once a minute, and the others have one above that
 * holds less.
 */
export const formerIndexes: readonly Pick<ListIndex, 'name' | 'table'>[] = [
  { name: 'orders_untouched', table: 'order_lines' },
  { name: 'orders_as_called', table: 'order_lines' },
  { name: 'orders_by_line', table: 'order_lines' },
  { name: 'instances_by_business', table: 'sold_instances' },
  { name: 'instances_by_time', table: 'sold_instances' },
  { name: 'orders_waiting', table: 'order_lines' },
  { name: 'usage_windows_unfinished', table: 'usage_windows' },
  { name: 'instances_by_address', table: 'sold_instances' },
  { name: 'nonces_by_time', table: 'nonces' },
]
