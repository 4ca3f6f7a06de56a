import type { SellerSchemas } from '../../contract/index.ts'
import type { Handler } from '../call.ts'
import { newInstanceIn } from '../saas-v2/new-instance.ts'
import { queryInstance } from '../saas-v2/query-instance.ts'
import { refreshInstance } from '../saas-v2/refresh-instance.ts'
import { releaseInstance } from '../saas-v2/release-instance.ts'
import { updateInstanceStatus } from '../saas-v2/update-instance-status.ts'
import { upgradeInstance } from '../saas-v2/upgrade-instance.ts'
import { getLicenseAsync } from './get-license-async.ts'

type LicenseARequest = SellerSchemas['LicenseARequest']
type Activity = LicenseARequest['activity']

// A missing activity does not compile.
const activities = {
  newInstance: newInstanceIn('license-a'),
  queryInstance,
  refreshInstance,
  updateInstanceStatus,
  releaseInstance,
  upgradeInstance,
  getLicenseAsync,
} satisfies { [A in Activity]: Handler<Extract<LicenseARequest, { activity: A }>> }

/** The seven interfaces of the online license (A), told apart by `activity`; six have the shape of SaaS V2. */
export const licenseA: Handler<LicenseARequest> = (call, services) => {
  // The table ties each activity to its body; TypeScript cannot follow a union through an index.
  const handle = activities[call.body.activity] as Handler<LicenseARequest>
  return handle(call, services)
}
