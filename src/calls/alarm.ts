import type { Services } from './services.ts'

/** Something that an operator has to know, once per cause. */
export interface Alarm {
  /** What kind of thing it is. */
  readonly key: string
  /** What it is about, kind first: `tenant:<id>`. No personal data. */
  readonly subject: string
  readonly text: string
}

/** Tells the operator, in the log. */
export function raiseAlarm(
  { key, subject, text }: Alarm,
  { log }: Pick<Services, 'log'>,
): Promise<void> {
  log.warn({ alarm: key, subject }, text)
  return Promise.resolve()
}
