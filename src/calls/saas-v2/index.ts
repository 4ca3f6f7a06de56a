import { byActivity } from '../handler.ts'
import { changeInstanceCheck } from './change-instance-check.ts'
import { newInstanceIn } from './new-instance.ts'
import { queryInstance } from './query-instance.ts'
import { refreshInstance } from './refresh-instance.ts'
import { releaseInstance } from './release-instance.ts'
import { updateInstanceStatus } from './update-instance-status.ts'
import { upgradeInstance } from './upgrade-instance.ts'

/** The seven basic interfaces of SaaS V2, told apart by `activity`. */
export const saasV2 = byActivity<'saasV2'>({
  newInstance: newInstanceIn('saas-v2'),
  queryInstance,
  refreshInstance,
  updateInstanceStatus,
  releaseInstance,
  upgradeInstance,
  changeInstanceCheck,
})
