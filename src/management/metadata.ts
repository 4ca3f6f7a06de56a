import { isDeepStrictEqual } from 'node:util'
import { changeInstance } from '../calls/change-instance.ts'
import { describe } from '../domain/instance/life-cycle.ts'
import type { ManagementHandler } from './context.ts'
import { requireVersion } from './if-match.ts'
import { viewDetail } from './instance-view.ts'
import { unknownInstance } from './not-found.ts'

/** Sets what the seller keeps with an instance, a released one too; what is left out is removed. */
export const putMetadata: ManagementHandler<'putMetadata'> = async (
  { path, body, ifMatch },
  { services },
) => {
  const { externalId = null, metadata } = body
  const described = { externalId, metadata: metadata ?? {} }
  const instance = await changeInstance(path.instanceId, services, (found) => {
    requireVersion(found, ifMatch)
    const same =
      found.externalId === externalId && isDeepStrictEqual(found.metadata, described.metadata)
    return { instance: same ? found : describe(found, described, services.now()) }
  })
  if (instance === undefined) throw unknownInstance(path.instanceId)
  return viewDetail(instance, services)
}
