import type { Database } from './database.ts'
import type { KnownLayouts, RowLayouts } from './binary/row-layouts.ts'
import { errorFields } from './error-fields.ts'
import { compile } from './unit-of-work-statement.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** The nonce of the call was seen before: the call is a replay, nothing was written. */
export class NonceSeenError extends Error {}

/** A concurrent call won. Nothing was written; re-read and retry. */
export class VersionConflict extends Error {
  /** True where another instance has the id of the new one. */
  readonly isIdTaken: boolean

  constructor(message: string, options: ErrorOptions & { readonly isIdTaken?: boolean } = {}) {
    super(message, options)
    this.isIdTaken = options.isIdTaken ?? false
  }
}

/**
 * Writes units of work in one statement, which is one round trip and one commit: no transaction
 * stays open, no lock outlives it. Begin, lock, write and commit of the same rows would take four
 * round trips, and a round trip is what a call mostly costs. Their events have positions by then, or
 * wait in the outbox for the relay. Where layouts are known or can be read, rows go in binary form.
 * Throws what the database says, and then nothing was written.
 */
export async function commit(
  db: Database,
  works: readonly UnitOfWork[],
  known?: KnownLayouts,
): Promise<Committed> {
  const layouts = await known?.of(db)
  try {
    return await write(db, works, layouts)
  } catch (error) {
    if (known === undefined || !isOtherLayout(error)) throw error
    known.forget()
    return write(db, works)
  }
}

async function write(db: Database, works: readonly UnitOfWork[], layouts?: RowLayouts) {
  const { rows } = await db.executeQuery(compile(works, { placing: true, layouts }))
  return { isPlaced: rows.length > 0 }
}

/** What became of a commit. */
export interface Committed {
  /** The events of it are in the feed; false for those that wait in the outbox, and where there are none. */
  readonly isPlaced: boolean
}

/**
 * Writes units of work, at least one, in a transaction or alone. Their events wait in the outbox: a
 * transaction that goes on, or one that waits for a row, would keep all others from positions. Throws
 * NonceSeenError or VersionConflict.
 */
export async function commitIn(db: Database, ...works: readonly UnitOfWork[]): Promise<Committed> {
  await db.executeQuery(compile(works)).catch((error: unknown) => {
    throw translated(error)
  })
  return { isPlaced: false }
}

// Classes of SQLSTATE that a row brings about: data that no column or index takes, a key, the same row
// twice, a deadlock; and the code of a row that somebody holds.
const rowFault = /^(21|22|23|40|54)|^55P03$/

/** True for an error that one row is to blame for: another one may be written. */
export function isRowFault(error: unknown): boolean {
  return rowFault.test(errorFields(error).code) || isUnwritable(error)
}

// What has no text is refused before anything is sent: a time that is none, a value that is no JSON.
function isUnwritable(error: unknown): boolean {
  return error instanceof RangeError || error instanceof TypeError
}

// A table has other columns, or types have other ids, than when its layout was read.
function isOtherLayout(error: unknown): boolean {
  return errorFields(error).code === datatypeMismatch
}

/** True where the database undid a change for the sake of a concurrent one: it may be tried anew. */
export function isUndone(error: unknown): boolean {
  return undone.has(errorFields(error).code)
}

const uniqueViolation = '23505'
const notNullViolation = '23502'
const datatypeMismatch = '42804'
// Deadlock, and a change that a stricter isolation than the one of Postgres' default does not allow.
const undone: ReadonlySet<string> = new Set(['40P01', '40001'])

const taken: ReadonlySet<string> = new Set([
  'claims_pkey',
  'instances_pkey',
  'instances_by_purchase',
  'licenses_pkey',
  'asks_by_subject',
])

// What an error of the database means for a unit of work that was written alone.
function translated(error: unknown): unknown {
  const { code, constraint, column } = errorFields(error)
  if (code === uniqueViolation && constraint === 'nonces_pkey') {
    return new NonceSeenError('nonce was seen before', { cause: error })
  }
  const isTaken = code === uniqueViolation && taken.has(constraint)
  const isOutdated = code === notNullViolation && column === 'version'
  if (isTaken || isOutdated || undone.has(code)) {
    return new VersionConflict('another call took the claim or changed the instance', {
      cause: error,
      isIdTaken: isTaken && constraint === 'instances_pkey',
    })
  }
  return error
}
