import type { Generated } from 'kysely'

/** Amounts are decimal text, as Postgres writes a numeric: no JavaScript number holds them safely. */
type Amount = string

export interface UsageRecordTable {
  week: string
  instance_id: string
  record_id: string
  /** '' where it draws from no package. */
  package_id: string
  begin_time: Date
  end_time: Date
  value: Amount
  window_sn: string
  token_id: string
  received_at: Date
}

export interface UsageRecordKeyTable {
  instance_id: string
  record_id: string
  week: string
}

/** The states of a window; the last three are final. */
export type UsageWindowState =
  | 'open'
  | 'ready'
  | 'sending'
  | 'held'
  | 'parked'
  | 'taken'
  | 'expired'
  | 'void'

export interface UsageWindowTable {
  metering_sn: string
  site: string
  /** The address whose key signs its push. */
  signer: string
  test: boolean
  instance_id: string
  package_id: string
  begin_time: Date
  end_time: Date
  value: Amount
  records: number
  state: UsageWindowState
  seal_at: Date
  next_at: Date | null
  deadline: Date
  batch_id: string | null
  /** Of a batch that was split the part that is pushed together. */
  part: string | null
  attempts: Generated<number>
  /** An attempt had no answer. */
  uncertain: Generated<boolean>
  /** Alone it was refused with a code of the call; whether it is to blame shows the next answer. */
  doubted: Generated<boolean>
  /** It is in the totals. */
  counted: Generated<boolean>
  /** Of how many days its age has been told. */
  risk: Generated<number>
  code: string | null
  reason: string | null
  /** The range that was reported, as Postgres writes it. */
  shifted_from: string | null
  created_at: Date
  updated_at: Date
}

export interface UsageBatchTable {
  id: string
  site: string
  signer: string
  n: number
  state: 'sending' | 'answered' | 'uncertain' | 'split'
  lease_until: Date
  sent_at: Date
  answered_at: Date | null
  http: number | null
  code: string | null
  message: string | null
}

export interface UsageTotalTable {
  instance_id: string
  package_id: string
  value: Amount
  last_end: Date
}

export interface UsageLimitTable {
  site: string
  /** '' for the whole site. */
  signer: string
  records_per_call: number | null
  paused_until: Date | null
  reason: string | null
  failures: Generated<number>
  streak: Generated<number>
  streak_code: string | null
  streak_since: Date | null
}
