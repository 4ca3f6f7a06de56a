import type { Selectable } from 'kysely'
import type { Database } from '../database.ts'
import type { BackfillTable } from './backfill-tables.ts'

/** The work of a name, if it is not done. */
export function findBackfill(
  db: Database,
  name: string,
): Promise<Selectable<BackfillTable> | undefined> {
  return db.selectFrom('backfills').selectAll().where('name', '=', name).executeTakeFirst()
}

/** Keeps how far the work has come; without a position it is done. */
export async function keepBackfill(
  db: Database,
  name: string,
  position: string | undefined,
): Promise<void> {
  if (position === undefined) await db.deleteFrom('backfills').where('name', '=', name).execute()
  else await db.updateTable('backfills').set({ position }).where('name', '=', name).execute()
}
