import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** A use of a code: by a client, or how many clients the seller has counted. */
export interface CodeUse {
  readonly licenseId: string
  /** `2026-11-26`, of Beijing. */
  readonly day: string
  /** The client's keyed hash; '' for a number. */
  readonly clientHash: string
  /** Enciphered. */
  readonly client: Uint8Array | null
  readonly activeClients: number | null
}

/** Notes a use that is to be reported; a client that was noted on that day stays as it is. */
export async function noteCodeUse(db: Database, use: CodeUse, now: Date): Promise<void> {
  const { licenseId, day, clientHash, client, activeClients } = use
  await sql`
    insert into license_code_clients as kept
      (license_id, day, client_hash, client, active_clients, next_at)
    values (${licenseId}, ${day}, ${clientHash}, ${client}, ${activeClients}, ${now})
    on conflict (license_id, day, client_hash) do update set
      active_clients = excluded.active_clients, next_at = excluded.next_at
      where kept.active_clients <> excluded.active_clients`.execute(db)
}

/** What of a report is claimed. */
export interface UseClaim {
  /** Clients, or numbers: never both in one report. */
  readonly kind: 'clients' | 'numbers'
  readonly codes: number
  readonly usesOfACode: number
  /** Whose stores do not answer: what waits for them keeps no other site waiting. */
  readonly exceptSites: readonly string[]
  readonly now: Date
  readonly leaseUntil: Date
}

// However long the backlog is: so many of its rows are looked at for one report.
const lookedAt = 20_000

/** Claims what is due for one report: so many codes, so many uses of each. No other process has it until the lease is over. */
export async function claimCodeUses(
  db: Database,
  { kind, codes, usesOfACode, exceptSites, now, leaseUntil }: UseClaim,
): Promise<CodeUse[]> {
  const ofKind = sql.raw(kind === 'numbers' ? `client_hash = ''` : `client_hash <> ''`)
  const { rows } = await sql<CodeUse>`
    with due as (
      select license_id, day, client_hash
      from license_code_clients join licenses on licenses.id = license_id
      where next_at <= ${now} and ${ofKind} and site <> all(${exceptSites}::text[])
      order by license_id, day limit ${lookedAt}),
    numbered as (
      select *, dense_rank() over (order by license_id) as code,
        row_number() over (partition by license_id order by day, client_hash) as use from due),
    chosen as (
      select kept.license_id, kept.day, kept.client_hash
      from license_code_clients kept join numbered using (license_id, day, client_hash)
      where code <= ${codes} and use <= ${usesOfACode} and kept.next_at <= ${now}
      for update of kept skip locked)
    update license_code_clients kept set next_at = ${leaseUntil}
    from chosen
    where (kept.license_id, kept.day, kept.client_hash) =
      (chosen.license_id, chosen.day, chosen.client_hash)
    returning kept.license_id as "licenseId", kept.day::text as day,
      kept.client_hash as "clientHash", kept.client, kept.active_clients as "activeClients"`.execute(
    db,
  )
  return rows
}

/** What became of uses that were claimed. */
export interface UseOutcome {
  /** When they are to be reported again; null for those that are done. */
  readonly nextAt: Date | null
  /** The store's code, if it does not take them. */
  readonly refusedCode?: string | undefined
}

/**
 * Settles uses; a client that is done is forgotten but for its hash. A number that was counted anew meanwhile
 * stays to be reported, and what another process has done after the lease stays done.
 */
export async function settleCodeUses(
  db: Database,
  uses: readonly CodeUse[],
  { nextAt, refusedCode }: UseOutcome,
): Promise<void> {
  const keys = uses.map(({ licenseId, day, clientHash, activeClients }) => ({
    license_id: licenseId,
    day,
    client_hash: clientHash,
    active_clients: activeClients,
  }))
  await sql`
    update license_code_clients kept set next_at = ${nextAt}::timestamptz,
      refused_code = ${refusedCode ?? null}::text,
      client = case when ${nextAt}::timestamptz is null then null else kept.client end
    from json_populate_recordset(null::license_code_clients, ${JSON.stringify(keys)}) own
    where (kept.license_id, kept.day, kept.client_hash) = (own.license_id, own.day, own.client_hash)
      and kept.next_at is not null and kept.active_clients is not distinct from own.active_clients`.execute(
    db,
  )
}

/** Forgets the uses of days before this one; returns how many. */
export async function pruneCodeUses(db: Database, beforeDay: string, limit: number) {
  const { numAffectedRows = 0n } = await sql`
    delete from license_code_clients where ctid in (
      select ctid from license_code_clients where day < ${beforeDay}::date limit ${limit})`.execute(
    db,
  )
  return Number(numAffectedRows)
}
