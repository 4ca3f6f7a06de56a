import type { ClaimTable } from '../db/claim/claim-tables.ts'
import { VersionConflict, commit } from '../db/commit.ts'
import { toInstanceRow } from '../db/instance/instances.ts'
import { toLicenseRow } from '../db/license/licenses.ts'
import type { NonceTable } from '../db/nonce/nonce-tables.ts'
import type { OrderTable } from '../db/order/order-tables.ts'
import type { NewJob, UnitOfWork } from '../db/unit-of-work.ts'
import type { Instance } from '../domain/instance/instance.ts'
import type { License } from '../domain/license/license.ts'
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
  /** The license in its next version. */
  readonly license?: License | undefined
  /** What is known of an order line; what was fetched gives way to a newer answer only. */
  readonly order?: OrderTable | undefined
  /** What is told of the instance. */
  readonly events?: readonly NewEvent[] | undefined
  readonly jobs?: readonly NewJob[] | undefined
}

/** Where it is written: of a transaction its database stands in place of the service's. */
export type PersistServices = Pick<Services, 'db' | 'vault' | 'now'>

/**
 * Writes changes, all of them in one commit; whoever changes an instance, a license or an order does
 * it here. Throws NonceSeenError or VersionConflict, and then nothing was written.
 */
export function persist(changes: Changes, services: PersistServices): Promise<void> {
  return commit(services.db, unitOf(changes, services))
}

/**
 * Writes changes as persist does. Returns false where that throws VersionConflict: the caller reads
 * anew and decides again.
 */
export async function tryPersist(changes: Changes, services: PersistServices): Promise<boolean> {
  try {
    await persist(changes, services)
    return true
  } catch (error) {
    if (error instanceof VersionConflict) return false
    throw error
  }
}

function unitOf(changes: Changes, services: PersistServices): UnitOfWork {
  const { message, nonce, claim, instance, license, order, events = [], jobs } = changes
  const { vault } = services
  const now = services.now()
  return {
    message: message && messageRow(message, services),
    nonce: nonce && nonceRow(nonce, now),
    claim: claim && claimRow(claim, now),
    instance: instance && toInstanceRow(instance, vault),
    license: license && toLicenseRow(license, vault),
    order,
    events: instance && eventRows(instance.instanceId, events, now),
    jobs,
  }
}

function nonceRow({ address, interfaceType, value }: UsedNonce, now: Date): NonceTable {
  return { address, interface_type: interfaceType, nonce: value, seen_at: now }
}

function claimRow(claim: Claim, now: Date): ClaimTable {
  const { address, family, test, activity, claimKey, instanceId } = claim
  return {
    address,
    family,
    test,
    activity,
    claim_key: claimKey,
    instance_id: instanceId,
    claimed_at: now,
  }
}
