import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DocumentName, documentNames } from '../../scripts/shared/document-names.ts'
import { methods, readContract } from '../../scripts/site/contract-documents.ts'
import { inChinese } from '../../scripts/site/chinese-edition.ts'
import { guidePages } from '../../scripts/site/guide.ts'
import { interfacesOf } from '../../scripts/site/interfaces.ts'
import { languages } from '../../scripts/shared/languages.ts'
import { drawn, scale } from '../harness/scale.ts'
import { seriousFindings } from './axe.ts'
import { type TestBrowser, openChromium } from './chromium.ts'
import { type DocsServer, startDocs } from './docs-server.ts'
import { ownSite } from './own-site.ts'
import { type StaticServer, serveFolder } from './static-server.ts'
import {
  type Watched,
  afresh,
  bytesLoaded,
  colourSchemes,
  openContext,
  overflowAt,
  picture,
  viewports,
  watch,
} from './visit.ts'

const installing = 300_000
const contract = readContract('generated')
// At most so many bytes when it is the first page that somebody opens.
const guideBytes = 120_000
const interfaceBytes = 200_000
const guides = languages.flatMap((language) =>
  guidePages(language).map(({ path }) => [`${path}.html`, guideBytes] as const),
)
const interfaces = interfacesOf(contract).flatMap(({ id }) =>
  languages.map((language) => [`${language}/interfaces/${id}.html`, interfaceBytes] as const),
)
// What is looked at of each kind in a small run.
const kinds: readonly (readonly (readonly [string, number])[])[] = [
  [['index.html', guideBytes]],
  guides,
  interfaces,
]
const references = languages.flatMap((language) =>
  documentNames.map((name) => [`${language}/reference-${name}.html`, name] as const),
)

// How each is looked at.
const looks = viewports.flatMap((viewport, at) =>
  [...colourSchemes.slice(at), ...colourSchemes.slice(0, at)]
    .slice(0, scale.lookedAtColours)
    .map((colorScheme) => [viewport, colorScheme] as const),
)

// The site as the service has it, under its policy, and in a sub-folder of a server that has only files.
let docs: DocsServer
let files: StaticServer
let browser: TestBrowser
let context: BrowserContext
// All is looked at on one page of the browser: to open another costs more.
let one: Watched

beforeAll(async () => {
  await ownSite()
  docs = await startDocs(undefined, '/behind')
  files = await serveFolder('generated/site', '/handbooks/koogate')
  browser = await openChromium()
  context = await openContext(browser)
  one = await watch(context)
}, installing)

afterAll(async () => {
  await browser.close()
  await docs.close()
  await files.close()
})

describe('a page in a sub-folder of a server of files', () => {
  test.each(kinds.flatMap((kind) => drawn(kind, scale.lookedAtPages)))(
    '%s loads in few bytes, fits a phone, and reads in light and dark',
    async (path, mostBytes) => {
      const { page, faults } = await afresh(one)
      await page.goto(`${files.url}/${path}`)
      expect(await bytesLoaded(one)).toBeLessThan(mostBytes)
      expect(await page.locator('h1').isVisible()).toBe(true)
      expect(await page.locator('main p, main li').count()).toBeGreaterThan(1)
      for (const [viewport, colorScheme] of looks) {
        await page.emulateMedia({ colorScheme })
        expect(await overflowAt(page, viewport)).toBe(0)
        expect(await seriousFindings(page)).toEqual([])
        await picture(page, `${path.replace('.html', '')}-${colorScheme}`, true)
      }
      expect(faults).toEqual([])
    },
  )

  test.each(drawn(references, scale.lookedAtReferences))(
    '%s shows every operation of its document, and reads in light and dark',
    async (path, name) => {
      const { page, faults } = await afresh(one)
      for (const [viewport, colorScheme] of looks) {
        await page.emulateMedia({ colorScheme })
        await page.goto(`${files.url}/${path}`)
        await showsAll(one, name)
        expect(await overflowAt(page, viewport)).toBe(0)
        expect(await seriousFindings(page)).toEqual([])
        await picture(page, `${path.replace('.html', '')}-${colorScheme}`, false)
      }
      expect(faults).toEqual([])
    },
  )

  test('leads from an interface to where the reference has it', async () => {
    const { page, faults } = await afresh(one)
    await page.goto(`${files.url}/en/interfaces/store-pushUsage.html`)
    await page.locator('main a[href*="reference-store.html#"]').last().click()
    await showsAll(one, 'store')
    await page.waitForFunction('scrollY > 0')
    expect(faults).toEqual([])
  })

  test('leads to a client that is there', async () => {
    const { page } = await afresh(one)
    await page.goto(`${files.url}/zh/client.html`)
    const links = page.locator('main a[href*="/clients/"]')
    const hrefs = await links.evaluateAll((all) => all.map((link) => String(link)))
    expect(hrefs.length).toBeGreaterThan(5)
    for (const href of hrefs) expect((await fetch(href)).status, href).toBe(200)
  })
})

