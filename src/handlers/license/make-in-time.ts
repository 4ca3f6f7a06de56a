import type { LicenseAsk } from '../../delivery/licensing.ts'
import type { Address } from '../../domain/address.ts'
import { type Made, usable } from '../../domain/license.ts'
import type { Services } from '../services.ts'
import { completeLicense } from './complete-license.ts'

/** A license to be made: its id, and what the port is asked. */
export interface Making {
  readonly licenseId: string
  readonly ask: LicenseAsk
  readonly address: Address
}

// The answer leaves within 4 s whatever happens; what is left is for the commit.
const patienceMs = 3_000
// By then the call is committed, or given up and called again.
const committedMs = 2_000

/**
 * Asks the port, and waits about three seconds: what takes longer is pending, and is kept when it
 * comes. A call that repeats a pending one asks again, because the process that waited may be gone.
 */
export async function makeInTime(making: Making, services: Services): Promise<Made> {
  const { ask, address } = making
  const answered = services.makeLicense(ask, address)
  if (!(answered instanceof Promise)) return usable(answered, ask.family)
  const coming = answered.then((made) => usable(made, ask.family))
  const patience = startPatience()
  const made = await Promise.race([coming, patience.over]).finally(patience.stop)
  if (made !== undefined) return made
  keepLate(coming, making.licenseId, services)
  return { outcome: 'pending' }
}

function startPatience() {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), patienceMs)
  return { over: promise, stop: () => clearTimeout(timer) }
}

function keepLate(making: Promise<Made>, licenseId: string, services: Services): void {
  const committed = new Promise((resolve) => setTimeout(resolve, committedMs).unref())
  Promise.all([making, committed])
    .then(([made]) => completeLicense(licenseId, made, services))
    .catch((error: unknown) => {
      services.log.warn({ err: error, licenseId }, 'a license that came late could not be kept')
    })
}
