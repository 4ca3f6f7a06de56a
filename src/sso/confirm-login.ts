import type { Services } from '../calls/services.ts'
import { takeLoginOf } from './known-login.ts'
import { readDetails } from './login.ts'
import { type Entrance, openSession } from './open-session.ts'
import { isSecret } from './secrets.ts'
import { SsoFault } from './sso-fault.ts'
import type { Visit } from './visit.ts'

/** Continues as the user of a question, asked in this browser and not answered yet. Throws SsoFault. */
export async function confirmLogin(
  visit: Visit,
  token: string,
  services: Services,
): Promise<Entrance> {
  if (!isSecret(visit.browser)) throw new SsoFault('cookies-missing')
  const row = await takeLoginOf(visit, { step: 'confirm', id: token }, services)
  if (row === undefined) throw new SsoFault('state-unknown')
  const { signedIn, productState } = readDetails(row, services.vault)
  if (signedIn === undefined) throw new SsoFault('state-unknown')
  return openSession(visit, { signedIn, productState }, services)
}
