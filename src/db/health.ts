import { randomBytes } from 'node:crypto'
import { raceTimeout } from '../race-timeout.ts'
import type { Database } from './database.ts'

/** Whether the database takes in time what is written. */
export type CanWrite = (withinMs: number) => Promise<boolean>

/**
 * Makes the probe of a database: it writes what every call writes, a nonce, since a server that went
 * read-only or whose disk is full still answers what is read. One row a process, of no nonce that a
 * call could have; and however many ask at once, it is written once.
 */
export function createWriteProbe(db: Database): CanWrite {
  const hash = randomBytes(16)
  let writing: Promise<boolean> | undefined
  const write = () =>
    db
      .insertInto('nonces')
      .values({ hash, seen_at: new Date() })
      .onConflict((conflict) => conflict.column('hash').doUpdateSet({ seen_at: new Date() }))
      .execute()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (writing = undefined))
  return (withinMs) => raceTimeout(withinMs, (writing ??= write()), () => false)
}
