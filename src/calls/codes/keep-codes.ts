import { saveCodes } from '../../db/license-code/codes.ts'
import { VersionConflict } from '../../db/commit.ts'
import { findLicenses } from '../../db/license/licenses.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type CodeChange, type CodeCheck, withCodeAnswer } from '../../domain/license/code.ts'
import { type License, newLicense } from '../../domain/license/license.ts'
import { announce } from '../announce.ts'
import type { Changes } from '../changes.ts'
import { persistAllIn } from '../persist.ts'
import { retrying } from '../retrying.ts'
import type { Services } from '../services.ts'
import { type CodeAt, firstCallOf } from './code-at.ts'

/** What the store answered of a code. */
export interface AnsweredCode {
  readonly at: CodeAt
  readonly check?: CodeCheck | undefined
  /** What its license is told; left out for a code that was not activated, which has none. */
  readonly change?: CodeChange | undefined
  readonly nextAskAt: Date
}

/** Keeps what the store answered of codes, together with what is told of their licenses. */
export async function keepCodes(
  answers: readonly AnsweredCode[],
  now: Date,
  services: Services,
): Promise<void> {
  if (answers.length === 0) return
  const { db } = services
  const inOrder = answers.toSorted((one, other) => (one.at.licenseId < other.at.licenseId ? -1 : 1))
  const changes = await retrying(async () => {
    const changes = await changesOf(inOrder, now, services)
    const rows = inOrder.map(rowOf)
    return inTransaction(db, async (transaction) => {
      await saveCodes(transaction, rows)
      await persistAllIn(transaction, changes, services)
      return changes
    }).catch(undefinedForConflict)
  })
  for (const one of changes) announce(one, services)
}

function undefinedForConflict(error: unknown): undefined {
  if (error instanceof VersionConflict) return undefined
  throw error
}

async function changesOf(
  answers: readonly AnsweredCode[],
  now: Date,
  { db, vault }: Services,
): Promise<Changes[]> {
  const ids = answers.map(({ at }) => at.licenseId)
  const known = new Map((await findLicenses(db, vault, ids)).map((one) => [one.licenseId, one]))
  return answers.flatMap(({ at, change }) => {
    if (change === undefined) return []
    const before: License = known.get(at.licenseId) ?? newLicense(firstCallOf(at), now)
    const license = withCodeAnswer(before, change, now)
    return license === before ? [] : [{ license, before: { license: before } }]
  })
}

function rowOf({ at, check, change, nextAskAt }: AnsweredCode) {
  return {
    licenseId: at.licenseId,
    check,
    activatedAt: change?.activatedAt ?? null,
    nextAskAt,
  }
}
