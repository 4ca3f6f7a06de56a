import type { SellerSchemas } from '../../contract/index.ts'
import type { Handler } from '../call.ts'
import { refreshLicenseCode } from './refresh-license-code.ts'
import { releaseLicenseCode } from './release-license-code.ts'
import { updateLicenseCodeStatus } from './update-license-code-status.ts'

type LicenseCRequest = SellerSchemas['LicenseCRequest']
type Activity = LicenseCRequest['activity']

// A missing activity does not compile.
const activities = {
  refreshLicenseCode,
  updateLicenseCodeStatus,
  releaseLicenseCode,
} satisfies { [A in Activity]: Handler<Extract<LicenseCRequest, { activity: A }>> }

/** The three interfaces of License 2.0 (C), told apart by `activity`. */
export const licenseC: Handler<LicenseCRequest> = (call, services) => {
  // The table ties each activity to its body; TypeScript cannot follow a union through an index.
  const handle = activities[call.body.activity] as Handler<LicenseCRequest>
  return handle(call, services)
}
