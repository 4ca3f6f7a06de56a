import { byActivity } from '../handler.ts'
import { expireLicense } from './expire-license.ts'
import { getLicense } from './get-license.ts'
import { refreshLicense } from './refresh-license.ts'
import { releaseLicense } from './release-license.ts'

/** The four interfaces of License 1.0 (B), told apart by `activity` in the query. */
export const licenseB = byActivity<'licenseB'>({
  getLicense,
  refreshLicense,
  expireLicense,
  releaseLicense,
})
