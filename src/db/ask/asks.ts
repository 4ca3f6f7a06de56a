import { type Selectable, sql } from 'kysely'
import type { Vault } from '../../crypto/vault.ts'
import {
  type AppliedChange,
  type Ask,
  type AskKind,
  type Postponed,
  openStates,
} from '../../domain/ask/ask.ts'
import type { Database } from '../database.ts'
import type { AskTable } from './ask-tables.ts'

/** What `newJobs` emits when something is to be asked. */
export const asksQueue = 'asks'

type Row = Selectable<AskTable>

/** Which ask of a subject is meant: the last one. */
export interface AskSubject {
  readonly kind: AskKind
  readonly subject: string
}

/** The last ask about something; undefined where the product was never to be asked. */
export async function findAsk(
  db: Database,
  vault: Vault,
  { kind, subject }: AskSubject,
): Promise<Ask | undefined> {
  const row = await db
    .selectFrom('asks')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toAsk(row, vault)
}

/** What was asked about an instance, the newest first. */
export async function listAsks(
  db: Database,
  vault: Vault,
  instanceId: string,
  limit: number,
): Promise<Ask[]> {
  const rows = await db
    .selectFrom('asks')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => toAsk(row, vault))
}

/** For whom asks are claimed, and for how long. */
export interface AskClaim {
  readonly now: Date
  readonly leaseUntil: Date
}

/** Which of those that are due are claimed. */
export interface DueClaim extends AskClaim {
  readonly limit: number
  /** Ids of asks that the process is busy with: its clock may have left their leases behind. */
  readonly busy: readonly string[]
  /** Addresses of which none is claimed. */
  readonly crowded: readonly string[]
}

/** A claimed ask, and the address of its instance. */
export interface DueAsk {
  readonly id: string
  readonly address: string
  /** What is asked; throws where it cannot be read, which ends none of those claimed with it. */
  readonly open: () => Ask
}

/** Claims asks that are due and that nobody works on, those that wait longest first; the attempt is counted. */
export async function claimDueAsks(
  db: Database,
  vault: Vault,
  { now, leaseUntil, limit, busy, crowded }: DueClaim,
): Promise<DueAsk[]> {
  const address = sql`coalesce(
    (select address from sold_instances sold where sold.instance_id = asks.instance_id), '')`
  const { rows } = await sql<Row & { readonly address: string }>`
    update asks set attempt = attempt + 1, lease_until = ${leaseUntil}, updated_at = ${now}
    where id in (
      select id from asks
      where next_at <= ${now} and state in ('due', 'overdue')
        and (lease_until is null or lease_until <= ${now})
        and id <> all(${busy}::uuid[])
        and (cardinality(${crowded}::text[]) = 0 or ${address} <> all(${crowded}::text[]))
      order by next_at limit ${limit} for update skip locked)
    returning *, ${address} as address`.execute(db)
  return rows.map((row) => ({
    ...{ id: row.id, address: row.address },
    open: () => toAsk(row, vault),
  }))
}

/**
 * Claims an ask of which the caller has the lease since it was made. Undefined where it is over, or
 * somebody else works on it by now.
 */
export async function claimOwnAsk(
  db: Database,
  vault: Vault,
  { id, leaseUntil: own }: Ask,
  { now, leaseUntil }: AskClaim,
): Promise<Ask | undefined> {
  const { rows } = await sql<Row>`
    update asks set attempt = 1, lease_until = ${leaseUntil}, next_at = ${now}, updated_at = ${now},
      state = case when state = 'order' then 'due' else state end
    where id = ${id} and attempt = 0 and lease_until = ${own} and state in ('order', 'due', 'overdue')
    returning *`.execute(db)
  return rows[0] && toAsk(rows[0], vault)
}

/** Gives up the lease of an ask that is not to be asked by the caller; it is due, or waits for its order. */
export async function releaseAsk(db: Database, { id, attempt, leaseUntil }: Ask): Promise<void> {
  await sql`
    update asks set lease_until = null
    where id = ${id} and attempt = ${attempt} and lease_until = ${leaseUntil}`.execute(db)
}

/** Keeps what an attempt left, unless the ask is over or somebody else has tried since. */
export async function postponeAsk(
  { db, vault, now }: { readonly db: Database; readonly vault: Vault; readonly now: Date },
  { id, attempt }: Ask,
  { state, nextAt, answerCode, lastError, lastAnswer }: Postponed,
): Promise<void> {
  const answer = lastAnswer === null ? null : vault.encrypt(lastAnswer)
  await sql`
    update asks set lease_until = null, next_at = ${nextAt}, answer_code = ${answerCode},
      last_error = ${lastError}, last_answer = ${answer}, updated_at = ${now},
      state = case when state = 'overdue' then state else ${state} end
    where id = ${id} and attempt = ${attempt} and state = any(${[...openStates]})`.execute(db)
}

/** An ask but for what it says and what was answered, which are encrypted. */
export type PlainAsk = Omit<Ask, 'lastAnswer' | 'change'>

/** Open asks for which the store has stopped waiting, the oldest first. */
export async function findLateAsks(
  db: Database,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<PlainAsk[]> {
  const rows = await db
    .selectFrom('asks')
    .selectAll()
    .where('deadline', '<=', now)
    .where('state', 'in', sql<AskTable['state']>`('order', 'due', 'asked')`)
    .orderBy('deadline')
    .limit(limit)
    .execute()
  return rows.map(toPlainAsk)
}

/** The row of an ask. */
export function toAskRow(ask: Ask, vault: Vault): Row {
  return {
    id: ask.id,
    kind: ask.kind,
    subject: ask.subject,
    version: ask.version,
    instance_id: ask.instanceId,
    site: ask.site,
    order_id: ask.orderId,
    order_line_id: ask.orderLineId,
    state: ask.state,
    attempt: ask.attempt,
    next_at: ask.nextAt,
    lease_until: ask.leaseUntil,
    deadline: ask.deadline,
    answer_code: ask.answerCode,
    last_error: ask.lastError,
    last_answer: ask.lastAnswer === null ? null : vault.encrypt(ask.lastAnswer),
    details: ask.change && vault.encrypt(JSON.stringify(ask.change)),
    created_at: ask.createdAt,
    updated_at: ask.updatedAt,
  }
}

function toAsk(row: Row, vault: Vault): Ask {
  return {
    ...toPlainAsk(row),
    lastAnswer: row.last_answer && vault.decrypt(row.last_answer).toString(),
    change: row.details && (JSON.parse(vault.decrypt(row.details).toString()) as AppliedChange),
  }
}

function toPlainAsk(row: Row): PlainAsk {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    version: row.version,
    instanceId: row.instance_id,
    site: row.site,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    state: row.state,
    attempt: row.attempt,
    nextAt: row.next_at,
    leaseUntil: row.lease_until,
    deadline: row.deadline,
    answerCode: row.answer_code,
    lastError: row.last_error,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
