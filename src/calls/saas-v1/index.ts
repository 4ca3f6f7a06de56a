import type { SellerSchemas } from '../../contract/index.ts'
import type { Handler } from '../call.ts'
import { releaseInstance } from '../saas-v2/release-instance.ts'
import { expireInstance } from './expire-instance.ts'
import { instanceStatus } from './instance-status.ts'
import { newInstance } from './new-instance.ts'
import { queryInstance } from './query-instance.ts'
import { refreshInstance } from './refresh-instance.ts'
import { upgrade } from './upgrade.ts'

type SaasV1Request = SellerSchemas['SaasV1Request']
type Activity = SaasV1Request['activity']

// A missing activity does not compile.
const activities = {
  newInstance,
  refreshInstance,
  expireInstance,
  releaseInstance,
  upgrade,
  instanceStatus,
  queryInstance,
} satisfies { [A in Activity]: Handler<Extract<SaasV1Request, { activity: A }>> }

/** The seven basic interfaces of SaaS V1, told apart by `activity`. */
export const saasV1: Handler<SaasV1Request> = (call, services) => {
  // The table ties each activity to its body; TypeScript cannot follow a union through an index.
  const handle = activities[call.body.activity] as Handler<SaasV1Request>
  return handle(call, services)
}
