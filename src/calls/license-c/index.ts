import type { SellerSchemas } from '../../contract/index.ts'
import type { Decide } from '../call.ts'
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
} satisfies { [A in Activity]: Decide<Extract<LicenseCRequest, { activity: A }>> }

/** The three interfaces of License 2.0 (C), told apart by `activity`. */
export const licenseC: Decide<LicenseCRequest> = (ask, services) => {
  // The table ties each activity to its body; TypeScript cannot follow a union through an index.
  const decide = activities[ask.body.activity] as Decide<LicenseCRequest>
  return decide(ask, services)
}
