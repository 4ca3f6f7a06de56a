import type { SellerSchemas } from '../../contract/index.ts'
import type { Handler } from '../call.ts'
import { expireLicense } from './expire-license.ts'
import { getLicense } from './get-license.ts'
import { refreshLicense } from './refresh-license.ts'
import { releaseLicense } from './release-license.ts'

type LicenseBRequest = SellerSchemas['LicenseBRequest']
type Activity = LicenseBRequest['activity']

// A missing activity does not compile.
const activities = {
  getLicense,
  refreshLicense,
  expireLicense,
  releaseLicense,
} satisfies { [A in Activity]: Handler<Extract<LicenseBRequest, { activity: A }>> }

/** The four interfaces of License 1.0 (B), told apart by `activity` in the query. */
export const licenseB: Handler<LicenseBRequest> = (call, services) => {
  // The table ties each activity to its query; TypeScript cannot follow a union through an index.
  const handle = activities[call.body.activity] as Handler<LicenseBRequest>
  return handle(call, services)
}
