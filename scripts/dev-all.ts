// Everything on this machine: the service, the store in a box, and the example of a product that sells
// through it, until it is stopped. `npm run dev:all`; state is kept in DATA_DIR, as by npm start.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startApp } from '../src/app.ts'
import { currentKeys, readAccessKeys } from '../src/cli/access-keys.ts'
import { loadConfig } from '../src/config/config.ts'
import { explainStart } from '../src/explain-start.ts'
import { createLog } from '../src/log.ts'
import { createSellerView, readPublicKey } from '../src/simulator/scenarios/seller-view.ts'
import { type SellerServer, fillStore } from '../src/simulator/server/first-store.ts'
import { startStoreServer } from '../src/simulator/server/start-store-server.ts'
import { startProduct } from './dev-all/product.ts'
import { type Settings, signOnSettings } from './dev-all/settings.ts'
import { playedAppId } from './dev-all/sign-on.ts'
import { startAll } from './dev-all/start-all.ts'
import { ownSetting, secretsFile } from './shared/basic-key.ts'

const { PORT = '8080', PRODUCT_PORT = '3000', STORE_PORT = '4100' } = process.env
const { DATA_DIR: folder = './data', KOOGATE_SSO_APP_ID: appId = playedAppId } = process.env
const productOrigin = `http://localhost:${PRODUCT_PORT}`
const credentials = { accessKey: 'play', secretKey: 'play' }

function say(what: string, where: string): void {
  console.log(`${what.padEnd(12)}${where}`)
}

async function startService(settings: Settings) {
  const config = loadConfig({ ...process.env, ...settings, PORT })
  return startApp(config, await createLog(process.env['LOG_LEVEL'] ?? 'warn'))
}

async function start() {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // It is known once the service runs, and put on sale anew whenever the store begins anew.
  const sellers: SellerServer[] = []
  const [port, file] = [Number(STORE_PORT), join(folder, 'store.json')]
  const all = await startAll({
    startStore: () => startStoreServer({ port, credentials, file, sellers }),
    credentials,
    settings: ({ centre }) => signOnSettings(centre, { appId, returnUrl: `${productOrigin}/sso` }),
    startProduct: () =>
      startProduct({ folder, port: Number(PRODUCT_PORT), onLine: (line) => say('product', line) }),
    startService,
  })
  sellers.push(await sellerAt(all.service))
  // What the service has made at its first start.
  const keys = currentKeys(readAccessKeys({ keyFile: secretsFile }, process.env))
  const { store } = all
  await fillStore(store.store(), { sellers, keys, authCentre: store.url.origin })
  return all
}

/** The service as a product of joint operation is listed for it. */
async function sellerAt({ url }: { readonly url: string }): Promise<SellerServer> {
  const token = ownSetting('MANAGEMENT_TOKEN') ?? ''
  const key = await readPublicKey(createSellerView(url, token))
  const publicKey = key.export({ type: 'spki', format: 'pem' }).toString()
  return {
    generation: 'saasV2',
    url: `${url}/main/saas`,
    ordersUrl: `${url}/main/orders`,
    joint: { appId, publicKey, callback: `${url}/sso/main/callback` },
  }
}

const all = await start().catch((error: unknown) => {
  console.error(`Not everything starts. ${explainStart(error)}`)
  process.exit(1)
})

let stopping: Promise<void> | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping ??= all.stop().then(() => process.exit(0))
  })
}

say('Store', `${all.store.url.href}  (buy here; open APIs and auth centre at the same port)`)
say('Service', `${all.service.url}/  (management token: MANAGEMENT_TOKEN in ${secretsFile})`)
say('Product', `${productOrigin}/t/…  (where a buyer goes)`)
console.log('Everything runs. Ctrl-C ends it.')
