// Everything on this machine: the service, the store and its auth centre, and the example of a product that
// sells through it, until it is stopped. `npm run dev:all`; state is kept in DATA_DIR, as by npm start.
import { mkdirSync } from 'node:fs'
import { startApp } from '../src/app.ts'
import { loadConfig } from '../src/config/config.ts'
import { explainStart } from '../src/explain-start.ts'
import { createLog } from '../src/log.ts'
import { startProduct } from './dev-all/product.ts'
import type { Settings } from './dev-all/settings.ts'
import { authCentrePort, bindPlayedEnterprise, playedAppId } from './dev-all/sign-on.ts'
import { startAll } from './dev-all/start-all.ts'
import { ownSetting, secretsFile } from './shared/basic-key.ts'

const { PORT = '8080', PRODUCT_PORT = '3000', STORE_PORT = '4013' } = process.env
const { AUTH_CENTRE_PORT = String(authCentrePort), DATA_DIR: folder = './data' } = process.env
const { KOOGATE_SSO_APP_ID: appId = playedAppId } = process.env
const productOrigin = `http://localhost:${PRODUCT_PORT}`

async function startService(settings: Settings) {
  const config = loadConfig({ ...process.env, ...settings, PORT })
  return startApp(config, await createLog(process.env['LOG_LEVEL'] ?? 'warn'))
}

function say(what: string, where: string): void {
  console.log(`${what.padEnd(20)}${where}`)
}

mkdirSync(folder, { recursive: true, mode: 0o700 })
const all = await startAll({
  startService,
  startProduct: () =>
    startProduct({ folder, port: Number(PRODUCT_PORT), onLine: (line) => say('product', line) }),
  credentials: { accessKey: 'play', secretKey: 'play' },
  storePort: Number(STORE_PORT),
  signOn: { appId, returnUrl: `${productOrigin}/sso`, port: Number(AUTH_CENTRE_PORT) },
}).catch((error: unknown) => {
  console.error(`Not everything starts. ${explainStart(error)}`)
  process.exit(1)
})

let stopping: Promise<void> | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping ??= all.stop().then(() => process.exit(0))
  })
}

const { service, store, authCentre } = all
say('Service', `${service.url}  (management token: MANAGEMENT_TOKEN in ${secretsFile})`)
say('Store, open APIs', store.url.origin)
say('Product', productOrigin)
if (authCentre !== undefined) {
  say('Auth centre', authCentre.url)
  const [kitKey = '', managementToken = ''] = [
    ownSetting('KIT_KEY'),
    ownSetting('MANAGEMENT_TOKEN'),
  ]
  const links = await bindPlayedEnterprise(
    { url: service.url, kitKey, managementToken, appId },
    authCentre,
  )
  for (const [name, link] of links) say(name, link)
}
say('A test purchase', 'node bin/koogate.js trigger newInstance')
console.log('Everything runs. Ctrl-C ends it.')
