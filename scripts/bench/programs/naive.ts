import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Purchase, refused, settings, sold } from './settings.ts'
import { isSigned, signedQueryOf } from './signature.ts'

// Ten connections, which pg has unless told; they stay open while other programs have their turns.
const pool = new pg.Pool({ connectionString: settings.databaseUrl, idleTimeoutMillis: 0 })

/** Makes the two tables. */
export async function makeTables(): Promise<void> {
  await pool.query(`
    create table nonce (n text primary key, at timestamptz not null);
    create table instance (id text primary key, order_id text not null, line_id text not null,
      status text not null, at timestamptz not null, unique (order_id, line_id))`)
}

/**
 * A purchase as people write it the first time: the signature, then three statements of their own. A
 * crash between them, or two calls at once, leave the store without an answer.
 */
export async function buy(raw: Buffer, url: string, body: Purchase) {
  const query = signedQueryOf(url)
  if (!isSigned(raw, settings.key, query)) return refused
  const { orderId, orderLineId } = body
  await pool.query('insert into nonce values ($1, now())', [query.nonce])
  const { rows } = await pool.query<{ id: string }>(
    'select id from instance where order_id = $1 and line_id = $2',
    [orderId, orderLineId],
  )
  if (rows[0] !== undefined) return sold(rows[0].id)
  const instanceId = randomUUID()
  await pool.query('insert into instance values ($1, $2, $3, $4, now())', [
    instanceId,
    orderId,
    orderLineId,
    'ready',
  ])
  return sold(instanceId)
}
