import { byActivity } from '../handler.ts'
import { refreshLicenseCode } from './refresh-license-code.ts'
import { releaseLicenseCode } from './release-license-code.ts'
import { updateLicenseCodeStatus } from './update-license-code-status.ts'

/** The three interfaces of License 2.0 (C), told apart by `activity`. */
export const licenseC = byActivity<'licenseC'>({
  refreshLicenseCode,
  updateLicenseCodeStatus,
  releaseLicenseCode,
})
