import type { ClearedAlarmRow, NewAlarmRow } from '../db/alarm/alarm-tables.ts'
import { takeUntold } from '../db/alarm/alarms.ts'
import { newId } from '../db/new-id.ts'
import { lengths } from '../contract/index.ts'
import { toStorable } from '../domain/storable-text.ts'
import type { Services } from './services.ts'

/** What an alarm is about: one word a kind of cause. A new one gets a line in the contract's Alarm. */
export type AlarmKey =
  | 'ask.overdue'
  | 'dialtest.failed'
  | 'dialtest.missed'
  | 'endpoint.disabled'
  | 'endpoint.given_up'
  | 'instance.unknown'
  | 'kit.users'
  | 'license.expiry'
  | 'license.usage'
  | 'order.idle'
  | 'orders.failed'
  | 'reconciliation.drift'
  | 'store.away'
  | 'store.clock'
  | 'store.credentials'
  | 'usage.answer'
  | 'usage.at_risk'
  | 'usage.defect'
  | 'usage.expired'
  | 'usage.held_up'
  | 'usage.parked'
  | 'usage.total'

/** An alarm that is raised, or cleared; with the changes that it tells of it is written or not at all. */
export type AlarmChange = (
  | { readonly raised: true; readonly text: string }
  | { readonly raised: false }
) & {
  /** An AlarmKey, or that of a newer version. */
  readonly key: string
  /**
   * Whose alarm it is, kind first: `instance:<id>`, `tenant:<id>`, `license:<id>`, `site:<name>`,
   * `address:<name>`.
   */
  readonly subject: string
}

/**
 * Raises an alarm: one sentence for the operator. As long as one of this key and subject is open, it
 * is counted there and not logged again.
 */
export function raiseAlarm(key: AlarmKey, subject: string, text: string): AlarmChange {
  return { raised: true, key, subject, text }
}

/** Ends the alarm of this key and subject, if one is open: its cause is gone. */
export function clearAlarm(key: AlarmKey, subject: string): AlarmChange {
  return { raised: false, key, subject }
}

/** The rows of alarms, one a cause, for the unit of work. */
export function alarmRows(changes: readonly AlarmChange[], now: Date) {
  const byCause = new Map(changes.map((change) => [Object.values(cause(change)).join(' '), change]))
  const alarms: NewAlarmRow[] = []
  const clearedAlarms: ClearedAlarmRow[] = []
  for (const change of byCause.values()) {
    if (change.raised) alarms.push(newRow(change, now))
    else clearedAlarms.push({ ...cause(change), cleared_at: now, updated_at: now })
  }
  return { alarms, clearedAlarms }
}

function newRow(change: Extract<AlarmChange, { raised: true }>, now: Date): NewAlarmRow {
  return {
    ...cause(change),
    id: newId(),
    text: toStorable(change.text).slice(0, lengths.alarmText).toWellFormed(),
    since: now,
    count: 1,
    cleared_at: null,
    updated_at: now,
  }
}

// The subject may quote an id of a call.
function cause({ key, subject }: AlarmChange) {
  return { key, subject: toStorable(subject).slice(0, lengths.alarmSubject).toWellFormed() }
}

/** Logs the alarms that nobody has logged yet, each once, whichever replica raised it. */
export async function logAlarms({ db, log }: Pick<Services, 'db' | 'log'>): Promise<void> {
  try {
    for (const { key, subject, text } of await takeUntold(db))
      log.warn({ alarm: key, subject }, text)
  } catch (error) {
    // They stay untold, and are logged a minute later (jobs/housekeeping.ts).
    log.error({ err: error }, 'alarms could not be logged')
  }
}
