import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { Pool } from 'undici'
import { weekOf } from '../../../src/domain/usage/window.ts'
import { createDatabase, withClient } from '../../../test/harness/postgres.ts'
import { settle, withTables } from '../arena.ts'
import { buy } from '../call.ts'
import { keys, startService } from '../contenders.ts'
import { processorBetween, processorOf, processorOfBackends } from '../processor.ts'
import { medianAtLeast, ratioLine, textLine, valueLine } from '../report.ts'
import { median, ratios } from '../statistics.ts'
import { inTurns } from '../turns.ts'
import { type BenchRecord, recordsOf } from '../usage-records.ts'

const connections = 12
const batch = 100
const instances = 200
const warmUpSeconds = 0.3

/** How long and how often. */
export interface IntakePlan {
  readonly rounds: number
  readonly seconds: number
}

/** Who takes records, and where they end. */
interface Subject {
  readonly databaseUrl: string
  /** The process that takes them; the bare insert has none but the one that loads. */
  readonly pid?: number
  readonly take: (records: readonly BenchRecord[]) => Promise<void>
}

/** What one of them did in one turn; processor time and log are those of one batch. */
interface Turn {
  readonly recordsASecond: number
  readonly nodeUs: number
  readonly postgresUs: number
  readonly loaderUs: number
  readonly walBytes: number
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
  const http = new Pool(service.url, { connections })
  const subjects: Record<'service' | 'bare', Subject> = {
    service: { databaseUrl: own, pid: service.pid, take: (records) => report(http, records) },
    bare: { databaseUrl: bare, take: (records) => insert(pool, records) },
  }
  const server = new pg.Client({ connectionString: postgresUrl })
  await server.connect()
  const turns = await inTurns(rounds, subjects, (subject) =>
    takeTurn(subject, { ids, seconds, server }),
  )
  await Promise.all([server.end(), pool.end(), http.close()])
  await service.stop()
  return linesOf(turns)
}

interface Load {
  readonly ids: readonly string[]
  readonly seconds: number
  /** A connection to the server, to ask what was used. */
  readonly server: pg.Client
}

async function takeTurn(subject: Subject, load: Load): Promise<Turn> {
  await settle(subject.databaseUrl)
  await batchesIn(subject, load.ids, warmUpSeconds)
  const before = await readUse(subject, load.server)
  const batches = await batchesIn(subject, load.ids, load.seconds)
  const after = await readUse(subject, load.server)
  return {
    recordsASecond: (batches * batch) / load.seconds,
    nodeUs: (after.node - before.node) / batches,
    postgresUs: processorBetween(before.backends, after.backends) / batches,
    loaderUs: (after.loader - before.loader) / batches,
    walBytes: (after.walBytes - before.walBytes) / batches,
  }
}

async function batchesIn({ take }: Subject, ids: readonly string[], seconds: number) {
  const until = performance.now() + seconds * 1000
  let batches = 0
  const work = async () => {
    while (performance.now() < until) {
      await take(recordsOf(ids, batch))
      batches += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  return batches
}

async function readUse({ databaseUrl, pid }: Subject, server: pg.Client) {
  const { user, system } = process.cpuUsage()
  const { rows } = await server.query<{ bytes: string }>(
    `select pg_current_wal_insert_lsn() - '0/0' as bytes`,
  )
  return {
    loader: user + system,
    node: pid === undefined ? 0 : processorOf(pid),
    backends: await processorOfBackends(server, new URL(databaseUrl).pathname.slice(1)),
    walBytes: Number(rows[0]?.bytes),
  }
}

function linesOf({ service, bare }: Record<'service' | 'bare', readonly Turn[]>): string[] {
  const rates = (turns: readonly Turn[]) => turns.map(({ recordsASecond }) => recordsASecond)
  // The bare insert has its share of Node in the process that loads.
  const work = (turns: readonly Turn[]) =>
    turns.map(({ nodeUs, postgresUs, loaderUs }) => nodeUs + postgresUs + loaderUs)
  return [
    valueLine('usage records a minute, service', median(rates(service)) * 60, ''),
    ...linesOfUse(service),
    valueLine('usage records a minute, bare insert', median(rates(bare)) * 60, ''),
    ...linesOfUse(bare),
    ratioLine(
      'service / bare insert into both tables',
      ratios(rates(service), rates(bare)),
      medianAtLeast(0.7),
    ),
    ratioLine('  by processor time, all of it', ratios(work(bare), work(service))),
  ]
}

function linesOfUse(turns: readonly Turn[]): string[] {
  const middle = (value: (turn: Turn) => number) => Math.round(median(turns.map(value)))
  const [node, postgres] = [middle((turn) => turn.nodeUs), middle((turn) => turn.postgresUs)]
  const [loader, wal] = [middle((turn) => turn.loaderUs), middle((turn) => turn.walBytes)]
  return [
    textLine(
      `  of ${batch}: Node + Postgres; loader; log`,
      `${node} + ${postgres} us; ${loader} us; ${wal} bytes`,
    ),
  ]
}

async function report(http: Pool, records: readonly BenchRecord[]): Promise<void> {
  const { body } = await http.request({
    path: '/api/v1/usage',
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${keys.managementToken}`,
    },
    body: JSON.stringify({ records }),
  })
  const { accepted } = (await body.json()) as { accepted?: number }
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
