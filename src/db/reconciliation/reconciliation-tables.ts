import type { ColumnType } from 'kysely'
import type {
  Difference,
  DriftKind,
  DriftRepair,
  DriftState,
} from '../../domain/reconciliation/drift.ts'

/** A comparison with the store. */
export interface ReconciliationTable {
  id: string
  site: string
  kind: 'orders' | 'usage_bill'
  state: 'running' | 'done' | 'failed' | 'cancelled'
  started_by: 'request' | 'daily'
  /** Of the daily one the day in Beijing, as yyyy-mm-dd. */
  day: string | null
  since: Date | null
  /** These orders alone. */
  order_ids: Json<readonly string[] | null>
  /** The last order that was looked at. */
  after: string
  orders: number
  asked: number
  /** How many of them the store gave. */
  given: number
  /** How many it is never asked for. */
  skipped: number
  bill: Json<BillSummary | null>
  error: string | null
  /** How often in a row the store could not be asked. */
  attempts: number
  next_at: Date
  lease: string | null
  lease_until: Date | null
  created_at: Date
  updated_at: Date
  ended_at: Date | null
}

// Written as text: the driver would make an array of Postgres of a list.
type Json<Value> = ColumnType<Value, string | null, string | null>

/** What was read of the file of a bill. */
export interface BillSummary {
  readonly encoding: string
  readonly columns: readonly { readonly member: string; readonly header: string }[]
  readonly timeZone: string
  readonly lines: number
  readonly billedValue: string
  readonly matched: number
  readonly states: readonly BillState[]
  readonly from: string
  readonly to: string
}

/** A word of the column for the state. */
export interface BillState {
  readonly word: string
  readonly lines: number
  readonly refused: boolean
}

/** A usage record that a drift is about; times in ISO 8601, values as decimal text. */
export interface DriftUsage {
  readonly beginTime: string
  readonly endTime: string
  readonly meteringSn: string | null
  readonly value: string | null
  readonly billedValue: string | null
  readonly line: number | null
}

/** Something that does not agree. */
export interface DriftTable {
  id: string
  reconciliation_id: string
  key: string
  kind: DriftKind
  repair: DriftRepair
  state: DriftState
  site: string
  order_id: string | null
  order_line_id: string | null
  instance_id: string | null
  message_id: string | null
  text: string
  differences: Json<readonly Difference[]>
  usage: Json<DriftUsage | null>
  /** What would be sent again. */
  value: string | null
  /** Who repairs it, until `lease_until`. */
  attempt: string | null
  lease_until: Date | null
  found_at: Date
  applied_at: Date | null
  result: string | null
}
