import { sql } from 'kysely'
import type { AskKind, AskState } from '../../domain/ask/ask.ts'
import type { Database } from '../database.ts'

/** How many asks of a kind are in a state. */
export interface AskCount {
  readonly kind: AskKind
  readonly state: AskState
  readonly count: number
  /** When the oldest of them was made. */
  readonly oldestAt: Date
}

/** Counts the asks for which the store waits; those that are over are left out, they are many. */
export async function countAsks(db: Database): Promise<AskCount[]> {
  // Spelt as the index has it.
  const { rows } = await sql<AskCount>`
    select kind, state, count(*) as count, min(created_at) as "oldestAt" from asks
    where state in ('order', 'due', 'asked') group by kind, state`.execute(db)
  return rows
}
