// Plays the auth centre for a product that is being written: an enterprise with two accounts is bound at
// the service that runs here, and signs in in your browser. `npm run sign-on`; docs/en/sign-on.md says how
// the service is started for it. It goes on until it is stopped.
import { startAuthCentre } from '../src/simulator/auth-centre/auth-centre.ts'
import { authCentrePort, bindPlayedEnterprise, playedAppId } from './dev-all/sign-on.ts'
import { ownSetting, secretsFile } from './shared/basic-key.ts'

const { PORT = '8080', KOOGATE_SSO_APP_ID: appId = playedAppId } = process.env
const url = `http://localhost:${PORT}`

function end(words: string): never {
  console.error(words)
  process.exit(1)
}

const noSecrets = `There are no keys in ${secretsFile}: start the service first.`
const kitKey = ownSetting('KIT_KEY') ?? end(noSecrets)
const managementToken = ownSetting('MANAGEMENT_TOKEN') ?? end(noSecrets)
const centre = await startAuthCentre({ port: authCentrePort })
const service = { url, kitKey, managementToken, appId }
const links = await bindPlayedEnterprise(service, centre).catch((error: unknown) =>
  end(`${url} binds nobody (${String(error)}): start the service first (npm start).`),
)
for (const [name, link] of links) console.log(`${name.padEnd(19)}${link}`)
console.log('Ctrl-C ends it.')
