import { sql } from 'kysely'
import { weekOf } from '../../domain/usage/window.ts'
import type { Database } from '../database.ts'
import { firstIdAt } from '../partitions.ts'

async function deleted(db: Database, statement: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows = 0n } = await statement.execute(db)
  return Number(numAffectedRows)
}

/** Forgets windows that were made before a time and came to an end, at most so many; the totals stay. */
export function pruneWindows(db: Database, before: Date, limit: number): Promise<number> {
  return deleted(
    db,
    sql`delete from usage_windows where metering_sn in (
      select metering_sn from usage_windows
      where metering_sn < ${firstIdAt(before)} and state in ('taken', 'expired', 'void')
      order by metering_sn limit ${limit})`,
  )
}

/** Forgets the pushes of before a time. */
export function pruneBatches(db: Database, before: Date, limit: number): Promise<number> {
  return deleted(
    db,
    sql`delete from usage_batches where id in (
      select id from usage_batches where id < ${firstIdAt(before)} order by id limit ${limit})`,
  )
}

/** Forgets records of weeks before that of a time, where they do not go with their week. */
export function pruneRecords(db: Database, before: Date, limit: number): Promise<number> {
  return deleted(
    db,
    sql`delete from usage_records where (week, instance_id, record_id) in (
      select week, instance_id, record_id from usage_records where week < ${weekOf(before)}
      order by week limit ${limit})`,
  )
}

/** Forgets the ids of records of weeks before that of a time. */
export function pruneRecordKeys(db: Database, before: Date, limit: number): Promise<number> {
  return deleted(
    db,
    sql`delete from usage_record_keys where (instance_id, record_id) in (
      select instance_id, record_id from usage_record_keys where week < ${weekOf(before)}
      limit ${limit})`,
  )
}
