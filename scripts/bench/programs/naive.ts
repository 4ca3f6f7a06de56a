import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Purchase, refused, settings, sold } from './settings.ts'
import { isSigned, signedQueryOf } from './signature.ts'

// Ten connections, which pg has unless told; they stay open while other programs have their turns.
const pool = new pg.Pool({ connectionString: settings.databaseUrl, idleTimeoutMillis: 0 })

/** Makes the two tables. */
export async function makeTables(): Promise<void> {
  await pool.query(`
    create table instance (id text primary key, order_id text not null, line_id text not null,
      status text not null, at timestamptz not null, unique (order_id, line_id));
    create table message (id uuid primary key, activity text not null, instance_id text not null,
      code text not null, request jsonb not null, answer jsonb not null, at timestamptz not null)`)
}

/**
 * A purchase as people write it the first time: look for the order, add what is missing, log the call,
 * each in a statement of its own. Nonces are not looked at; a crash between the statements, or two
 * calls at once, leave the store with an error or a call without its log.
 */
export async function buy(raw: Buffer, url: string, body: Purchase) {
  if (!isSigned(raw, settings.key, signedQueryOf(url))) return refused
  const answer = sold((await findInstance(body)) ?? (await addInstance(body)))
  await pool.query(`insert into message values ($1, 'newInstance', $2, '000000', $3, $4, now())`, [
    randomUUID(),
    answer.instanceId,
    body,
    answer,
  ])
  return answer
}

async function findInstance({ orderId, orderLineId }: Purchase): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from instance where order_id = $1 and line_id = $2',
    [orderId, orderLineId],
  )
  return rows[0]?.id
}

async function addInstance({ orderId, orderLineId }: Purchase): Promise<string> {
  const instanceId = randomUUID()
  await pool.query(`insert into instance values ($1, $2, $3, 'ready', now())`, [
    instanceId,
    orderId,
    orderLineId,
  ])
  return instanceId
}
