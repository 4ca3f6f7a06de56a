import { fingerprint } from '../crypto/fingerprint.ts'
import { claimColumns } from '../db/claim/claims.ts'
import type { ClaimTable } from '../db/claim/claim-tables.ts'
import { VersionConflict, commitIn } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { toInstanceRow } from '../db/instance/instances.ts'
import { jobRows } from '../db/job/jobs.ts'
import { toLicenseRow } from '../db/license/licenses.ts'
import { nonceRow } from '../db/nonce/nonces.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { subjectOf } from '../domain/subject.ts'
import { alarmRows } from './alarms.ts'
import { askRows } from './asks/ask-rows.ts'
import { announce } from './announce.ts'
import type { Changes } from './changes.ts'
import type { Claim, UsedNonce } from './call.ts'
import { eventRows } from './instance-events.ts'
import { alarmEventRows, outboxRows } from './outbox.ts'
import { messageRow } from './message.ts'
import type { Services } from './services.ts'

/** What it is written with. */
export type PersistServices = UnitServices &
  Pick<Services, 'commit' | 'newJobs' | 'newEvents' | 'db' | 'log' | 'background'>
type UnitServices = Pick<Services, 'vault' | 'now' | 'audit'>

/**
 * Writes changes, all of them in one commit; whoever changes an instance, a license or an order does
 * it here. Throws NonceSeenError or VersionConflict, and then nothing was written.
 */
export async function persist(changes: Changes, services: PersistServices): Promise<void> {
  const committed = await services.commit(unitOf(changes, services))
  announce(changes, services, committed)
}

/**
 * Writes changes as persist does, in a transaction of the caller, who announces them after its commit.
 */
export async function persistIn(
  transaction: Database,
  changes: Changes,
  services: UnitServices,
): Promise<void> {
  await commitIn(transaction, unitOf(changes, services))
}

/** Writes several changes as persistIn does, in one statement; no two of them are of one instance. */
export async function persistAllIn(
  transaction: Database,
  changes: readonly Changes[],
  services: UnitServices,
): Promise<void> {
  if (changes.length === 0) return
  await commitIn(transaction, ...changes.map((one) => unitOf(one, services)))
}

/**
 * Writes changes as persist does. Returns true, or undefined where that throws VersionConflict:
 * the caller re-reads and retries.
 */
export async function tryPersist(
  changes: Changes,
  services: PersistServices,
): Promise<true | undefined> {
  try {
    await persist(changes, services)
    return true
  } catch (error) {
    if (error instanceof VersionConflict) return undefined
    throw error
  }
}

function unitOf(changes: Changes, services: UnitServices): UnitOfWork {
  const {
    message,
    nonce,
    claim,
    instance,
    moved,
    license,
    order,
    events = [],
    jobs,
    isExpired,
  } = changes
  const { vault } = services
  const now = services.now()
  const alarms = changes.alarms && alarmRows(changes.alarms, now)
  return {
    message: message && messageRow(message, services),
    nonce: nonce && nonceRow(nonceParts(nonce), now),
    claim: claim && claimRow(claim, now),
    instance: instance && toInstanceRow(instance, vault),
    moved: moved?.map(({ instanceId, address }) => ({ instance_id: instanceId, address })),
    license: license && toLicenseRow(license, vault),
    order,
    events: instance && eventRows(instance.instanceId, events, now),
    jobs: jobs && jobRows(jobs, now),
    ...askRows(changes, { vault, now }),
    outbox: outboxRows(changes, now, services),
    ...(alarms && { ...alarms, alarmEvents: alarmEventRows(alarms, now, services) }),
    audit: services.audit?.(subjectsOf(changes)),
    isExpired,
  }
}

function subjectsOf({ instance, license, order, message, alarms = [] }: Changes): string[] {
  const subjects = [
    ...(instance ? [subjectOf('instance', instance.instanceId)] : []),
    ...(license ? [subjectOf('license', license.licenseId)] : []),
    ...(order ? [subjectOf('order', order.order_id)] : []),
    ...(message?.rerunOf === undefined ? [] : [subjectOf('message', message.rerunOf)]),
    ...alarms.map(({ subject }) => subject),
  ]
  return [...new Set(subjects)]
}

/** What a nonce is known by. */
export function nonceParts({ site, interfaceType, key, value }: UsedNonce): string[] {
  return [site, interfaceType, fingerprint(key), value]
}

function claimRow(claim: Claim, now: Date): ClaimTable {
  return { ...claimColumns(claim), instance_id: claim.instanceId, claimed_at: now }
}
