import type { Database } from './database.ts'
import { compile } from './unit-of-work-statement.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** The nonce of the call was seen before: the call is a replay, nothing was written. */
export class NonceSeenError extends Error {}

/** A concurrent call won. Nothing was written; re-read and retry. */
export class VersionConflict extends Error {}

/**
 * Writes a unit of work in one statement, which is one round trip and one commit: no transaction
 * stays open, no lock outlives it. Begin, lock, write and commit of the same rows would take four
 * round trips, and a round trip is what a call mostly costs.
 *
 * Throws NonceSeenError or VersionConflict, and then nothing was written.
 */
export async function commit(db: Database, work: UnitOfWork): Promise<void> {
  await db.executeQuery(compile([work])).catch((error: unknown) => {
    throw translated(error)
  })
}

const uniqueViolation = '23505'

const notNullViolation = '23502'

const taken: ReadonlySet<unknown> = new Set([
  'claims_pkey',
  'instances_pkey',
  'instances_by_purchase',
  'licenses_pkey',
])

function translated(error: unknown): unknown {
  const { code, constraint, column } = error as Record<string, unknown>
  if (code === uniqueViolation && constraint === 'nonces_pkey') {
    return new NonceSeenError('nonce was seen before', { cause: error })
  }
  const isTaken = code === uniqueViolation && taken.has(constraint)
  const isOutdated = code === notNullViolation && column === 'version'
  if (isTaken || isOutdated) {
    return new VersionConflict('another call took the claim or changed the instance', {
      cause: error,
    })
  }
  return error
}
