import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { newId } from '../new-id.ts'

/** What became of a window that was to be sent again. */
export type SentAgain =
  | { readonly outcome: 'again'; readonly meteringSn: string }
  | { readonly outcome: 'not-taken' }
  | { readonly outcome: 'too-old' }

/**
 * Puts a window of the same usage, under a new metering_sn, in place of one that the store took, which is
 * void from here on; in a transaction. It is in the totals already, and the records are of the new one.
 */
export async function sendWindowAgain(
  db: Database,
  meteringSn: string,
  now: Date,
): Promise<SentAgain> {
  const { rows } = await sql<{ deadline: Date }>`
    select deadline from usage_windows where metering_sn = ${meteringSn} and state = 'taken'
    for update`.execute(db)
  const [taken] = rows
  if (taken === undefined) return { outcome: 'not-taken' }
  if (taken.deadline <= now) return { outcome: 'too-old' }
  const again = newId()
  await sql`
    update usage_windows set state = 'void', counted = false, reason = ${`sent again as ${again}`}, updated_at = ${now}
    where metering_sn = ${meteringSn}`.execute(db)
  await sql`
    insert into usage_windows (metering_sn, site, signer, test, instance_id, package_id, begin_time,
      end_time, value, records, state, seal_at, next_at, deadline, counted, shifted_from, created_at, updated_at)
    select ${again}, site, signer, test, instance_id, package_id, begin_time, end_time, value, records,
      'ready', seal_at, ${now}, deadline, true, shifted_from, ${now}, ${now}
    from usage_windows where metering_sn = ${meteringSn}`.execute(db)
  // The week of a record is the Monday in Beijing of its beginning.
  await sql`
    update usage_records r set window_sn = ${again}
    from usage_windows w where w.metering_sn = ${again} and r.instance_id = w.instance_id
      and r.week = date_trunc('week', w.begin_time at time zone 'Asia/Shanghai')::date
      and r.window_sn = ${meteringSn}`.execute(db)
  return { outcome: 'again', meteringSn: again }
}
