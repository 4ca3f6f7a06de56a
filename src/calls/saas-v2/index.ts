import type { SellerSchemas } from '../../contract/index.ts'
import type { Handler } from '../call.ts'
import { changeInstanceCheck } from './change-instance-check.ts'
import { newInstanceIn } from './new-instance.ts'
import { queryInstance } from './query-instance.ts'
import { refreshInstance } from './refresh-instance.ts'
import { releaseInstance } from './release-instance.ts'
import { updateInstanceStatus } from './update-instance-status.ts'
import { upgradeInstance } from './upgrade-instance.ts'

type SaasV2Request = SellerSchemas['SaasV2Request']
type Activity = SaasV2Request['activity']

// A missing activity does not compile.
const activities = {
  newInstance: newInstanceIn('saas-v2'),
  queryInstance,
  refreshInstance,
  updateInstanceStatus,
  releaseInstance,
  upgradeInstance,
  changeInstanceCheck,
} satisfies { [A in Activity]: Handler<Extract<SaasV2Request, { activity: A }>> }

/** The seven basic interfaces of SaaS V2, told apart by `activity`. */
export const saasV2: Handler<SaasV2Request> = (call, services) => {
  // The table ties each activity to its body; TypeScript cannot follow a union through an index.
  const handle = activities[call.body.activity] as Handler<SaasV2Request>
  return handle(call, services)
}
