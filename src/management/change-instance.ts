import { findInstance } from '../db/instance/instances.ts'
import type { Instance } from '../domain/instance/instance.ts'
import type { NewEvent } from '../calls/handler.ts'
import { tryPersist } from '../calls/persist.ts'
import { retrying } from '../calls/retrying.ts'
import type { Services } from '../calls/services.ts'
import { Problem } from './problem.ts'
import { unknownInstance } from './not-found.ts'

/** The instance in its next version (the same one when nothing changes), and what is told of it. */
export interface Change {
  readonly instance: Instance
  readonly events?: readonly NewEvent[]
}

/**
 * Changes an instance and commits; retried when a concurrent call changed the
 * instance meanwhile. Returns the instance as it is then. Throws Problem 404 and, for a released
 * one, 409.
 */
export async function changeInstance(
  instanceId: string,
  services: Services,
  changeOf: (instance: Instance) => Change,
): Promise<Instance> {
  return retrying(async () => {
    const instance = await changeable(instanceId, services)
    const change = changeOf(instance)
    if (change.instance === instance) return instance
    return (await tryPersist(change, services)) ? change.instance : undefined
  })
}

async function changeable(instanceId: string, { db, vault }: Services): Promise<Instance> {
  const instance = await findInstance(db, vault, instanceId)
  if (instance === undefined) throw unknownInstance(instanceId)
  if (instance.phase !== 'released') return instance
  throw new Problem(409, `Instance ${instanceId} is released and cannot be changed any more.`)
}
