import type { BrowserContextOptions } from 'playwright-core'
import { openChromium } from '../docs/chromium.ts'
import { type Watched, openContext, watch } from '../docs/visit.ts'
import { type Change, type MockedConsole, startMockedConsole } from './mocked-console.ts'
import { settled } from './open-console.ts'

interface MockedPageOptions extends BrowserContextOptions {
  readonly change?: Change
  /** That of the browser by default. */
  readonly language?: 'en' | 'zh'
}

/** The console before the mock, and a page in a browser that is at it. */
export interface MockedPage {
  readonly site: MockedConsole
  readonly watched: Watched
  /** Goes to an address of the console, and waits for what it shows. */
  readonly open: (address: string) => Promise<void>
  readonly stop: () => Promise<void>
}

export async function openMockedPage({
  change,
  language,
  ...options
}: MockedPageOptions = {}): Promise<MockedPage> {
  const [site, browser] = await Promise.all([startMockedConsole(change), openChromium()])
  const context = await openContext(browser, options)
  if (language !== undefined) {
    await context.addInitScript(`localStorage['koogate-language'] ??= '${language}'`)
  }
  const watched = await watch(context)
  return {
    ...{ site, watched },
    async open(address) {
      await watched.page.goto(new URL(address, `${site.url}/console/`).href)
      await settled(watched)
    },
    async stop() {
      await browser.close()
      await site.stop()
    },
  }
}
