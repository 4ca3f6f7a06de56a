import { setTimeout as wait } from 'node:timers/promises'
import { type CodeRow, claimCode, findCode, saveCodeFailure } from '../../db/license-code/codes.ts'
import { findLicense } from '../../db/license/licenses.ts'
import {
  type CodeCheck,
  type CodeVerdict,
  type KnownCode,
  codeVerdict,
  isActivated,
  isCheckDue,
} from '../../domain/license/code.ts'
import type { Services } from '../services.ts'
import type { CodeAt } from './code-at.ts'
import { type AnsweredCode, keepCodes } from './keep-codes.ts'
import { type QueriedCode, queryCode } from './query-code.ts'

/** Whether a code may be used, and how that is known. */
export interface CheckedCode {
  readonly verdict: CodeVerdict
  readonly askedAt: Date | null
  readonly source: 'store' | 'cache'
  /** Why the store did not answer, where it was to be asked. */
  readonly failure: string | null
  /** Whether there is a license of the code. */
  readonly isKnown: boolean
}

// A code that may not be used is asked for again while its buyer renews it, and after a failure the
// clients of a busy code do not wait for the store one after the other.
const againMs = 60_000
const afterFailureMs = 30_000
// Hundreds may wait for one answer: they look less often the longer it takes.
const lookMs = { first: 50, most: 500 }

/** Says whether a code may be used: asks the store at the first use of a day, else by what it said. */
export async function checkCode(at: CodeAt, services: Services): Promise<CheckedCode> {
  const { db, now, limits } = services
  const known = await read(at, services)
  if (!isCheckDue(known, now())) return fromCache(known, services)
  const leaseUntil = new Date(now().getTime() + 2 * limits.codeWithinMs)
  const askedAt = known.check?.askedAt ?? null
  const isOurs = await claimCode(db, at.licenseId, { askedAt, now: now(), leaseUntil })
  if (!isOurs) return fromCache(await whenAsked(at, services), services)
  const queried = await queryCode(
    services.stores.of(at.site),
    at.code,
    AbortSignal.timeout(limits.codeWithinMs),
  )
  if (!queried.ok) return failed(at, queried.code, services)
  if (queried.formCode !== undefined && wasActive(known)) {
    return failed(at, queried.formCode, services)
  }
  const answeredAt = now()
  await keepCodes([answeredCode(at, queried, answeredAt)], answeredAt, services)
  return { ...fromCache(await read(at, services), services), source: 'store' }
}

interface Known extends KnownCode, Pick<CodeRow, 'leaseUntil' | 'failure'> {}

async function read({ licenseId }: CodeAt, { db, vault }: Services): Promise<Known> {
  const [row, license] = await Promise.all([
    findCode(db, licenseId),
    findLicense(db, vault, licenseId),
  ])
  const { check, leaseUntil = null, failure = null } = row ?? {}
  return { check, license, leaseUntil, failure }
}

// Whoever asks for it at this moment, here or in another replica, does so for all.
async function whenAsked(at: CodeAt, services: Services): Promise<Known> {
  const { limits, now } = services
  const until = performance.now() + 2 * limits.codeWithinMs
  for (let pauseMs = lookMs.first; ; pauseMs = Math.min(2 * pauseMs, lookMs.most)) {
    const known = await read(at, services)
    const isAsked = known.leaseUntil !== null && known.leaseUntil > now()
    if (!isAsked || performance.now() > until) return known
    await wait(pauseMs)
  }
}

function fromCache(known: Known, { codeCacheDays, now }: Services): CheckedCode {
  return {
    verdict: codeVerdict(known, codeCacheDays, now()),
    askedAt: known.check?.askedAt ?? null,
    source: 'cache',
    failure: known.failure,
    isKnown: known.license !== undefined,
  }
}

function wasActive({ check }: Known): boolean {
  return check !== undefined && isActivated(check.status)
}

async function failed(at: CodeAt, failure: string, services: Services): Promise<CheckedCode> {
  const nextAskAt = new Date(services.now().getTime() + afterFailureMs)
  await saveCodeFailure(services.db, at.licenseId, { failure, nextAskAt })
  return fromCache(await read(at, services), services)
}

/** What is kept of an answer of the store. */
export function answeredCode(
  at: CodeAt,
  queried: Extract<QueriedCode, { ok: true }>,
  now: Date,
): AnsweredCode {
  const { status, expireTime, activatedAt } = queried
  const check: CodeCheck = { status, expireTime, askedAt: now }
  return {
    at,
    check,
    change: isActivated(status)
      ? { status, expireTime, activatedAt: activatedAt ?? now }
      : undefined,
    nextAskAt: new Date(now.getTime() + (status === 'alive' ? 0 : againMs)),
  }
}
