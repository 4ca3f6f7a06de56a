import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDocsRouter } from '../../src/http/docs.ts'
import { type DocsServer, startDocs } from './docs-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-docs-'))
const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

afterAll(() => rmSync(folder, { recursive: true }))

describe('a site that was built', () => {
  let docs: DocsServer

  beforeAll(async () => {
    put('site/index.html', 'the entrance')
    put('site/404.html', '<base href="./" />no such page')
    put('site/en/index.html', 'the overview')
    put('site/assets/page.a1b2.js', 'export {}')
    put('site/clients/koogate.ts', 'export const 名 = 1')
    docs = await startDocs(createDocsRouter(join(folder, 'site')), '/behind')
  })
  afterAll(() => docs.close())

  test.each([
    ['', '/'],
    ['?from=here', '/'],
    ['/en', '/en/'],
  ])('is found at /docs%s, also behind a proxy that takes a prefix away', async (path, lands) => {
    const answer = await fetch(docs.url + path)
    expect(answer.url).toBe(docs.url + lands)
    expect(answer.status).toBe(200)
  })

  test.each(['/', '/en/index.html', '/assets/page.a1b2.js', '/none'])(
    'forbids %s to ask another host',
    async (path) => {
      const policy = (await fetch(docs.url + path)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain(`default-src 'none'`)
      expect(policy).toContain(`script-src 'self';`)
      expect(policy).not.toMatch(/https?:|\*/)
    },
  )

  test('is asked for again each time, but for files whose names tell their content', async () => {
    const control = async (path: string) =>
      (await fetch(docs.url + path)).headers.get('cache-control')
    expect(await control('/en/index.html')).toBe('no-cache')
    expect(await control('/assets/page.a1b2.js')).toMatch(/max-age=31536000, immutable/)
  })

  test('has a client that can be read where it is shown', async () => {
    const answer = await fetch(`${docs.url}/clients/koogate.ts`)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  test('is not sent again to who has it', async () => {
    const first = await fetch(`${docs.url}/en/index.html`)
    // Node's fetch would ask for a fresh copy of its own accord.
    const headers = {
      'if-none-match': first.headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    }
    expect((await fetch(`${docs.url}/en/index.html`, { headers })).status).toBe(304)
  })

  test.each([
    ['/none', './'],
    ['/en/none.html', './../'],
    ['/a/b/c', './../../'],
    ['/..%2fsecret', './'],
    ['/%zz', './'],
    ['/.made-from', './'],
  ])('has no %s, and says so with a way back', async (path, base) => {
    const answer = await fetch(docs.url + path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe(`<base href="${base}" />no such page`)
  })
})

describe('a site that was not built', () => {
  test.each([
    ['is being built', true, 'is being built'],
    ['cannot be built, for want of tools', false, 'npm run build:site'],
  ])('and %s is told so, until it is there', async (_what, isComing, sentence) => {
    const site = join(folder, `later-${isComing}`)
    const docs = await startDocs(createDocsRouter(site, isComing))
    for (const path of ['', '/', '/en/index.html']) {
      const answer = await fetch(docs.url + path)
      expect(answer.status).toBe(503)
      expect(await answer.text()).toContain(sentence)
    }
    mkdirSync(site)
    writeFileSync(join(site, 'index.html'), 'the entrance')
    expect(await (await fetch(docs.url)).text()).toBe('the entrance')
    await docs.close()
  })
})
