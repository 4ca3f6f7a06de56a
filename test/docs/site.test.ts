import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import MiniSearch from 'minisearch'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawn, scale } from '../harness/scale.ts'
import { type Entry, findIn, searchOptions } from '../../docs/theme/search-options.ts'
import {
  type DocumentName,
  documentNames,
  methods,
  readContract,
} from '../../scripts/site/contract-documents.ts'
import { inChinese } from '../../scripts/site/chinese-edition.ts'
import { guidePages } from '../../scripts/site/guide.ts'
import { interfacesOf } from '../../scripts/site/interfaces.ts'
import { type Language, languages } from '../../scripts/shared/languages.ts'
import { addressesIn, builtPages, idsIn, sectionsIn } from './built-site.ts'
import { startChromium } from './chromium.ts'
import { faintTexts } from './contrast.ts'
import { type DocsServer, startDocs } from './docs-server.ts'
import { ownSite } from './own-site.ts'
import { type Watched, afresh, openContext, overflows, watch } from './visit.ts'

const installing = 300_000
const contract = readContract('generated')
const interfaces = interfacesOf(contract)
const namesOf = (language: Language) => guidePages(language).map(({ path }) => `${path}.html`)
const guides = ['index.html', ...languages.flatMap(namesOf)]
// What Redoc shows is the same in each language; a Chinese page loads it as an English one does.
const references = [
  ...documentNames.map((name) => [`en/reference-${name}.html`, name] as const),
  ['zh/reference-store.html', 'store'] as const,
]
// Their parts are the same; these have all of them: a body, a query, a file, a list, nothing.
const samples = [
  'en/interfaces/seller-saasV2-newInstance.html',
  'zh/interfaces/seller-saasV1-newInstance.html',
  'en/interfaces/seller-kitAllOrgSyncV1.html',
  'zh/interfaces/store-uploadEventFile-FILE.html',
  'en/interfaces/store-casValidate.html',
  'zh/interfaces/management-listInstances.html',
  'en/interfaces/management-getLive.html',
]

let pages: ReadonlyMap<string, string>
let idsOf: ReadonlyMap<string, ReadonlySet<string>>
let docs: DocsServer
let browser: Browser
let context: BrowserContext
// All is looked at on one page of the browser: to open another costs more.
let one: Watched

beforeAll(async () => {
  await ownSite()
  pages = builtPages()
  idsOf = new Map([...pages].map(([path, html]) => [path, new Set(idsIn(html))]))
  docs = await startDocs(undefined, '/behind')
  browser = await startChromium()
  context = await openContext(browser)
  one = await watch(context)
}, installing)

afterAll(async () => {
  await browser.close()
  await docs.close()
})

