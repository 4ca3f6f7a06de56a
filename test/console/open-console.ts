import { plays } from '../../scripts/demo/plays.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { createSellerView, readPublicKey } from '../../src/simulator/scenarios/seller-view.ts'
import { type TestBrowser, openChromium } from '../docs/chromium.ts'
import { ownConsole } from '../docs/own-site.ts'
import { type Watched, openContext, watch } from '../docs/visit.ts'
import { type ServiceOptions, type TestService, keys, startService } from '../harness/service.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'

/** A service with data, and a browser that somebody is signed in with. */
export interface TestConsole {
  readonly service: TestService
  readonly store: OrderStore
  readonly browser: TestBrowser
  /** The page that is watched; `faults` must be empty in the end. */
  readonly watched: Watched
  /** Goes to an address of `paths`, and waits until its heading and its first answers are there. */
  open(address: string): Promise<void>
  stop(): Promise<void>
}

export interface ConsoleOptions extends Pick<ServiceOptions, 'settings' | 'limits' | 'ports'> {
  /** Which lives of the demo the service has seen; none by default, since each takes its time. */
  readonly lives?: readonly (keyof typeof plays.template)[]
  readonly language?: 'en' | 'zh'
  /** Who signs in; the first administrator by default. */
  readonly token?: string
}

/**
 * Starts a service, plays the demo's lives at it, and signs in at its console.
 *
 *     const console = await openConsole({ lives: ['saas-v2'] })
 *     await console.open(paths.alarms({ cleared: false }))
 *     await console.watched.page.getByRole('button', { name: 'Clear' }).click()
 *     expect(console.watched.faults).toEqual([])
 */
export async function openConsole(options: ConsoleOptions = {}): Promise<TestConsole> {
  const [store, browser] = await Promise.all([
    startOrderStore(credentials),
    openChromium(),
    ownConsole(),
  ])
  const settings = { ...storeSettings(store), ...options.settings }
  const service = await startService({ ...options, settings })
  const seller = createSellerView(service.url, service.managementToken)
  const running = {
    service,
    keys,
    seller,
    orderStore: store,
    publicKey: () => readPublicKey(seller),
  }
  for (const life of options.lives ?? []) await plays.template[life](running)
  const watched = await signIn(service, browser, options)
  return {
    service,
    store,
    browser,
    watched,
    async open(address) {
      await watched.page.goto(new URL(address, `${service.url}/console/`).href)
      await settled(watched)
    },
    async stop() {
      await browser.close()
      await service.stop()
      await store.close()
    },
  }
}

/** Opens the console at a service that runs already, and signs in. */
export async function signIn(
  service: Pick<TestService, 'url' | 'managementToken'>,
  browser: TestBrowser,
  { language = 'en', token = service.managementToken }: ConsoleOptions = {},
): Promise<Watched> {
  const context = await openContext(browser)
  // At the first page only: what is chosen later is remembered.
  await context.addInitScript(`localStorage['koogate-language'] ??= '${language}'`)
  const watched = await watch(context)
  const { page, faults } = watched
  await page.goto(`${service.url}/console/setup`)
  await page.locator('input[name=token]').fill(token)
  await page.keyboard.press('Enter')
  await settled(watched)
  // That nobody was signed in is what the page asked.
  faults.splice(0)
  return watched
}

/** Waits for the page's heading, and until nothing of it is loading. */
export async function settled({ page }: Pick<Watched, 'page'>): Promise<void> {
  await page.locator('#main h1').waitFor()
  // No text is evaluated in the page: its policy forbids that.
  const loading = page.locator('#main .empty[aria-busy=true]')
  await loading.first().waitFor({ state: 'detached' })
}
