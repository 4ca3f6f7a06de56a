import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSite } from '../../scripts/docs.ts'
import { documentNames } from '../../scripts/docs/contract-documents.ts'
import { type DocsServer, startDocs } from './docs-server.ts'

const folders: string[] = []

function folderWithBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-docs-'))
  folders.push(folder)
  for (const name of documentNames) {
    cpSync(join('generated', `${name}.json`), join(folder, `${name}.json`))
  }
  return folder
}

/** The files of a folder by path. */
function contentOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

describe('the site', () => {
  let site: Record<string, string>

  beforeAll(async () => {
    const folder = folderWithBundles()
    await makeSite(folder)
    site = contentOf(join(folder, 'site'))
  })

  test('is the same, byte for byte, when it is made again', async () => {
    const folder = folderWithBundles()
    await makeSite(folder)
    expect(contentOf(join(folder, 'site'))).toEqual(site)
  })

  test('leaves nothing behind of an earlier one', async () => {
    const folder = folderWithBundles()
    await makeSite(folder)
    writeFileSync(join(folder, 'site', 'en', 'gone.html'), 'a page that was removed')
    await makeSite(folder)
    expect(Object.keys(contentOf(join(folder, 'site')))).toEqual(Object.keys(site))
  })

  test('has every page in both languages, with the same sections', () => {
    const pagesIn = (language: string) =>
      Object.keys(site)
        .filter((path) => path.startsWith(`${language}/`))
        .map((path) => path.slice(language.length + 1))
    expect(pagesIn('zh')).toEqual(pagesIn('en'))
    expect(pagesIn('en').length).toBeGreaterThan(14)
    for (const page of pagesIn('en')) {
      const sections = sectionsOf(site[`zh/${page}`] ?? '')
      expect({ page, sections }).toEqual({ page, sections: sectionsOf(site[`en/${page}`] ?? '') })
    }
  })

  test('asks nobody but the service itself for anything', () => {
    const loaded = Object.entries(site).flatMap(([path, content]) =>
      [
        ...content.matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(https?:)?\/\/[^"]*/g),
      ].map(([tag]) => `${path}: ${tag}`),
    )
    expect(loaded).toEqual([])
  })
})

function sectionsOf(html: string): string[] {
  return [...html.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id = '']) => id)
}

describe('what is served beside the pages', () => {
  let docs: DocsServer

  beforeAll(async () => (docs = await startDocs()))
  afterAll(() => docs.close())

  test('Redoc comes without the logo it would fetch', async () => {
    const script = await (await fetch(`${docs.url}/redoc.standalone.js`)).text()
    expect(script.length).toBeGreaterThan(500_000)
    expect(script).not.toContain('cdn.redoc.ly')
  })

  test('a library is not sent again to who has it', async () => {
    const first = await fetch(`${docs.url}/minisearch.js`)
    // Node's fetch would ask for a fresh copy of its own accord.
    const headers = {
      'if-none-match': first.headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    }
    expect((await fetch(`${docs.url}/minisearch.js`, { headers })).status).toBe(304)
  })

  test.each(documentNames)('%s.json is the bundle', async (name) => {
    const bundle: unknown = JSON.parse(readFileSync(`generated/${name}.json`, 'utf8'))
    expect(await (await fetch(`${docs.url}/${name}.json`)).json()).toEqual(bundle)
  })

  test('every answer forbids the page to ask another host', async () => {
    for (const path of ['/', '/en/index.html', '/seller.json', '/redoc.standalone.js', '/none']) {
      const policy = (await fetch(docs.url + path)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain(`default-src 'none'`)
      expect(policy).toContain(`script-src 'self';`)
      expect(policy).not.toMatch(/https?:|\*/)
    }
  })

  test('/docs leads to the entrance', async () => {
    const answer = await fetch(docs.url)
    expect(answer.url).toBe(`${docs.url}/`)
    expect(await answer.text()).toContain('href="zh/index.html"')
  })
})