describe('the built site', () => {
  test('has every page in both languages, with the same sections', () => {
    const pathsIn = (language: string) =>
      [...pages.keys()]
        .filter((path) => path.startsWith(`${language}/`))
        .map((path) => path.slice(language.length + 1))
    expect(pathsIn('zh')).toEqual(pathsIn('en'))
    expect(pathsIn('en')).toHaveLength(
      guidePages('en').length + documentNames.length + interfaces.length,
    )
    for (const page of pathsIn('en')) {
      const sections = sectionsIn(pages.get(`zh/${page}`) ?? '')
      expect({ page, sections }).toEqual({
        page,
        sections: sectionsIn(pages.get(`en/${page}`) ?? ''),
      })
    }
  })

  test.each(languages)('leads from its first page in %s to every page of the guide', (language) => {
    const overview = pages.get(`${language}/index.html`) ?? ''
    const [, main = ''] = overview.split('<main')
    const linked = addressesIn(main, 'href').map((link) => `${language}/${link}`)
    const wanted = namesOf(language).filter((path) => !path.endsWith('/index.html'))
    expect(wanted.filter((path) => !linked.includes(path))).toEqual([])
  })

  test('has links that lead to a page and to a place on it, and none that leaves the folder', () => {
    const links = [...pages].flatMap(([path, html]) => {
      const found = new Set([...addressesIn(html, 'href'), ...addressesIn(html, 'src')])
      return [...found]
        .filter((link) => !/^[a-z]+:/.test(link))
        .map((link) => [path, link] as const)
    })
    expect(links.length).toBeGreaterThan(10_000)
    expect(links.filter(([path, link]) => !leadsSomewhere(path, link))).toEqual([])
  })

  test('has no id twice on a page', () => {
    const twice = [...pages].flatMap(([path, html]) =>
      idsIn(html)
        .filter((id, at, ids) => ids.indexOf(id) !== at)
        .map((id) => `${path}#${id}`),
    )
    expect(twice).toEqual([])
  })

  test('loads nothing from another host, and no script that its policy would stop', () => {
    for (const html of pages.values()) {
      expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(https?:)?\/\//)
      expect(html).not.toMatch(/<script(?![^>]* src=)/)
      expect(html).not.toMatch(/\son[a-z]+="/)
    }
    const redoc = readFileSync('generated/site/redoc.standalone.js', 'utf8')
    expect(redoc.length).toBeGreaterThan(500_000)
    expect(redoc).not.toContain('cdn.redoc.ly')
  })

  test.each(documentNames)('holds %s.json as it is', (name) => {
    expect(readFileSync(`generated/site/${name}.json`)).toEqual(
      readFileSync(`generated/${name}.json`),
    )
  })

  test.each(documentNames)('holds %s with its retry windows in words, for Redoc', (name) => {
    const windows: unknown[] = []
    JSON.parse(
      readFileSync(`generated/site/en/reference-${name}.json`, 'utf8'),
      (member, value: unknown) => {
        if (member === 'x-retry') windows.push(value)
        return value
      },
    )
    expect(windows.filter((window) => typeof window !== 'string')).toEqual([])
    expect(windows.length).toBeGreaterThan(5)
    if (name === 'seller') {
      expect(windows).toContain('3 hours, every hour; then the order is refunded')
    }
  })

  test.each(documentNames)('holds %s in Chinese too, with the English nowhere', (name) => {
    const chinese = readFileSync(`generated/site/zh/reference-${name}.json`, 'utf8')
    const { info, paths = {} } = JSON.parse(chinese) as (typeof contract)[DocumentName]
    expect(info).toEqual(inChinese(contract[name]).info)
    const operations = Object.values(paths).flatMap((item) =>
      methods.flatMap((method) => item[method] ?? []),
    )
    const chineseOf = ({ summary, description }: (typeof operations)[number]) =>
      [summary, description].every((text) => /\p{Script=Han}{4}/u.test(text))
    expect(operations.filter((operation) => !chineseOf(operation))).toEqual([])
    expect(chinese).not.toContain('x-zh')
  })

  test('shows each code block of the guide byte for byte, with a button that copies it', () => {
    for (const language of languages) {
      for (const { path, body } of guidePages(language)) {
        const blocks = [...body.matchAll(/^```\w+\n([\s\S]*?)\n```$/gm)].map(([, text]) => text)
        const copied = [...(pages.get(`${path}.html`) ?? '').matchAll(/ data-code="([^"]*)"/g)]
        expect(copied.map(([, text = '']) => decoded(text).replaceAll('\u007f', '\n'))).toEqual(
          blocks,
        )
      }
    }
  })
})

// The 404 page is sent with a base at any depth.
function leadsSomewhere(path: string, link: string): boolean {
  const [address = '', anchor] = link.split('#')
  const target =
    address === '' ? path : posix.join(posix.dirname(path), address.split('?')[0] ?? '')
  if (target.startsWith('..') || address.startsWith('/')) return false
  // What Redoc makes of an operation is there when it has run.
  if (anchor === undefined || anchor === '' || anchor.includes('/')) {
    return existsSync(join('generated/site', target))
  }
  return idsOf.get(target)?.has(decodeURIComponent(anchor)) === true
}

function decoded(text: string): string {
  const entities: Record<string, string> = {
    lt: '<',
    gt: '>',
    quot: '"',
    amp: '&',
    '#x27': "'",
    '#x60': '`',
  }
  return text.replace(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all)
}

describe('a page', () => {
  test.each(drawn([...guides, ...samples], scale.lookedAtPages))(
    '%s renders, fits a phone, and reads in light and dark',
    async (path) => {
      const { page, faults } = await afresh(one)
      await page.goto(`${docs.url}/${path}`)
      expect(await page.locator('h1').isVisible()).toBe(true)
      expect(await page.locator('main p, main li').count()).toBeGreaterThan(1)
      expect(await page.locator('main svg[role=img]:not(:has(title))').count()).toBe(0)
      expect(await page.locator('main img:not([alt])').count()).toBe(0)

      expect(await faintTexts(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await faintTexts(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await overflows(page, path.replace('.html', ''), true)).toEqual([0, 0])
      expect(faults).toEqual([])
    },
  )
})

/** Waits until Redoc shows every operation of a document, and looks at the page. */
async function showsAll({ page, faults }: Watched, path: string, name: DocumentName) {
  const document = path.startsWith('zh/') ? inChinese(contract[name]) : contract[name]
  const items = Object.values(document.paths ?? {})
  const summaries = items.flatMap((item) =>
    methods.flatMap((method) => item[method]?.summary ?? []),
  )
  expect(summaries.length).toBeGreaterThan(0)
  for (const summary of summaries) {
    const heading = page.locator('.redoc h2').filter({ hasText: summary }).first()
    await heading.waitFor({ state: 'visible', timeout: 20_000 })
  }
  expect(await overflows(page, path.replace('.html', ''), false)).toEqual([0, 0])
  expect(faults).toEqual([])
}

test.each(references.slice(0, scale.lookedAtReferences))(
  '%s shows every operation of its document',
  async (path, name) => {
    await afresh(one)
    await one.page.goto(`${docs.url}/${path}`)
    await showsAll(one, path, name)
  },
)

test('an interface is found again in the reference, where its link leads', async () => {
  const { page } = await afresh(one)
  await page.goto(`${docs.url}/en/interfaces/store-pushUsage.html`)
  await page.locator('main a[href*="reference-store.html#"]').click()
  const heading = page.locator('.redoc h2').filter({ hasText: 'Push usage' }).first()
  await heading.waitFor({ state: 'visible', timeout: 20_000 })
  await page.waitForFunction('scrollY > 0')
  await showsAll(one, 'en/reference-store.html', 'store')
})

const indexes = new Map<Language, MiniSearch<Entry>>()

function indexOf(language: Language): MiniSearch<Entry> {
  const json = () => readFileSync(`generated/site/search-${language}.json`, 'utf8')
  const index = indexes.get(language) ?? MiniSearch.loadJSON<Entry>(json(), searchOptions)
  indexes.set(language, index)
  return index
}

describe('the search', () => {
  const queries = [
    ['en', 'rotate key', 'operations.html#rotate-a-key'],
    ['en', 'changeInstanceCheck', 'interfaces/seller-saasV2-changeInstanceCheck.html'],
    ['zh', '密钥轮换', 'operations.html#rotate-a-key'],
    ['zh', '重试窗口', 'retry-windows.html'],
    ['zh', '创建实例', 'interfaces/seller-saasV2-newInstance.html'],
  ] as const

  test.each(queries)('%s has %s among the first five: %s', (language, query, expected) => {
    const urls = findIn(indexOf(language), query).map(({ url }) => url)
    expect(urls.slice(0, 5)).toContain(`${language}/${expected}`)
  })

  test.each(drawn(queries, scale.typedQueries))(
    '%s finds %s with the keyboard alone',
    async (language, query, expected) => {
      const { page, faults } = await afresh(one)
      await page.goto(`${docs.url}/${language}/index.html`)
      await page.keyboard.press('/')
      await page.keyboard.insertText(query)
      const results = page.locator('#found a')
      await results.first().waitFor()
      const hrefs = await results.evaluateAll((links) => links.map((link) => String(link)))
      const at = hrefs.indexOf(`${docs.url}/${language}/${expected}`)
      expect(hrefs.slice(0, 5)).toContain(`${docs.url}/${language}/${expected}`)

      for (let step = 0; step <= at; step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(`${docs.url}/${language}/${expected}`)
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

  test.each(languages)('finds every page of the guide by its title, first, in %s', (language) => {
    const index = indexOf(language)
    const missed = guidePages(language)
      .filter(({ path, title }) => !path.endsWith('/index') && title !== '')
      .filter(({ path, title }) => findIn(index, title)[0]?.url.split('#')[0] !== `${path}.html`)
    expect(missed.map(({ title }) => title)).toEqual([])
  })

  test.each(languages)(
    'finds every interface by its name, among the first three, in %s',
    (language) => {
      const index = indexOf(language)
      const missed = interfaces.filter(({ id, tag, activity, operation }) => {
        const found = findIn(index, `${activity ?? operation.operationId} ${tag}`).slice(0, 3)
        return !found.some(({ url }) => url.startsWith(`${language}/interfaces/${id}.html`))
      })
      expect(missed.map(({ id }) => id)).toEqual([])
    },
  )
})

test('the language changes and the page stays', async () => {
  const { page, faults } = await afresh(one)
  await page.goto(`${docs.url}/en/interfaces/seller-saasV2-newInstance.html`)
  await page.locator('header .language').click()
  await page.waitForURL(`${docs.url}/zh/interfaces/seller-saasV2-newInstance.html`)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(faults).toEqual([])
})

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

test.each(drawn(['nothing', 'en/nothing.html', 'a/b/c'], scale.typedQueries))(
  'an unknown page (%s) is a 404 with a way back',
  async (path) => {
    const { page } = await afresh(one)
    const answer = await page.goto(`${docs.url}/${path}`)
    expect(answer?.status()).toBe(404)
    expect(await overflows(page, '404', true)).toEqual([0, 0])
    await page.locator('main a').first().click()
    await page.waitForURL(`${docs.url}/en/index.html`)
  },
)
