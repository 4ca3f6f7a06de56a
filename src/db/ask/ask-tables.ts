import type { AskKind, AskState } from '../../domain/ask/ask.ts'

export interface AskTable {
  id: string
  kind: AskKind
  subject: string
  version: number
  instance_id: string
  site: string
  order_id: string
  order_line_id: string
  state: AskState
  attempt: number
  next_at: Date | null
  lease_until: Date | null
  deadline: Date | null
  answer_code: string | null
  last_error: string | null
  last_answer: Uint8Array | null
  details: Uint8Array | null
  created_at: Date
  updated_at: Date
}

/** What becomes of the open asks of an instance; with a kind and a subject of that one alone. */
export interface AskUpdateRow {
  instance_id: string
  kind: AskKind | null
  subject: string | null
  state: AskState
  answer_code: string | null
  last_error: string | null
  updated_at: Date
}

/** An order line that was read, or that never will be: what waited for it is due. */
export type ArrivedOrderRow = Pick<AskTable, 'site' | 'order_id' | 'order_line_id' | 'updated_at'>
