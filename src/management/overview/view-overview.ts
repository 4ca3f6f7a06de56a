import type { ManagementSchemas } from '../../contract/index.ts'
import { fingerprint } from '../../crypto/fingerprint.ts'
import type { Need } from '../../domain/overview/need.ts'
import type { RefusedSignature } from '../../domain/overview/needs-of.ts'
import { failingDaysLimit } from '../../domain/standing/dial-test.ts'
import type { ManagementContext } from '../context.ts'
import type { OverviewSeen } from './read-overview.ts'

type Schemas = ManagementSchemas

/** What needs a person, as it is shown. */
export function viewNeed(need: Need): Schemas['OverviewItem'] {
  return { ...need, since: textOf(need.since), deadline: textOf(need.deadline) }
}

/** The dial tests of an address. */
export function viewDialTests({
  days,
  ...one
}: OverviewSeen['dialTests'][number]): Schemas['OverviewDialTests'] {
  const left = Math.max(0, failingDaysLimit - one.failingDays)
  return { ...one, daysUntilHidden: one.failingDays === 0 ? null : left, days: [...days] }
}

/** An endpoint that fails. */
export function viewEndpoint(
  { failingSince, pausedUntil, ...one }: OverviewSeen['endpoints'][number],
  now: Date,
): Schemas['OverviewEndpoint'] {
  return {
    ...one,
    failingSince: textOf(failingSince),
    pausedUntil: pausedUntil !== null && pausedUntil > now ? pausedUntil.toISOString() : null,
  }
}

/** Calls whose signature did not hold, and the keys that would have been right. */
export function viewSignature(
  refused: RefusedSignature,
  { addresses }: ManagementContext,
): Schemas['RefusedSignature'] {
  const { address, interfaceType, cause, calls: count, more, resultMsg } = refused
  const keys = addresses.get(address)?.keys[interfaceType] ?? []
  return {
    address,
    interfaceType,
    cause,
    calls: { count, more },
    firstAt: refused.firstAt.toISOString(),
    lastAt: refused.lastAt.toISOString(),
    resultMsg,
    fingerprints: keys.map(fingerprint),
    lastVerifiedAt: textOf(refused.lastVerifiedAt),
  }
}

function textOf(time: Date | null): string | null {
  return time?.toISOString() ?? null
}
