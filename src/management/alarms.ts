import type { ManagementSchemas } from '../contract/index.ts'
import { type AlarmRow, findAlarm, listAlarms as findPage } from '../db/alarm/alarms.ts'
import { persist } from '../calls/persist.ts'
import type { AuditChange } from '../calls/services.ts'
import { subjectOf } from '../domain/subject.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import { unknownAlarm } from './not-found.ts'

/** Alarms, open and cleared, the newest first. */
export const listAlarms: ManagementHandler<'listAlarms'> = async ({ query }, { services }) => {
  const found = await findPage(services.db, query, pageFrom('alarms', query))
  return { items: found.items.map(viewAlarm), nextCursor: nextCursor('alarms', found, query) }
}

/** One alarm, a cleared one too. */
export const getAlarm: ManagementHandler<'getAlarm'> = async ({ path }, context) =>
  viewAlarm(await alarmOf(path.id, context))

/** Clears an alarm by hand; one that is cleared stays as it is. */
export const clearAlarm: ManagementHandler<'clearAlarm'> = async ({ path }, context) => {
  const { services } = context
  const { id, key, subject, cleared_at } = await alarmOf(path.id, context)
  if (cleared_at === null) {
    const audit: AuditChange = (subjects) => services.audit([subjectOf('alarm', id), ...subjects])
    await persist({ alarms: [{ raised: false, key, subject }] }, { ...services, audit })
  }
  return viewAlarm(await alarmOf(path.id, context))
}

async function alarmOf(id: string, { services }: ManagementContext): Promise<AlarmRow> {
  const alarm = await findAlarm(services.db, id)
  if (alarm === undefined) throw unknownAlarm(id)
  return alarm
}

function viewAlarm(row: AlarmRow): ManagementSchemas['Alarm'] {
  const { id, key, subject, text, count } = row
  return {
    id,
    key,
    subject,
    text,
    count,
    since: row.since.toISOString(),
    clearedAt: row.cleared_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
  }
}
