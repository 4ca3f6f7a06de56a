import { type Selectable, sql } from 'kysely'
import type { CodeCheck, CodeStatus } from '../../domain/license/code.ts'
import type { Database } from '../database.ts'
import type { LicenseCodeTable } from './code-tables.ts'

/** How the checks of a code stand. */
export interface CodeRow {
  /** The last one that was answered. */
  readonly check: CodeCheck | undefined
  /** Until when somebody asks the store, unless he is done before. */
  readonly leaseUntil: Date | null
  /** Why the store did not answer last, if it did not. */
  readonly failure: string | null
}

/** What is known of a code's checks; undefined for one that was never asked for. */
export async function findCode(db: Database, licenseId: string): Promise<CodeRow | undefined> {
  const row = await db
    .selectFrom('license_codes')
    .selectAll()
    .where('license_id', '=', licenseId)
    .executeTakeFirst()
  return row && { check: checkIn(row), leaseUntil: row.lease_until, failure: row.ask_failure }
}

function checkIn(row: Selectable<LicenseCodeTable>): CodeCheck | undefined {
  const { code_status: status, code_expire_time: expireTime, asked_at: askedAt } = row
  return status === null || askedAt === null ? undefined : { status, expireTime, askedAt }
}

/** Who wants to ask the store for a code, and when it was asked last as far as he knows. */
export interface CodeClaim {
  readonly askedAt: Date | null
  readonly now: Date
  readonly leaseUntil: Date
}

/** Claims the right to ask the store for a code; false where another has it, or has asked meanwhile. */
export async function claimCode(
  db: Database,
  licenseId: string,
  { askedAt, now, leaseUntil }: CodeClaim,
): Promise<boolean> {
  const { rows } = await sql`
    insert into license_codes (license_id, lease_until, next_ask_at)
    values (${licenseId}, ${leaseUntil}, ${now})
    on conflict (license_id) do update set lease_until = excluded.lease_until, ask_failure = null
      where license_codes.next_ask_at <= excluded.next_ask_at
        and license_codes.asked_at is not distinct from ${askedAt}
        and (license_codes.lease_until is null or license_codes.lease_until <= excluded.next_ask_at)
    returning license_id`.execute(db)
  return rows.length > 0
}

/** What the store answered of a code. */
export interface CodeAnswer {
  readonly licenseId: string
  /** Left out by an activation, which does not tell the expiry that counts. */
  readonly check?: CodeCheck | undefined
  readonly activatedAt: Date | null
  readonly nextAskAt: Date
}

/** Keeps what the store answered; who asked is done. The codes stand in the order of their ids. */
export async function saveCodes(db: Database, answers: readonly CodeAnswer[]): Promise<void> {
  const rows = answers.map(({ licenseId, check, activatedAt, nextAskAt }) => ({
    license_id: licenseId,
    activated_at: activatedAt,
    code_status: check?.status ?? null,
    code_expire_time: check?.expireTime ?? null,
    asked_at: check?.askedAt ?? null,
    next_ask_at: nextAskAt,
  }))
  await sql`
    insert into license_codes as kept
      (license_id, activated_at, code_status, code_expire_time, asked_at, next_ask_at)
    select license_id, activated_at, code_status, code_expire_time, asked_at, next_ask_at
    from json_populate_recordset(null::license_codes, ${JSON.stringify(rows)}) order by license_id
    on conflict (license_id) do update set
      activated_at = coalesce(kept.activated_at, excluded.activated_at),
      code_status = coalesce(excluded.code_status, kept.code_status),
      code_expire_time = case when excluded.asked_at is null then kept.code_expire_time
        else excluded.code_expire_time end,
      asked_at = coalesce(excluded.asked_at, kept.asked_at),
      next_ask_at = excluded.next_ask_at, lease_until = null, ask_failure = null`.execute(db)
}

/** Keeps why the store did not answer, and from when on it may be asked again. */
export async function saveCodeFailure(
  db: Database,
  licenseId: string,
  { failure, nextAskAt }: { readonly failure: string; readonly nextAskAt: Date },
): Promise<void> {
  await db
    .updateTable('license_codes')
    .set({ lease_until: null, ask_failure: failure, next_ask_at: nextAskAt })
    .where('license_id', '=', licenseId)
    .execute()
}

const strange: readonly CodeStatus[] = ['unknown', 'not_activated']

/** Forgets codes that no buyer has ever had, if they were last asked for before a time; returns how many. */
export async function pruneStrangeCodes(db: Database, before: Date, limit: number) {
  const { numAffectedRows = 0n } = await sql`
    delete from license_codes where license_id in (
      select license_id from license_codes
      where code_status in (${sql.join(strange.map((one) => sql.lit(one)))})
        and next_ask_at < ${before} limit ${limit})`.execute(db)
  return Number(numAffectedRows)
}
