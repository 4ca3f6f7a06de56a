import { readdirSync } from 'node:fs'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentNames, methods, readContract } from '../../scripts/docs/contract-documents.ts'
import { startChromium } from './chromium.ts'
import { faintTexts } from './contrast.ts'
import { type DocsServer, startDocs } from './docs-server.ts'
import { type Watched, anchorsAndLinks, openContext, overflows, watch } from './visit.ts'

const installing = 300_000
const pages = readdirSync('generated/site', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html') && path !== '404.html')
  .sort()
const references = pages.filter((path) => path.includes('/reference-'))
const guides = pages.filter((path) => !references.includes(path))

let docs: DocsServer
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  docs = await startDocs()
  browser = await startChromium()
  context = await openContext(browser)
}, installing)

afterAll(async () => {
  await browser.close()
  await docs.close()
})

/** Ids and links of the pages that were visited, by path. */
const visited = new Map<string, { ids: string[]; links: string[] }>()

// All of them on one page of the browser: to open another costs more than to look at it.
describe('a guide page', () => {
  let guide: Watched
  beforeAll(async () => {
    guide = await watch(context)
  })
  afterAll(() => guide.page.close())

  test.each(guides)('%s renders, fits a phone, and reads in light and dark', async (path) => {
    const { page, faults } = guide
    await page.goto(`${docs.url}/${path}`)
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(await page.locator('main p, main li').count()).toBeGreaterThan(1)
    visited.set(path, await anchorsAndLinks(page))

    expect(await faintTexts(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faintTexts(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await overflows(page, path.replace('.html', ''), true)).toEqual([0, 0])
    expect(faults.splice(0)).toEqual([])
  })
})

describe('a reference page', () => {
  const contract = readContract('generated')

  test.each(references)('%s shows every operation of its document', async (path) => {
    const name = documentNames.find((one) => path.includes(one)) ?? 'seller'
    const items = Object.values(contract[name].paths ?? {})
    const summaries = items.flatMap((item) => methods.flatMap((one) => item[one]?.summary ?? []))
    expect(summaries.length).toBeGreaterThan(0)

    const { page, faults } = await watch(context)
    await page.goto(`${docs.url}/${path}`)
    for (const summary of summaries) {
      const heading = page.locator('.redoc h2').filter({ hasText: summary }).first()
      await heading.waitFor({ state: 'visible', timeout: 10_000 })
    }
    visited.set(path, await anchorsAndLinks(page))
    expect(await overflows(page, path.replace('.html', ''), false)).toEqual([0, 0])
    await page.close()
    expect(faults).toEqual([])
  })
})

test('every link inside the site leads to a page and to a place on it', async () => {
  const links = [...visited].flatMap(([path, page]) => page.links.map((link) => ({ path, link })))
  const inside = links.filter(({ link }) => link.startsWith(docs.url))
  expect(inside.length).toBeGreaterThan(500)
  const dead: string[] = []
  for (const { path, link } of inside) {
    const { pathname, hash } = new URL(link)
    const target = visited.get(pathname.slice('/docs/'.length))
    const id = decodeURIComponent(hash.slice(1))
    const found = target ? id === '' || target.ids.includes(id) : await isServed(link)
    if (!found) dead.push(`${path} -> ${link}`)
  }
  expect(dead).toEqual([])
})

async function isServed(url: string): Promise<boolean> {
  return (await fetch(url, { method: 'HEAD' })).ok
}

describe('the search', () => {
  test.each([
    ['en', 'rotate key', 'operations.html#rotate-a-key'],
    ['en', 'changeInstanceCheck', 'interfaces.html#seller-saasV2-changeInstanceCheck'],
    ['zh', '密钥轮换', 'operations.html#rotate-a-key'],
    ['zh', '重试窗口', 'retry-windows.html'],
    ['zh', '创建实例', 'interfaces.html#seller-saasV2-newInstance'],
  ])('%s finds %s with the keyboard alone', async (language, query, expected) => {
    const { page, faults } = await watch(context)
    await page.goto(`${docs.url}/${language}/index.html`)
    await page.keyboard.press('/')
    await page.keyboard.insertText(query)
    const results = page.locator('#found a')
    await results.first().waitFor()
    const hrefs = await Promise.all((await results.all()).map((one) => one.getAttribute('href')))
    const at = hrefs.indexOf(`../${language}/${expected}`)
    expect(hrefs.slice(0, 5)).toContain(`../${language}/${expected}`)

    for (let step = 0; step <= at; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${docs.url}/${language}/${expected}`)
    await page.close()
    expect(faults).toEqual([])
  })

  test('says so when there is nothing, and Escape clears it', async () => {
    const { page } = await watch(context)
    await page.goto(`${docs.url}/en/index.html`)
    await page.locator('#query').fill('xylophone')
    await page.getByText('Nothing found.').waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    expect(await page.locator('#query').inputValue()).toBe('')
    await page.close()
  })
})

test('on a phone the menu opens the pages', async () => {
  const { page } = await watch(context)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${docs.url}/zh/errors.html`)
  const link = page.locator('#navigation a[href="testing.html"]')
  expect(await link.isVisible()).toBe(false)
  await page.locator('button.menu').click()
  await link.click()
  await page.waitForURL(`${docs.url}/zh/testing.html`)
  await page.close()
})

test.each(['nothing', 'en/nothing.html', 'a/b/c'])(
  'an unknown page (%s) is a 404 with a way back',
  async (path) => {
    const { page } = await watch(context)
    const answer = await page.goto(`${docs.url}/${path}`)
    expect(answer?.status()).toBe(404)
    if (path === 'nothing') expect(await overflows(page, '404', true)).toEqual([0, 0])
    await page.locator('main a').first().click()
    await page.waitForURL(`${docs.url}/en/index.html`)
    await page.close()
  },
)
