import type { LicenseAsk } from '../../ports/licensing.ts'
import { type Made, usable } from '../../domain/license/license.ts'
import type { Ask } from '../call.ts'
import { type InTime, inTime } from '../with-timeout.ts'
import type { Services } from '../services.ts'
import { completeLicense } from './complete-license.ts'

/** A license to be made: its id, and what the port is asked. */
export interface Making {
  readonly licenseId: string
  readonly ask: LicenseAsk
}

/**
 * Asks the licensing port. A call that repeats a pending one asks again, because the process that
 * waited may be gone.
 */
export async function makeInTime(
  { licenseId, ask: asked }: Making,
  ask: Ask<unknown>,
  services: Services,
): Promise<InTime<Made>> {
  return inTime(services.makeLicense(asked, ask.address), ask, {
    usable: (made) => usable(made, asked.family),
    keepLate: (late) => completeLicense(licenseId, late, services),
  })
}
