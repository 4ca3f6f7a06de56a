import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import { firstIdAt } from '../partitions.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { AuditSubjectTable, AuditTable } from './audit-tables.ts'

/** An entry of the audit as it is kept. */
export type AuditRow = Selectable<AuditTable>

/** What entries a list shows; each member that is left out lets all through. */
export interface AuditFilter {
  readonly kind?: AuditRow['kind'] | undefined
  readonly tokenId?: string | undefined
  readonly operation?: string | undefined
  readonly subject?: string | undefined
  readonly requestId?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Writes an entry by itself; that of a change is written with the change (UnitOfWork). */
export async function insertAudit(db: Database, row: AuditRow): Promise<void> {
  await db
    .with('entry', (own) => own.insertInto('audit').values(row))
    .insertInto('audit_subjects')
    .values(subjectsOf(row))
    .execute()
}

/** By which an entry is found. */
export function subjectsOf({ id, subjects }: AuditRow): AuditSubjectTable[] {
  return [...new Set(subjects)].map((subject) => ({ subject, id }))
}

/** Entries, the newest first; `from` counts in, `to` counts out. */
export async function listAudit(
  db: Database,
  filter: AuditFilter,
  page: Page,
): Promise<PageOf<AuditRow>> {
  const { kind, tokenId, operation, subject, requestId, from, to } = filter
  let query = db.selectFrom('audit').selectAll()
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (tokenId !== undefined) query = query.where('token_id', '=', tokenId)
  if (operation !== undefined) query = query.where('operation', '=', operation)
  if (subject !== undefined) query = query.where('id', 'in', entriesAbout(db, subject))
  if (requestId !== undefined) query = query.where('request_id', '=', requestId)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<', to)
  return pageOfQuery(query, { time: 'at', id: 'id' }, page)
}

/** Deletes some of the entries that were made before a time; their ids begin with their times. */
export async function pruneAudit(db: Database, before: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ deleted: number }>`
    with old as (select id, subjects from audit where id < ${firstIdAt(before)}
      order by id limit ${limit}),
    subjects as (delete from audit_subjects using old
      where audit_subjects.id = old.id and audit_subjects.subject = any(old.subjects)),
    entries as (delete from audit using old where audit.id = old.id returning 1)
    select count(*) as deleted from entries`.execute(db)
  return rows[0]?.deleted ?? 0
}

function entriesAbout(db: Database, subject: string) {
  return db.selectFrom('audit_subjects').select('id').where('subject', '=', subject)
}
