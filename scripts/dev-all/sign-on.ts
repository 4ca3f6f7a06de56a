import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import type { SimulatedAuthCentre } from '../../src/simulator/auth-centre/auth-centre.ts'
import { bindEnterprise } from '../../src/simulator/auth-centre/bind-enterprise.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { createSellerView, readPublicKey } from '../../src/simulator/scenarios/seller-view.ts'
import { createScriptedStore } from '../../src/simulator/store/scripted-store.ts'

/** A service whose users sign in, and the two secrets of it that a binding needs. */
export interface SignOnService {
  readonly url: string
  readonly kitKey: string
  readonly managementToken: string
  readonly appId: string
}

/** Where the auth centre listens for whoever tries sign-on; the guide names it. */
export const authCentrePort = 4014

/** The application that the guide has users sign in to, where the settings name none. */
export const playedAppId = 'play'

const tenantId = 'play-enterprise'

/** Where a browser begins to sign in, by name. */
export type SignOnLinks = readonly (readonly [name: string, url: string])[]

/** Binds an enterprise of two accounts at the service and the auth centre; returns where they sign in. */
export async function bindPlayedEnterprise(
  { url: sellerUrl, kitKey, managementToken, appId }: SignOnService,
  centre: SimulatedAuthCentre,
): Promise<SignOnLinks> {
  const publicKey = await readPublicKey(createSellerView(sellerUrl, managementToken))
  const keys = { ...makeAccessKeys(), kit: kitKey }
  const store = createScriptedStore({ sellerUrl, keys, publicKey, clock: fastClock() })
  const [user] = await bindEnterprise(store, centre, {
    ...{ appId, tenantId, instanceId: 'play-instance' },
    callback: `${sellerUrl}/sso/main/callback`,
  })
  return [
    ['The unified page', `${sellerUrl}/sso/main/login`],
    ['One enterprise', `${sellerUrl}/sso/main/login?tenant=${tenantId}`],
    ['By CAS', `${sellerUrl}/sso/main/login?tenant=${tenantId}&protocol=cas`],
    ['From the workbench', user === undefined ? '' : centre.workbenchUrl(user, appId)],
    ['Sign out', `${sellerUrl}/sso/main/logout`],
  ]
}
