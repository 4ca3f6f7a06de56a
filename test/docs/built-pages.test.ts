import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import MiniSearch from 'minisearch'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Entry, findIn, searchOptions } from '../../docs/theme/search-options.ts'
import { inChinese } from '../../scripts/site/chinese-edition.ts'
import { documentNames } from '../../scripts/shared/document-names.ts'
import { type ContractDocument, readContract } from '../../scripts/site/contract-documents.ts'
import { guidePages } from '../../scripts/site/guide.ts'
import { nameOf } from '../../scripts/site/interface-list.ts'
import { interfacesOf } from '../../scripts/site/interfaces.ts'
import { type Language, languages } from '../../scripts/shared/languages.ts'
import { addressesIn, builtPages, idsIn, sectionsIn } from './built-site.ts'
import { ownSite } from './own-site.ts'
import { searchQueries } from './search-queries.ts'

const building = 300_000
const contract = readContract('generated')
const interfaces = interfacesOf(contract)
const namesOf = (language: Language) => guidePages(language).map(({ path }) => `${path}.html`)

let pages: ReadonlyMap<string, string>
let idsOf: ReadonlyMap<string, ReadonlySet<string>>

beforeAll(async () => {
  await ownSite()
  pages = builtPages()
  idsOf = new Map([...pages].map(([path, html]) => [path, new Set(idsIn(html))]))
}, building)

describe('the built site', () => {
  test('has every page in both languages, with the same sections', () => {
    const pathsIn = (language: string) =>
      [...pages.keys()]
        .filter((path) => path.startsWith(`${language}/`))
        .map((path) => path.slice(language.length + 1))
    expect(pathsIn('zh')).toEqual(pathsIn('en'))
    expect(pathsIn('en')).toHaveLength(
      // And the contract's changelog.
      guidePages('en').length + documentNames.length + interfaces.length + 1,
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

  test('has names that every server has: whatever the case, and none that is hidden', () => {
    const paths = readdirSync('generated/site', { recursive: true, encoding: 'utf8' })
    const names = paths.filter((path) => path !== '.made-from')
    expect(names.length).toBeGreaterThan(pages.size)
    expect(
      names.filter((path) => !/^(\w[\w.-]*\/?)+$/.test(path) || /(^|\/)[_.]/.test(path)),
    ).toEqual([])
    expect(new Set(names.map((path) => path.toLowerCase())).size).toBe(names.length)
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

  test.each(documentNames)('holds %s in Chinese too, for Redoc on the Chinese pages', (name) => {
    const chinese = readFileSync(`generated/site/zh/reference-${name}.json`, 'utf8')
    const document = JSON.parse(chinese) as ContractDocument
    const { info, paths = {} } = inChinese(readContract('generated')[name])
    expect(document.info).toEqual(info)
    expect(document.info.summary).toMatch(/\p{Script=Han}{4}/u)
    expect(Object.keys(document.paths ?? {})).toEqual(Object.keys(paths))
    expect(chinese).not.toContain('x-zh')
    if (name === 'seller') expect(chinese).toContain('3 小时，每隔 1 小时；之后订单退款')
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

describe.each(languages)('the search in %s', (language) => {
  let index: MiniSearch<Entry>
  beforeAll(() => {
    const json = readFileSync(`generated/site/search-${language}.json`, 'utf8')
    index = MiniSearch.loadJSON<Entry>(json, searchOptions)
  })
  const pagesFor = (query: string) =>
    findIn(index, query).map(({ url }) => url.replace(/\.html(#.*)?$/, ''))

  test('has the page that is wanted first, for nine queries of ten, and always among three', () => {
    const queries = searchQueries[language]
    const places = queries.map(([query, page]) => ({
      query,
      place: pagesFor(query).indexOf(`${language}/${page}`),
    }))
    expect(queries).toHaveLength(50)
    expect(places.filter(({ place }) => place < 0 || place > 2)).toEqual([])
    const notFirst = places.filter(({ place }) => place !== 0)
    expect(notFirst.length, JSON.stringify(notFirst)).toBeLessThanOrEqual(5)
  })

  test('finds every page of the guide by its title, first', () => {
    const missed = guidePages(language)
      .filter(({ path, title }) => !path.endsWith('/index') && title !== '')
      .filter(({ path, title }) => pagesFor(title)[0] !== path)
    expect(missed.map(({ title }) => title)).toEqual([])
  })

  test('finds every interface by its name and family, among three', () => {
    const missed = interfacesOf(contract, language).filter((one) => {
      const found = pagesFor(`${nameOf(one)} ${one.tag}`).slice(0, 3)
      return !found.includes(`${language}/interfaces/${one.id}`)
    })
    expect(missed.map(({ id }) => id)).toEqual([])
  })
})
