import { sql } from 'kysely'
import type { PushedWindow } from '../../domain/usage/window-fate.ts'
import type { Database } from '../database.ts'

/** Which windows are claimed: what is due of the addresses whose pushes can be signed, or the half of a push. */
export interface BatchClaim {
  readonly batchId: string
  readonly site: string
  readonly signers: readonly string[]
  readonly half?: { readonly part: string; readonly meteringSns: readonly string[] } | undefined
  readonly limit: number
  readonly now: Date
  readonly leaseUntil: Date
}

/** A push that this process alone makes until its lease is over. */
export interface ClaimedBatch {
  readonly id: string
  readonly site: string
  readonly signer: string
  readonly windows: readonly PushedWindow[]
}

interface Row {
  readonly signer: string
  readonly metering_sn: string
  readonly instance_id: string
  readonly package_id: string
  readonly begin_time: Date
  readonly end_time: Date
  readonly value: string
  readonly records: number
  readonly test: boolean
  readonly uncertain: boolean
  readonly doubted: boolean
  readonly code: string | null
  readonly part: string | null
  readonly attempts: number
  readonly deadline: Date
  readonly created_at: Date
  readonly product_id: string | null
  readonly opened_at: Date | null
  readonly is_frozen: boolean | null
}

const notPaused = (claim: BatchClaim) => sql`not exists (select from usage_limits l
  where l.site = ${claim.site} and l.signer in ('', s.signer) and l.paused_until > ${claim.now})`

/**
 * Claims a push: of the address that has what is due for the longest time, at most so many windows as the
 * store takes in a call, and its row. Undefined where nothing is due, or pushes are held up.
 */
export async function claimBatch(
  db: Database,
  claim: BatchClaim,
): Promise<ClaimedBatch | undefined> {
  const { batchId, site, now, half } = claim
  const isDue = sql`w.site = ${site} and w.state in ('ready', 'held')`
  const chosen =
    half === undefined
      ? sql`
    first as materialized (
      select s.signer, w.part
      from unnest(${claim.signers}::text[]) as s (signer)
      cross join lateral (
        select next_at, part from usage_windows w
        where ${isDue} and w.signer = s.signer and w.next_at <= ${now}
        order by next_at limit 1) w
      where ${notPaused(claim)}
      order by w.next_at limit 1),
    due as materialized (
      select metering_sn from usage_windows w
      where ${isDue} and w.signer = (select signer from first) and w.next_at <= ${now}
        and w.part is not distinct from (select part from first)
      order by next_at
      limit least(${claim.limit}::integer, (select records_per_call from usage_limits
        where site = ${site} and signer = ''))
      for update skip locked)`
      : sql`
    due as materialized (
      select metering_sn from usage_windows w
      where w.metering_sn = any(${half.meteringSns}::uuid[]) and w.part = ${half.part} and ${isDue}
        and exists (select from unnest(${claim.signers}::text[]) as s (signer)
          where s.signer = w.signer and ${notPaused(claim)})
      for update skip locked)`
  const { rows } = await sql<Row>`
    with ${chosen},
    claimed as (
      update usage_windows w set state = 'sending', batch_id = ${batchId}, attempts = attempts + 1,
        updated_at = ${now}
      from due where w.metering_sn = due.metering_sn
      returning w.*),
    batch as (
      insert into usage_batches (id, site, signer, n, state, lease_until, sent_at)
      select ${batchId}, ${site}, min(signer), count(*), 'sending', ${claim.leaseUntil}, ${now}
      from claimed having count(*) > 0)
    select c.signer, c.metering_sn, c.instance_id, c.package_id, c.begin_time, c.end_time,
      c.value::text, c.records, c.test, c.uncertain, c.doubted, c.code, c.part, c.attempts,
      c.deadline, c.created_at, i.product_id, i.created_at as opened_at,
      i.phase = 'ready' and i.frozen as is_frozen
    from claimed c
    left join sold_instances i on i.instance_id = c.instance_id
    order by c.begin_time, c.metering_sn`.execute(db)
  const [first] = rows
  if (first === undefined) return undefined
  return { id: batchId, site, signer: first.signer, windows: rows.map(windowOf) }
}

function windowOf(row: Row): PushedWindow {
  return {
    meteringSn: row.metering_sn,
    instanceId: row.instance_id,
    packageId: row.package_id,
    beginTime: row.begin_time,
    endTime: row.end_time,
    value: row.value,
    records: row.records,
    test: row.test,
    uncertain: row.uncertain,
    doubted: row.doubted,
    code: row.code,
    part: row.part,
    attempts: row.attempts,
    deadline: row.deadline,
    recordedAt: row.created_at,
    productId: row.product_id,
    openedAt: row.opened_at,
    isFrozen: row.is_frozen ?? false,
  }
}

/** Makes due again what a process had sent that never told what came of it: the store may have taken it. */
export async function recoverBatches(db: Database, now: Date): Promise<number> {
  const { rows } = await sql`
    with lost as (
      update usage_batches set state = 'uncertain'
      where state = 'sending' and lease_until <= ${now}
      returning id)
    update usage_windows w set state = 'ready', uncertain = true, next_at = ${now},
      updated_at = ${now}
    from lost where w.batch_id = lost.id and w.state = 'sending'
    returning w.metering_sn`.execute(db)
  return rows.length
}
