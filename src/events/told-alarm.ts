import type { Told } from './told.ts'

/** An alarm that is raised, or ends. */
export interface AlarmStory {
  readonly type: 'alarm.raised' | 'alarm.cleared'
  readonly key: string
  readonly subject: string
  /** Of one that is raised. */
  readonly text: string | null
}

/** What is told of an alarm, which belongs to no address. */
export function toldAlarm({ type, key, subject, text }: AlarmStory, at: Date): Told {
  return {
    ...{ site: '', address: '', test: false },
    topic: `alarm:${key}/${subject}`,
    seq: at.getTime(),
    types: [type],
    personal: false,
    data: { key, subject, text },
  }
}
