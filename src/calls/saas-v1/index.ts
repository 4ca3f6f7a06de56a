import { byActivity } from '../handler.ts'
import { releaseInstance } from '../saas-v2/release-instance.ts'
import { expireInstance } from './expire-instance.ts'
import { instanceStatus } from './instance-status.ts'
import { newInstance } from './new-instance.ts'
import { queryInstance } from './query-instance.ts'
import { refreshInstance } from './refresh-instance.ts'
import { upgrade } from './upgrade.ts'

/** The seven basic interfaces of SaaS V1, told apart by `activity`. */
export const saasV1 = byActivity<'saasV1'>({
  newInstance,
  refreshInstance,
  expireInstance,
  releaseInstance,
  upgrade,
  instanceStatus,
  queryInstance,
})