/** Waits until Redoc shows every operation of a document. */
async function showsAll({ page }: Watched, name: DocumentName): Promise<void> {
  const isChinese = new URL(page.url()).pathname.includes('/zh/')
  const document = isChinese ? inChinese(contract[name]) : contract[name]
  const items = Object.values(document.paths ?? {})
  const summaries = items.flatMap((item) =>
    methods.flatMap((method) => item[method]?.summary ?? []),
  )
  expect(summaries.length).toBeGreaterThan(0)
  for (const summary of summaries) {
    const heading = page.locator('.redoc h2').filter({ hasText: summary }).first()
    await heading.waitFor({ state: 'visible', timeout: 20_000 })
  }
}

describe('the search', () => {
  const queries = [
    ['en', 'rotate key', 'operations.html#rotate-a-key'],
    ['en', 'changeInstanceCheck', 'interfaces/seller-saasV2-changeInstanceCheck.html'],
    ['zh', '密钥轮换', 'operations.html#rotate-a-key'],
    ['zh', '重试窗口', 'retry-windows.html'],
    ['zh', '创建实例', 'interfaces/seller-saasV2-newInstance.html'],
  ] as const

  test.each(drawn(queries, scale.typedQueries))(
    '%s finds %s with the keyboard alone',
    async (language, query, expected) => {
      const { page, faults } = await afresh(one)
      await page.goto(`${files.url}/${language}/index.html`)
      await page.keyboard.press('/')
      await page.keyboard.insertText(query)
      const results = page.locator('#found a')
      await results.first().waitFor()
      expect(await page.locator('#found mark').count()).toBeGreaterThan(0)
      const hrefs = await results.evaluateAll((links) => links.map((link) => String(link)))
      const at = hrefs.indexOf(`${files.url}/${language}/${expected}`)
      expect(hrefs.slice(0, 3)).toContain(`${files.url}/${language}/${expected}`)

      for (let step = 0; step <= at; step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(`${files.url}/${language}/${expected}`)
      expect(faults).toEqual([])
    },
  )

  test('says so when there is nothing, and Escape clears it', async () => {
    const { page } = await afresh(one)
    await page.goto(`${docs.url}/en/index.html`)
    await page.locator('#query').fill('xylophone')
    await page.getByText('Nothing found.').waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    expect(await page.locator('#query').inputValue()).toBe('')
  })
})

test('the language changes, and the page and its section stay', async () => {
  const { page, faults } = await afresh(one)
  const path = 'interfaces/seller-saasV2-newInstance.html'
  await page.goto(`${docs.url}/en/${path}`)
  await page.locator('header .language').click()
  await page.waitForURL(`${docs.url}/zh/${path}`)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(faults).toEqual([])
  // A section that was linked to, and one that was come to by reading.
  await page.goto(`${docs.url}/zh/${path}#request-orderId`)
  await page.locator('header .language').click()
  await page.waitForURL(`${docs.url}/en/${path}#request-orderId`)
  await page.goto(`${docs.url}/en/errors.html`)
  await page.locator('#what-is-signed').evaluate((heading: Scrolled) => heading.scrollIntoView())
  await page.locator('header .language').click()
  await page.waitForURL(`${docs.url}/zh/errors.html#what-is-signed`)
})

/** A part of a page, as far as a test moves it. */
interface Scrolled {
  scrollIntoView(): void
}

describe('the page of an interface', () => {
  test('keeps the language of the samples on the next page, and copies what it shows', async () => {
    const { page, faults } = await afresh(one)
    await page.goto(`${docs.url}/en/interfaces/store-queryOrder.html`)
    await page.locator('.samples label', { hasText: 'Python' }).click()
    await page.goto(`${docs.url}/zh/interfaces/seller-saasV2-newInstance.html`)
    const shown = page.locator('.samples pre:visible')
    expect(await shown.count()).toBe(1)
    expect(await shown.getAttribute('aria-label')).toBe('Python')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: docs.url })
    await shown.locator('button').click()
    await shown.getByText('已复制').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toBe(await shown.locator('code').textContent())
    expect(copied).toContain('hmac.new(')
    expect(faults).toEqual([])
  })

  test('opens the scene that a link leads to', async () => {
    const { page } = await afresh(one)
    const scene = 'scene-200-newInstance-sold-out'
    await page.goto(`${docs.url}/en/interfaces/seller-saasV2-newInstance.html#${scene}`)
    expect(await page.locator(`#${scene} pre`).isVisible()).toBe(true)
  })

  test('breaks no name of a field but behind a dot, on a phone and a desktop', async () => {
    const { page } = await afresh(one)
    await page.goto(`${docs.url}/en/interfaces/management-getInstance.html`)
    for (const viewport of viewports) {
      await page.setViewportSize(viewport)
      expect(await page.evaluate<string[]>(brokenNames)).toEqual([])
    }
  })
})

