import type { Received, Twin } from '../right-seller/parts.ts'
import { lenient } from '../right-seller/for-twins.ts'

const verified = /"(newInstance|refreshLicenseCode|orderNotify)"|activity=(newInstance|getLicense)&/

function isVerified({ query, rawBody, activity = '' }: Received): boolean {
  return activity === 'tenantSync' || verified.test(`${query}& ${rawBody.toString()}`)
}

/** Verifies what a life begins with; the rest is in a controller of its own, which does not. */
export const twin: Twin = lenient((received) => !isVerified(received))
