import type { LicenseRequest } from '../../ports/licensing.ts'
import { type LicenseResult, completed, usable } from '../../domain/license/license.ts'
import type { Call } from '../call.ts'
import { type Timed, withTimeout } from '../with-timeout.ts'
import type { Services } from '../services.ts'
import { changeLicense } from './change-license.ts'

/** A license to be made: its id, and what the port is asked. */
export interface IssueInput {
  readonly licenseId: string
  readonly request: LicenseRequest
}

/**
 * Asks the licensing port. A call that repeats a pending one asks again, because the process that
 * waited may be gone.
 */
export async function issueWithTimeout(
  { licenseId, request }: IssueInput,
  call: Call<unknown>,
  services: Services,
): Promise<Timed<LicenseResult>> {
  return withTimeout(services.issueLicense(request, call.address), call, {
    usable: (result) => usable(result, request.family),
    saveLate: (late) => completeLate(licenseId, late, services),
  })
}

// Dropped when the license was made or its instance released meanwhile.
async function completeLate(
  licenseId: string,
  late: LicenseResult,
  services: Services,
): Promise<void> {
  await changeLicense(licenseId, services, (license, instance) =>
    instance?.phase === 'released' ? license : completed(license, late, services.now()),
  )
}
