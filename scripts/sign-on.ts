// Plays the auth centre for a product that is being written: an enterprise with two accounts is bound at
// the service that runs here, and signs in in your browser. `npm run sign-on`; docs/en/sign-on.md says how
// the service is started for it. It goes on until it is stopped.
import { makeAccessKeys } from '../src/simulator/calls/access-keys.ts'
import { startAuthCentre } from '../src/simulator/auth-centre/auth-centre.ts'
import { bindEnterprise } from '../src/simulator/auth-centre/bind-enterprise.ts'
import { fastClock } from '../src/simulator/clock.ts'
import { createSellerView, readPublicKey } from '../src/simulator/scenarios/seller-view.ts'
import { createScriptedStore } from '../src/simulator/store/scripted-store.ts'
import { ownSetting, secretsFile } from './shared/basic-key.ts'

const { PORT = '8080', KOOGATE_SSO_APP_ID: appId = 'play' } = process.env
const sellerUrl = `http://localhost:${PORT}`
/** Below it is what the service is told as KOOGATE_SSO_LOGIN_URL. */
const centrePort = 4014

function end(words: string): never {
  console.error(words)
  process.exit(1)
}

const noSecrets = `There are no keys in ${secretsFile}: start the service first.`
const kit = ownSetting('KIT_KEY') ?? end(noSecrets)
const token = ownSetting('MANAGEMENT_TOKEN') ?? end(noSecrets)
const publicKey = await readPublicKey(createSellerView(sellerUrl, token)).catch((error: unknown) =>
  end(`${sellerUrl} shows no public key (${String(error)}): start the service first (npm start).`),
)
const centre = await startAuthCentre({ port: centrePort })
const keys = { ...makeAccessKeys(), kit }
const store = createScriptedStore({ sellerUrl, keys, publicKey, clock: fastClock() })
const tenantId = 'play-enterprise'
const [user] = await bindEnterprise(store, centre, {
  ...{ appId, tenantId, instanceId: 'play-instance' },
  callback: `${sellerUrl}/sso/main/callback`,
})

console.log(`The unified page   ${sellerUrl}/sso/main/login
One enterprise     ${sellerUrl}/sso/main/login?tenant=${tenantId}
By CAS             ${sellerUrl}/sso/main/login?tenant=${tenantId}&protocol=cas
From the workbench ${user === undefined ? '' : centre.workbenchUrl(user, appId)}
Sign out           ${sellerUrl}/sso/main/logout
Ctrl-C ends it.`)
