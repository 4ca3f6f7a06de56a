// The bare program that Koogate 0.1 was measured against: by hand like the lean one, but with the
// seven rows of that version, in its tables and encrypted as there. Repeats fail.
import { createCipheriv, createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { type Call, serve } from './serve.ts'
import { settings, sold } from './settings.ts'

const secret = createSecretKey(Buffer.from(settings.secret, 'base64'))
const pool = new pg.Pool({
  connectionString: settings.databaseUrl,
  max: 16,
  idleTimeoutMillis: 0,
})

const tables = `
  create table instances (instance_id text primary key, address text, family text, test boolean,
    business_id text, order_id text, order_line_id text, latest_order_id text,
    latest_order_line_id text, phase text, frozen boolean, frozen_after_expiry boolean,
    app_info bytea, usage_info jsonb, version integer, created_at timestamptz, updated_at timestamptz);
  create index on instances (created_at desc, instance_id desc);
  create table claims (address text, family text, test boolean, activity text, claim_key text,
    instance_id text, claimed_at timestamptz, primary key (address, family, test, activity, claim_key));
  create table messages (id uuid primary key, address text, family text, activity text,
    instance_id text, order_id text, test boolean, authentic boolean, result_code text,
    result_msg text, received_at timestamptz, duration_ms integer, body bytea, answer bytea);
  create index on messages (received_at desc, id desc);
  create index on messages (instance_id, received_at desc);
  create index on messages (order_id, received_at desc);
  create unlogged table nonces (address text, interface_type text, nonce text, seen_at timestamptz,
    primary key (address, interface_type, nonce));
  create index on nonces (seen_at);
  create table events (id uuid primary key, instance_id text, type text, order_id text, at timestamptz);
  create index on events (instance_id, at);
  create index on events (order_id)`

const purchase = `
  with nonce as (insert into nonces values ('main', 'basic', $1, $2)),
  claim as (insert into claims values ('main', 'saas-v2', false, 'newInstance', $3, $4, $2)),
  instance as (insert into instances values ($4, 'main', 'saas-v2', false, $4, $5, $6, $5, $6, 'ready',
    false, false, $7, '[]', 1, $2, $2)),
  event as (insert into events values ($8, $4, 'instance.created', $5, $2),
    ($9, $4, 'instance.activated', $5, $2)),
  job as (insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff,
    retry_delay_max, policy) values ('fetch-order', $10, 1000, 5, true, 600, 'standard'))
  insert into messages values ($11, 'main', 'saas-v2', 'newInstance', $4, $5, false, true, '000000',
    'success.', $2, 1, $12, $13)`

async function buy({ body, raw, nonce }: Call): Promise<string> {
  const { businessId, orderId, orderLineId } = body
  const text = JSON.stringify(sold(businessId))
  const appInfo = JSON.stringify({ frontEndUrl: `https://app.example.com/${businessId}` })
  await pool.query({
    name: 'purchase',
    text: purchase,
    values: [
      nonce,
      new Date(),
      JSON.stringify([orderId, orderLineId]),
      businessId,
      orderId,
      orderLineId,
      encrypt(appInfo),
      randomUUID(),
      randomUUID(),
      { address: 'main', orderId, orderLineId, instanceId: businessId, callNamedProduct: false },
      randomUUID(),
      encrypt(raw),
      encrypt(text),
    ],
  })
  return text
}

function encrypt(plain: Buffer | string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** The queue's tables are made by the queue, which is not run. */
async function makeQueue(): Promise<void> {
  const queue = new PgBoss({ connectionString: settings.databaseUrl, supervise: false })
  await queue.start()
  await queue.createQueue('fetch-order')
  await queue.stop()
}

await pool.query(tables)
await makeQueue()
serve(buy)
