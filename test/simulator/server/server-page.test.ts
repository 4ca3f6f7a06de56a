import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../../docs/axe.ts'
import { type TestBrowser, openChromium } from '../../docs/chromium.ts'
import { type Watched, afresh, openContext, overflows, watch } from '../../docs/visit.ts'
import { isLong, scale } from '../../harness/scale.ts'
import { type BoxScene, openBox } from './scene.ts'

// What differs most from the others comes first.
const parts = [
  ...['messages', 'products', 'instances', 'orders', 'enterprises'],
  ...['addresses', 'faults', 'usage', 'notices'],
]
const opened = ['instances', 'messages']

let box: BoxScene
let browser: TestBrowser
let watched: Watched

beforeAll(async () => {
  box = await openBox()
  browser = await openChromium()
  watched = await watch(await openContext(browser))
})
afterAll(async () => {
  await browser.close()
  await box.close()
})

/** The page as it is opened, at a part of it. */
async function openPage(part = 'products', lang = 'en'): Promise<Watched> {
  const { page } = await afresh(watched)
  await page.goto(`${box.server.url.href}?lang=${lang}#${part}`)
  await page.locator(`nav a[aria-current][href="#${part}"]`).waitFor()
  // What the page before was waiting for has failed when it was left.
  watched.faults.splice(0)
  return watched
}

const buttonOf = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first()
const press = (page: Page, name: string) => buttonOf(page, name).click()
const said = (page: Page, words: string) => page.locator(`#said:has-text("${words}")`).waitFor()
const shows = (page: Page, words: string) =>
  page.locator(`#part :text("${words}")`).first().waitFor()

async function go(page: Page, part: string): Promise<void> {
  await page.locator(`nav a[href="#${part}"]`).click()
  await page.locator(`nav a[aria-current][href="#${part}"]`).waitFor()
}

describe('by the buttons of the page', () => {
  test('a buyer buys and renews, and time passes until the instance is released', async () => {
    const { page, faults } = await openPage()
    await press(page, 'Buy')
    await page.getByLabel('Quantity').fill('50')
    await press(page, 'Do it')
    await said(page, 'Buy: Done.')
    await go(page, 'instances')
    await press(page, 'Show')
    await press(page, 'Renew')
    await press(page, 'Do it')
    await said(page, 'Renew: Done.')
    await shows(page, 'renewal')
    await press(page, 'Expire')
    await shows(page, 'frozen')
    await press(page, '1 month')
    await said(page, 'The clock has jumped.')
    await shows(page, 'released')
    expect(faults).toEqual([])
  })

  test('a call that fails tells what is wrong, and is restarted', async () => {
    const { page, faults } = await openPage('faults')
    await press(page, 'Next call')
    await shows(page, '1 call')
    await go(page, 'products')
    await press(page, 'Buy')
    await press(page, 'Do it')
    await said(page, 'The seller did not do it')
    await go(page, 'messages')
    await shows(page, 'retrying')
    await press(page, 'Restart')
    await buttonOf(page, 'Restart').waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  })

  test.runIf(isLong)(
    'a key is bound with the warnings of the console, and is shown once',
    async () => {
      const { page } = await openPage('addresses')
      await press(page, 'Bind a key')
      await page.locator('dialog .warning').waitFor()
      await page.getByLabel('Interface type').selectOption('license')
      await press(page, 'Do it')
      await said(page, 'The new key, shown this once:')
      await said(page, 'is listed with the key of before')
    },
  )

  test('what another caller does is shown without a reload, and a dialog stays as it is', async () => {
    const { page } = await openPage('orders')
    const before = await page.locator('#part tbody tr').count()
    await go(page, 'products')
    await press(page, 'Buy')
    await page.getByLabel('Quantity').fill('7')
    const [product] = (await box.view()).products
    await box.act('buy', { product: product?.id ?? '', pay: false })
    await page.locator(`nav a[href="#orders"]:has-text("${before + 1}")`).waitFor()
    await expect.poll(() => page.getByLabel('Quantity').inputValue()).toBe('7')
  })
})

test('what comes from outside is text and never HTML', async () => {
  const markup = '<img src=x onerror="document.title=1">'
  await box.call('POST', 'buyers', { customerName: markup })
  await box.call('POST', 'enterprises', { name: markup })
  const { page, faults } = await openPage('enterprises')
  await page.getByText(markup).first().waitFor()
  await expect.poll(() => page.locator('#part img').count()).toBe(0)
  expect(faults).toEqual([])
})

test('the page is used by the keyboard alone', async () => {
  const { page } = await openPage('products')
  const focused = () => page.evaluate<string>('document.activeElement.textContent')
  for (let tabs = 0; tabs < 40 && (await focused()) !== 'Buy'; tabs++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  // The focus is where it was, and stays there when the page is drawn anew.
  await expect.poll(() => focused()).toBe('Buy')
  await box.call('POST', 'buyers', { customerName: 'mock_user_09' })
  await go(page, 'enterprises')
  await page.getByText('mock_user_09').waitFor()
})

// In a small run light in English and dark in Chinese.
describe.each([
  ['en', 'light'],
  ['zh', 'dark'],
  ['en', 'dark'],
  ['zh', 'light'],
] as const)('in %s, %s', (lang, colorScheme) => {
  const isFirst = (lang === 'en') === (colorScheme === 'light')

  test.runIf(isFirst || isLong)(
    'the page fits a desktop and a phone, and axe finds nothing serious',
    async () => {
      const { page, faults } = await openPage('products', lang)
      await page.emulateMedia({ colorScheme })
      for (const part of parts.slice(0, scale.lookedAtParts)) {
        await go(page, part)
        if (opened.includes(part)) await page.locator('[aria-expanded=false]').first().click()
        expect(await overflows(page, `store-${lang}-${colorScheme}-${part}`, true), part).toEqual([
          0, 0,
        ])
        expect(await seriousFindings(page), part).toEqual([])
      }
      await go(page, 'products')
      await page.locator('button.main').first().click()
      expect(await overflows(page, `store-${lang}-${colorScheme}-dialog`, false)).toEqual([0, 0])
      expect(faults).toEqual([])
    },
  )
})
