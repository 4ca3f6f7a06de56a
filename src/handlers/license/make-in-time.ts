import type { LicenseAsk } from '../../delivery/licensing.ts'
import { type Made, usable } from '../../domain/license.ts'
import type { Ask, Outcome } from '../ask.ts'
import type { Services } from '../services.ts'
import { within } from '../within.ts'
import { completeLicense } from './complete-license.ts'

/** A license to be made: its id, and what the port is asked. */
export interface Making {
  readonly licenseId: string
  readonly ask: LicenseAsk
}

/** What making came to while the store waited, and what goes on after the answer. */
export interface InTime extends Pick<Outcome, 'afterwards'> {
  readonly made: Made
}

/**
 * Asks the licensing port and waits as long as the call may: what takes longer is pending, and is
 * kept when it comes. A call that repeats a pending one asks again, because the process that waited
 * may be gone. Rejects when the port fails in time; when it fails late, that is logged.
 */
export async function makeInTime(
  { licenseId, ask: asked }: Making,
  { address, patience }: Ask<unknown>,
  services: Services,
): Promise<InTime> {
  const answered = services.makeLicense(asked, address)
  if (!(answered instanceof Promise)) return { made: usable(answered, asked.family) }
  const coming = answered.then((made) => usable(made, asked.family))
  const made = await within(patience(), coming)
  if (made !== undefined) return { made }
  return {
    made: { outcome: 'pending' },
    afterwards: async () => {
      await completeLicense(licenseId, await coming, services)
    },
  }
}
