// The lean bare program, which the service is measured against: node:http and pg by hand, the same
// signature checked, one prepared statement a call that writes four plain rows. It encrypts and
// validates nothing, fetches no order, and has no second index.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Call, serve } from './serve.ts'
import { settings, sold } from './settings.ts'

// Connections stay open while the other programs have their turns.
const pool = new pg.Pool({
  connectionString: settings.databaseUrl,
  max: 10,
  idleTimeoutMillis: 0,
})

const tables = `
  create table nonce (n text primary key, at timestamptz not null);
  create table instance (id text primary key, order_id text not null, line_id text not null,
    status text not null, at timestamptz not null, unique (order_id, line_id));
  create table message (id uuid primary key, activity text not null, instance_id text not null,
    code text not null, request jsonb not null, answer jsonb not null, at timestamptz not null);
  create table event (id uuid primary key, type text not null, subject text not null,
    data jsonb not null, at timestamptz not null)`

const purchase = `
  with used as (insert into nonce values ($1, $2)),
  bought as (insert into instance values ($3, $4, $5, 'ready', $2)
    on conflict (order_id, line_id) do update set line_id = excluded.line_id returning id),
  called as (insert into message select $6::uuid, 'newInstance', id, '000000', $7::jsonb,
    jsonb_build_object('resultCode', '000000', 'resultMsg', 'success.', 'instanceId', id), $2
    from bought),
  happened as (insert into event select $8::uuid, 'instance.created', id,
    jsonb_build_object('orderId', $4::text, 'orderLineId', $5::text), $2 from bought)
  select id from bought`

async function buy({ body, raw, nonce }: Call): Promise<string> {
  const { orderId, orderLineId } = body
  const [instanceId, messageId, eventId] = [randomUUID(), randomUUID(), randomUUID()]
  const { rows } = await pool.query<{ id: string }>({
    name: 'purchase',
    text: purchase,
    values: [
      nonce,
      new Date(),
      instanceId,
      orderId,
      orderLineId,
      messageId,
      raw.toString(),
      eventId,
    ],
  })
  return JSON.stringify(sold(rows[0]?.id ?? ''))
}

await pool.query(tables)
serve(buy)
