import { type IfMatch, requireVersion } from './if-match.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { type InstanceChange, changeInstance as change } from '../calls/change-instance.ts'
import type { Services } from '../calls/services.ts'
import { Problem } from './problem.ts'
import { unknownInstance } from './not-found.ts'

/** Which instance a request changes, and on which versions. */
export interface ChangeRequest {
  readonly path: { readonly instanceId: string }
  readonly ifMatch?: IfMatch
}

/**
 * Changes an instance and returns it as it is then. Throws Problem 404, for a released one 409, and for
 * another version 412.
 */
export async function changeInstance(
  { path: { instanceId }, ifMatch }: ChangeRequest,
  services: Services,
  changeOf: (instance: Instance) => InstanceChange,
): Promise<Instance> {
  const changed = await change(instanceId, services, (instance) => {
    requireVersion(instance, ifMatch)
    if (instance.phase === 'released') throw released(instance)
    return changeOf(instance)
  })
  if (changed === undefined) throw unknownInstance(instanceId)
  return changed
}

function released({ instanceId }: Instance): Problem {
  return new Problem(409, `Instance ${instanceId} is released and cannot be changed any more.`, {
    code: 'instance-released',
  })
}