// The parts of a name between its dots, each of which has to stand in one line.
const brokenNames = `[...document.querySelectorAll('.fields td:first-child code')].flatMap((name) =>
  [...name.childNodes].filter((part) => {
    const range = document.createRange()
    range.selectNodeContents(part)
    return part.nodeType === 3 && range.getClientRects().length > 1
  }).map((part) => part.textContent))`

test('a code block is copied with a click', async () => {
  const { page, faults } = await afresh(one)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: docs.url })
  await page.goto(`${docs.url}/en/signing-v2.html`)
  const button = page.locator('.copy button').first()
  const text = (await button.getAttribute('data-code')) ?? ''
  await button.click()
  await page.locator('.copy .feedback.show').first().waitFor()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied).toBe(text.replaceAll('\u007f', '\n'))
  expect(faults).toEqual([])
})

test('on a phone the menu opens the pages', async () => {
  const { page } = await afresh(one)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${docs.url}/zh/errors.html`)
  const link = page.locator('nav.sidebar a[href="testing.html"]')
  expect(await link.isVisible()).toBe(false)
  await page.locator('button.sl-menu-button').click()
  await link.click()
  await page.waitForURL(`${docs.url}/zh/testing.html`)
})

test.each(drawn(['nothing', 'en/nothing.html', 'a/b/c'], scale.unknownAddresses))(
  'an unknown page (%s) is a 404 with a way back',
  async (path) => {
    const { page } = await afresh(one)
    const answer = await page.goto(`${docs.url}/${path}`)
    expect(answer?.status()).toBe(404)
    for (const viewport of viewports) expect(await overflowAt(page, viewport)).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
    await page.locator('main a').first().click()
    await page.waitForURL(`${docs.url}/en/index.html`)
  },
)
