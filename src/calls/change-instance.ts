import { findInstance } from '../db/instance/instances.ts'
import type { Instance } from '../domain/instance/instance.ts'
import type { Changes } from './changes.ts'
import { tryPersist } from './persist.ts'
import { retrying } from './retrying.ts'
import type { Services } from './services.ts'

/** The instance in its next version (the same one when nothing changes), and what is written with it. */
export interface InstanceChange extends Pick<Changes, 'events' | 'alarms' | 'askUpdates'> {
  readonly instance: Instance
}

/**
 * Changes an instance outside of a call of its own; retried when a concurrent call changed it
 * meanwhile. Returns it as it is then, undefined for an unknown one. Throws what `changeOf` throws.
 */
export async function changeInstance(
  instanceId: string,
  services: Services,
  changeOf: (instance: Instance) => InstanceChange,
): Promise<Instance | undefined> {
  const result = await retrying(async () => {
    const instance = await findInstance(services.db, services.vault, instanceId)
    if (instance === undefined) return { instance }
    const change = changeOf(instance)
    if (change.instance === instance) return { instance }
    return (await tryPersist({ ...change, before: { instance } }, services)) && change
  })
  return result.instance
}
