import { type LicenseRequest, issueLicense as byBuiltInWay } from '../../ports/licensing.ts'
import { type LicenseResult, completed, usable } from '../../domain/license/license.ts'
import type { Call } from '../call.ts'
import { type Timed, withTimeout } from '../with-timeout.ts'
import type { Services } from '../services.ts'
import { changeLicense } from './change-license.ts'
import { isClosed } from './closed.ts'

/** A license to be made: its id, and what the port is asked. */
export interface IssueInput {
  readonly licenseId: string
  readonly request: LicenseRequest
}

/**
 * Asks the licensing port. A call that repeats a pending one asks again, because the process that
 * waited may be gone. A test license is never the port's: the dial test must pass whatever the product
 * does.
 */
export async function issueWithTimeout(
  { licenseId, request }: IssueInput,
  call: Call<unknown>,
  services: Services,
): Promise<Timed<LicenseResult>> {
  const port = request.test ? byBuiltInWay : services.issueLicense
  return withTimeout(port(request, call.address), call, {
    usable: (result) => usable(result, request.family),
    saveLate: (late) => completeLate(licenseId, late, services),
  })
}

// Dropped when the license was made meanwhile, or its instance released; and of an online license also
// when that was frozen: none is handed over then, and the store asks again.
async function completeLate(
  licenseId: string,
  late: LicenseResult,
  services: Services,
): Promise<void> {
  await changeLicense(licenseId, services, (license, instance) =>
    isClosed(license, instance) ? license : completed(license, late, services.now()),
  )
}
