import { randomBytes } from 'node:crypto'
import { raceTimeout } from '../race-timeout.ts'
import type { Database } from './database.ts'
import { isReadOnly } from './database-unavailable.ts'

/** Why the database does not take in time what is written; undefined if it does. */
export type WriteFault = (withinMs: number) => Promise<Error | undefined>

/**
 * Makes the probe of a database: it writes what every call writes, a nonce, since a server that went
 * read-only or whose disk is full still answers what is read. One row a process, of no nonce that a
 * call could have; and however many ask at once, it is written once.
 */
export function createWriteProbe(db: Database): WriteFault {
  const hash = randomBytes(16)
  let writing: Promise<Error | undefined> | undefined
  const insert = () =>
    db
      .insertInto('nonces')
      .values({ hash, seen_at: new Date() })
      .onConflict((conflict) => conflict.column('hash').doUpdateSet({ seen_at: new Date() }))
      .execute()
  // A connection to a server that went read-only is not given again, and the next one may lead to its successor.
  const write = () =>
    insert()
      .catch((error: unknown) => {
        if (!isReadOnly(error)) throw error
        return insert()
      })
      .then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => (writing = undefined))
  const late = () => new Error('no answer in time')
  return (withinMs) => raceTimeout(withinMs, (writing ??= write()), late)
}
