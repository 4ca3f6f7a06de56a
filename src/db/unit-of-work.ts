import type { Database } from './database.ts'
import type {
  ClaimTable,
  EventTable,
  InstanceTable,
  LicenseTable,
  MessageTable,
  NonceTable,
  OrderTable,
} from './tables.ts'
import { compile } from './unit-of-work-statement.ts'

/** A job for the queue, in the same commit as the change that wants it. */
export interface NewJob {
  /** The queue's name. */
  readonly name: string
  readonly data: unknown
}

/** Everything that one call writes; it commits together or not at all. */
export interface UnitOfWork {
  readonly message?: MessageTable | undefined
  readonly nonce?: NonceTable | undefined
  readonly claim?: ClaimTable | undefined
  readonly instance?: InstanceTable | undefined
  readonly license?: LicenseTable | undefined
  /** What is known of an order line; what was fetched gives way to a newer answer only. */
  readonly order?: OrderTable | undefined
  readonly events?: readonly EventTable[] | undefined
  readonly jobs?: readonly NewJob[] | undefined
}

/** The nonce of the call was seen before: the call is a replay, nothing was written. */
export class NonceSeenError extends Error {}

/** Somebody else changed the instance or license, or took the claim first: nothing was written, decide again. */
export class ConflictError extends Error {}

/**
 * Writes a unit of work in one statement, which is one round trip and one commit: no transaction
 * stays open, no lock outlives it. Begin, lock, write and commit of the same rows would take four
 * round trips, and a round trip is what a call mostly costs.
 *
 * Throws NonceSeenError or ConflictError, and then nothing was written.
 */
export async function commit(db: Database, work: UnitOfWork): Promise<void> {
  await db.executeQuery(compile(work)).catch((error: unknown) => {
    throw translated(error)
  })
}

/**
 * Writes a unit of work as commit does. Returns false, with nothing written, where that throws
 * ConflictError: the caller reads anew and decides again.
 */
export async function commitUnlessOutrun(db: Database, work: UnitOfWork): Promise<boolean> {
  try {
    await commit(db, work)
    return true
  } catch (error) {
    if (error instanceof ConflictError) return false
    throw error
  }
}

const uniqueViolation = '23505'
const notNullViolation = '23502'
const taken: ReadonlySet<unknown> = new Set(['claims_pkey', 'instances_pkey', 'licenses_pkey'])

function translated(error: unknown): unknown {
  const { code, constraint, column } = error as Record<string, unknown>
  if (code === uniqueViolation && constraint === 'nonces_pkey') {
    return new NonceSeenError('nonce was seen before', { cause: error })
  }
  const isTaken = code === uniqueViolation && taken.has(constraint)
  const isOutrun = code === notNullViolation && column === 'version'
  if (isTaken || isOutrun) {
    return new ConflictError('another call took the claim or changed the instance', {
      cause: error,
    })
  }
  return error
}
