import { fingerprint } from '../crypto/fingerprint.ts'
import { claimColumns } from '../db/claim/claims.ts'
import type { ClaimTable } from '../db/claim/claim-tables.ts'
import { VersionConflict, commitIn } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { toInstanceRow } from '../db/instance/instances.ts'
import { type NewJob, jobRows } from '../db/job/jobs.ts'
import { toLicenseRow } from '../db/license/licenses.ts'
import { nonceRow } from '../db/nonce/nonces.ts'
import type { OrderTable } from '../db/order/order-tables.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { Instance } from '../domain/instance/instance.ts'
import type { Ask } from '../domain/ask/ask.ts'
import { subjectOf } from '../domain/subject.ts'
import type { License } from '../domain/license/license.ts'
import { type AlarmChange, alarmRows } from './alarms.ts'
import { type ArrivedOrder, type AskUpdate, askRows } from './asks/ask-rows.ts'
import { announce } from './announce.ts'
import type { Claim, UsedNonce } from './call.ts'
import type { NewEvent } from './handler.ts'
import { eventRows } from './instance-events.ts'
import { type AnsweredCall, messageRow } from './message.ts'
import type { Services } from './services.ts'

/** Everything that is written together or not at all. */
export interface Changes {
  /** The call and its answer, to be kept. */
  readonly message?: AnsweredCall | undefined
  readonly nonce?: UsedNonce | undefined
  readonly claim?: Claim | undefined
  /** The instance in its next version. */
  readonly instance?: Instance | undefined
  /** Instances that stay as they are but for the address. */
  readonly moved?: readonly Instance[] | undefined
  /** The license in its next version. */
  readonly license?: License | undefined
  /** What is known of an order line; what was fetched gives way to a newer answer only. */
  readonly order?: OrderTable | undefined
  /** What is told of the instance. */
  readonly events?: readonly NewEvent[] | undefined
  readonly jobs?: readonly NewJob[] | undefined
  /** What the seller's product is to be asked. */
  readonly ask?: Ask | undefined
  /** What it is not to be asked any more, or was asked for too long. */
  readonly askUpdates?: readonly AskUpdate[] | undefined
  /** The order that asks may have waited for: it was read, or never will be. */
  readonly arrivedOrder?: ArrivedOrder | undefined
  /** What somebody has to know of, raised or cleared: raiseAlarm(…), clearAlarm(…). */
  readonly alarms?: readonly AlarmChange[] | undefined
  /** True once the caller was answered otherwise: then nothing is written any more. */
  readonly isExpired?: (() => boolean) | undefined
}

/** What it is written with. */
export type PersistServices = UnitServices &
  Pick<Services, 'commit' | 'newJobs' | 'db' | 'log' | 'background'>
type UnitServices = Pick<Services, 'vault' | 'now' | 'audit'>

/**
 * Writes changes, all of them in one commit; whoever changes an instance, a license or an order does
 * it here. Throws NonceSeenError or VersionConflict, and then nothing was written.
 */
export async function persist(changes: Changes, services: PersistServices): Promise<void> {
  await services.commit(unitOf(changes, services))
  announce(changes, services)
}

/**
 * Writes changes as persist does, in a transaction of the caller, who announces them after its commit.
 */
export function persistIn(
  transaction: Database,
  changes: Changes,
  services: UnitServices,
): Promise<void> {
  return commitIn(transaction, unitOf(changes, services))
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
    ...(changes.alarms && alarmRows(changes.alarms, now)),
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
