import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { type ShortMessage, shortMessages } from './short-messages.ts'

/** A message, and the interfaces of which a later success is looked for. */
export interface LaterAsked {
  readonly row: ShortMessage
  readonly activities: readonly string[]
}

/** A success that came later about the same instance, order, license or tenant. */
export interface LaterSuccess {
  /** Than this message. */
  readonly of: string
  readonly success: ShortMessage
  /** False for a re-run of what came before that message. */
  readonly cameLater: boolean
}

// What came later than these is not looked at: then a call is run, which is a repeat.
const mostOfEach = 50
const subjects = ['instance_id', 'order_id', 'license_id', 'tenant_id'] as const

/**
 * The real calls that were answered with success later than some messages, the newest of each; one that
 * came later than several is one object.
 */
export async function laterSuccesses(
  db: Database,
  asked: readonly LaterAsked[],
): Promise<LaterSuccess[]> {
  const found = await Promise.all(subjects.map((subject) => laterBy(db, subject, asked)))
  const pairs = found.flat()
  const ids = [...new Set(pairs.map(({ id }) => id))]
  const messages = ids.length === 0 ? [] : await shortMessages(db, ids)
  const byId = new Map(messages.map((one) => [one.id, one]))
  return pairs.flatMap(({ of, id, cameLater }) => {
    const success = byId.get(id)
    return success === undefined ? [] : [{ of, success, cameLater }]
  })
}

type Subject = (typeof subjects)[number]

// Each message by what it names first.
async function laterBy(db: Database, subject: Subject, asked: readonly LaterAsked[]) {
  const wanted = asked.flatMap(({ row, activities }) => {
    const isFirst = subjects.find((one) => row[one] !== null) === subject
    return isFirst ? [{ of: row.id, about: row[subject], at: row.at, activities }] : []
  })
  if (wanted.length === 0) return []
  const { rows } = await sql<{ of: string; id: string; cameLater: boolean }>`
    select wanted.of, later.id, later.rerun_of is null or exists (select from messages o
      where o.id = later.rerun_of and o.received_at >= wanted.at) as "cameLater"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as wanted (of uuid, about text, at timestamptz, activities jsonb)
    cross join lateral (
      select m.id, m.rerun_of from messages m
      where m.${sql.ref(subject)} = wanted.about and m.received_at > wanted.at
        and wanted.activities ? m.activity
        and m.result_code = '000000' and m.verified and not m.test
      order by m.received_at desc, m.id desc limit ${mostOfEach}) later`.execute(db)
  return rows
}
