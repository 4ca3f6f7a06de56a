import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { weekOf } from '../../../src/domain/usage/window.ts'
import { createDatabase, withClient } from '../../../test/harness/postgres.ts'
import { settle, withTables } from '../arena.ts'
import { buy } from '../call.ts'
import { keys, startService } from '../contenders.ts'
import { medianAtLeast, ratioLine, valueLine } from '../report.ts'
import { median, ratios } from '../statistics.ts'
import { inTurns } from '../turns.ts'
import { type BenchRecord, recordsOf } from '../usage-records.ts'

const connections = 12
const batch = 100
const instances = 200

/** How long and how often. */
export interface IntakePlan {
  readonly rounds: number
  readonly seconds: number
}

/**
 * How many records a second the service takes, over HTTP, beside a bare insert of the same records into
 * the same two tables, both at 12 connections in batches of 100.
 */
export async function measureUsageIntake(
  postgresUrl: string,
  { rounds, seconds }: IntakePlan,
): Promise<string[]> {
  const [own, bare] = [await createDatabase(postgresUrl, 'empty'), await withTables(postgresUrl)]
  const service = await startService(own)
  const sold = await Promise.all(Array.from({ length: instances }, () => buy(service)))
  const ids = sold.map(({ instanceId }) => instanceId)
  await withClient(own, (client) =>
    client.query("update sold_instances set created_at = created_at - interval '30 days'"),
  )
  const pool = new pg.Pool({ connectionString: bare, max: connections })
  const subjects = {
    service: { databaseUrl: own, take: () => report(service.url, recordsOf(ids, batch)) },
    bare: { databaseUrl: bare, take: () => insert(pool, recordsOf(ids, batch)) },
  }
  const rates = await inTurns(rounds, subjects, async ({ databaseUrl, take }) => {
    await settle(databaseUrl)
    return rateOf(take, seconds)
  })
  await pool.end()
  await service.stop()
  return [
    valueLine('usage records a minute, service', median(rates.service) * 60, ''),
    valueLine('usage records a minute, bare insert', median(rates.bare) * 60, ''),
    ratioLine(
      'service / bare insert into both tables',
      ratios(rates.service, rates.bare),
      medianAtLeast(0.7),
    ),
  ]
}

async function rateOf(take: () => Promise<void>, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000
  let batches = 0
  const work = async () => {
    while (performance.now() < until) {
      await take()
      batches += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  return (batches * batch) / seconds
}

async function report(url: string, records: readonly BenchRecord[]): Promise<void> {
  const response = await fetch(`${url}/api/v1/usage`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${keys.managementToken}`,
    },
    body: JSON.stringify({ records }),
  })
  const { accepted } = (await response.json()) as { accepted?: number }
  if (accepted !== records.length) throw new Error(`${accepted} of ${records.length} were accepted`)
}

const statement = `
  with given as (
    select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[],
      $5::numeric[], $6::date[], $7::uuid[]) as g (instance_id, record_id, begin_time, end_time, value, week, sn)),
  records as (
    insert into usage_records (week, instance_id, record_id, package_id, begin_time, end_time, value,
      window_sn, token_id, received_at)
    select week, instance_id, record_id, '', begin_time, end_time, value, sn, 'bench', now() from given)
  insert into usage_windows (metering_sn, site, signer, test, instance_id, package_id, begin_time,
    end_time, value, records, state, seal_at, deadline, created_at, updated_at)
  select sn, 'china', 'main', false, instance_id, '', begin_time, end_time, value, 1, 'open', now(),
    begin_time + interval '20 days', now(), now()
  from given`

async function insert(pool: pg.Pool, records: readonly BenchRecord[]): Promise<void> {
  const of = (name: keyof BenchRecord) => records.map((record) => record[name])
  await pool.query({
    name: 'bare',
    text: statement,
    values: [
      ...[of('instanceId'), of('recordId'), of('beginTime'), of('endTime'), of('value')],
      records.map(({ beginTime }) => weekOf(new Date(beginTime))),
      records.map(() => randomUUID()),
    ],
  })
}
