import { byActivity } from '../handler.ts'
import { newInstanceIn } from '../saas-v2/new-instance.ts'
import { queryInstance } from '../saas-v2/query-instance.ts'
import { refreshInstance } from '../saas-v2/refresh-instance.ts'
import { releaseInstance } from '../saas-v2/release-instance.ts'
import { updateInstanceStatus } from '../saas-v2/update-instance-status.ts'
import { upgradeInstance } from '../saas-v2/upgrade-instance.ts'
import { getLicenseAsync } from './get-license-async.ts'

/**
 * The seven interfaces of the online license (A), told apart by `activity`; six have the shape of
 * SaaS V2.
 */
export const licenseA = byActivity<'licenseA'>({
  newInstance: newInstanceIn('license-a'),
  queryInstance,
  refreshInstance,
  updateInstanceStatus,
  releaseInstance,
  upgradeInstance,
  getLicenseAsync,
})
