import type { Database } from '../db/database.ts'
import { type KeyUsageTracker, createKeyUsageTracker } from './key-usage-tracker.ts'
import { type StandingNotes, createStandingNotes } from './standing/notes.ts'

/** What calls leave in memory, to be written in bulk. */
export interface Noted {
  readonly keyUsage: KeyUsageTracker
  readonly standing: StandingNotes
  /** Writes all of it. */
  save(db: Database): Promise<void>
}

export function createNoted(): Noted {
  const keyUsage = createKeyUsageTracker()
  const standing = createStandingNotes()
  return {
    keyUsage,
    standing,
    async save(db) {
      await keyUsage.save(db)
      await standing.save(db)
    },
  }
}
