import type { Generated } from 'kysely'

export interface AlarmTable {
  id: string
  key: string
  subject: string
  text: string
  since: Date
  count: number
  /** Some replica has logged it. */
  told: Generated<boolean>
  cleared_at: Date | null
  updated_at: Date
}

/** An alarm that is raised; where one of the same key and subject is open, that one is counted. */
export type NewAlarmRow = Omit<AlarmTable, 'told'>

/** What ends the open alarm of a key and subject. */
export type ClearedAlarmRow = Pick<AlarmTable, 'key' | 'subject' | 'cleared_at' | 'updated_at'>
