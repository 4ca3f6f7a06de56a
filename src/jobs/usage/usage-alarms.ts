import { type AlarmChange, raiseAlarm } from '../../calls/alarms.ts'
import type { DecidedWindow } from '../../db/usage/settle-batch.ts'
import { subjectOf } from '../../domain/subject.ts'
import { recordCode } from '../../domain/usage/record-code.ts'
import { sumOf } from '../../events/told-usage.ts'

/** A window that was parked or has expired. */
export interface EndedWindow {
  readonly window: DecidedWindow
  readonly state: 'parked' | 'expired'
}

/** The alarms of what was parked or has expired, one for each instance and kind. */
export function endedAlarms(ended: readonly EndedWindow[]): AlarmChange[] {
  const keyOf = ({ window, state }: EndedWindow) => {
    const isDefect = window.code !== null && /^\d{3}$/.test(window.code) && isOurs(window.code)
    if (state === 'expired') return 'usage.expired'
    return isDefect ? 'usage.defect' : 'usage.parked'
  }
  const groups = Map.groupBy(ended, (one) => `${keyOf(one)} ${one.window.instanceId}`)
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { instanceId } = first.window
    const windows = own.map(({ window }) => window)
    return [
      raiseAlarm(keyOf(first), subjectOf('instance', instanceId), textOf(keyOf(first), windows)),
    ]
  })
}

function lossOf(windows: readonly DecidedWindow[]): string {
  const unsure = windows.filter(({ uncertain }) => uncertain)
  if (unsure.length === 0) return 'are lost'
  const which = unsure.length === windows.length ? 'of all of them' : `of ${sumOf(unsure)} of it`
  return `are lost, as far as is known: ${which} an attempt had no answer that says what was taken, so look for it in the bill`
}

function isOurs(code: string): boolean {
  return recordCode(code).kind === 'defect'
}

function textOf(key: string, windows: readonly DecidedWindow[]): string {
  const [first] = windows
  const amount = `${windows.length} usage records of it, ${sumOf(windows)} in all`
  const why = `${first?.code ?? 'no code'}: ${first?.reason ?? 'no reason'}`
  if (key === 'usage.expired') {
    return `${amount}, were not taken by the store in its 21 days and ${lossOf(windows)} (${why})`
  }
  return `${amount}, wait for an operator, since the store refused them (${why})`
}
