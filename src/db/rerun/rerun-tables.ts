import type { ColumnType, Generated } from 'kysely'
import type { Skip, SkipReason } from '../../domain/rerun/skips.ts'

/** Kept calls that are run again as a whole. */
export interface MessageRerunTable {
  id: string
  state: 'running' | 'done' | 'cancelled'
  filter: Json<Readonly<Record<string, string | boolean>>>
  matched: number
  to_run: number
  skipped: Json<readonly Skip[]>
  /** Whose turn it is: those before have had theirs. */
  turn: Generated<number>
  /** That one was begun. */
  is_open: Generated<boolean>
  succeeded: Generated<number>
  /** How many, by result code. */
  refused: Json<Readonly<Record<string, number>>>
  failed: Generated<number>
  skipped_since: Json<readonly Skip[]>
  error: string | null
  /** How often in a row it could not go on. */
  attempts: Generated<number>
  token_id: string
  token_name: string
  /** Of the request that began it. */
  request_id: string
  /** That was given for it, encrypted. */
  reason: Buffer | null
  next_at: Date
  lease: string | null
  lease_until: Date | null
  created_at: Date
  updated_at: Date
  ended_at: Date | null
}

// Written as text: the driver would make an array of Postgres of a list.
type Json<Value> = ColumnType<Value, string, string>

/** A call of it, by its turn. */
export interface MessageRerunTurnTable {
  rerun_id: string
  turn: number
  message_id: string
  activity: string | null
  instance_id: string | null
  order_id: string | null
  received_at: Date
  outcome: 'waiting' | 'succeeded' | 'refused' | 'failed' | 'skipped'
  reason: SkipReason | null
  result_code: string | null
  result_msg: string | null
  /** The message that it makes, from its begin on. */
  rerun_message_id: string | null
}
