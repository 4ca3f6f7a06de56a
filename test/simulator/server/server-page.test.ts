import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../../docs/axe.ts'
import { startChromium } from '../../docs/chromium.ts'
import { type Watched, colourSchemes, openContext, overflows, watch } from '../../docs/visit.ts'
import { type BoxScene, openBox } from './scene.ts'

const parts = [
  ...['products', 'instances', 'orders', 'messages', 'enterprises'],
  ...['addresses', 'faults', 'usage', 'notices'],
]

let box: BoxScene
let browser: Browser

beforeAll(async () => {
  box = await openBox()
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await box.close()
})

/** The page in a window of its own. */
async function openPage(
  query = '?lang=en',
): Promise<Watched & { readonly context: BrowserContext }> {
  const context = await openContext(browser)
  const watched = await watch(context)
  await watched.page.goto(box.server.url.href + query)
  await watched.page.locator('nav a[aria-current]').waitFor()
  return { ...watched, context }
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()
const said = (page: Page, words: string) => page.locator(`#said:has-text("${words}")`).waitFor()

test('a buyer buys, renews and unsubscribes by the buttons, and the page shows it by itself', async () => {
  const { page, faults, context } = await openPage()
  await press(page, 'Buy')
  await page.getByLabel('Quantity').fill('50')
  await press(page, 'Do it')
  await said(page, 'Buy: Done.')
  await page.goto(`${box.server.url.href}?lang=en#instances`)
  await page.locator('td:has-text("active")').first().waitFor()
  await press(page, 'Show')
  await press(page, 'Renew')
  await press(page, 'Do it')
  await said(page, 'Renew: Done.')
  await page.locator('.card td:has-text("renewal")').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})
