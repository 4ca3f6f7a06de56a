import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { AlarmTable } from './alarm-tables.ts'

/** An alarm as it is kept. */
export type AlarmRow = Selectable<AlarmTable>

/** What alarms a list shows; each member that is left out lets all through. */
export interface AlarmFilter {
  readonly key?: string | undefined
  readonly subject?: string | undefined
  readonly cleared?: boolean | undefined
}

/** Alarms, the newest first. */
export function listAlarms(
  db: Database,
  { key, subject, cleared }: AlarmFilter,
  page: Page,
): Promise<PageOf<AlarmRow>> {
  let query = db.selectFrom('alarms').selectAll()
  if (key !== undefined) query = query.where('key', '=', key)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (cleared !== undefined) query = query.where('cleared_at', cleared ? 'is not' : 'is', null)
  return pageOfQuery(query, { time: 'since', updated: 'updated_at', id: 'id' }, page)
}

/** An alarm by its id, a cleared one too. */
export function findAlarm(db: Database, id: string): Promise<AlarmRow | undefined> {
  return db.selectFrom('alarms').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Whether an alarm of this key and subject is open. */
export async function isAlarmOpen(db: Database, key: string, subject: string): Promise<boolean> {
  const open = await db
    .selectFrom('alarms')
    .select('id')
    .where('key', '=', key)
    .where('subject', '=', subject)
    .where('cleared_at', 'is', null)
    .executeTakeFirst()
  return open !== undefined
}

/** Which of these keys have an open alarm of this subject. */
export async function openAlarmsOf(
  db: Database,
  keys: readonly string[],
  subject: string,
): Promise<ReadonlySet<string>> {
  const open = await db
    .selectFrom('alarms')
    .select('key')
    .where('key', 'in', keys)
    .where('subject', '=', subject)
    .where('cleared_at', 'is', null)
    .execute()
  return new Set(open.map(({ key }) => key))
}

/** The latest alarm of this key and subject, a cleared one too. */
export function findLatestAlarm(
  db: Database,
  key: string,
  subject: string,
): Promise<AlarmRow | undefined> {
  return db
    .selectFrom('alarms')
    .selectAll()
    .where('key', '=', key)
    .where('subject', '=', subject)
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The subjects of the open alarms of a key. */
export async function listOpenSubjects(db: Database, key: string): Promise<string[]> {
  const rows = await db
    .selectFrom('alarms')
    .select('subject')
    .where('key', '=', key)
    .where('cleared_at', 'is', null)
    .execute()
  return rows.map(({ subject }) => subject)
}

interface OpenAlarms {
  readonly key: string
  readonly open: number
}

/** How many alarms of each key are open. */
export function openAlarms(db: Database): Promise<OpenAlarms[]> {
  return db
    .selectFrom('alarms')
    .select(['key', ({ fn }) => fn.countAll<number>().as('open')])
    .where('cleared_at', 'is', null)
    .groupBy('key')
    .execute()
}

/** The alarms that nobody has logged yet; of replicas that ask at once each alarm goes to one. */
export async function takeUntold(db: Database): Promise<AlarmRow[]> {
  const { rows } = await sql<AlarmRow>`
    update alarms set told = true where id in (
      select id from alarms where not told order by since for update skip locked)
    returning *`.execute(db)
  return rows
}

/** Forgets what was cleared before a time. */
export async function pruneAlarms(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('alarms').where('cleared_at', '<', before).execute()
}
