import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, askForSession, samePage, signIn } from '../harness/browser-session.ts'
import { type TestService, startService } from '../harness/service.ts'
import { tokenWith } from '../harness/tokens.ts'

let service: TestService
let page: SignedIn
let host: string
beforeAll(async () => {
  service = await startService()
  page = await signIn(service)
  host = new URL(service.url).host
})
afterAll(() => service.stop())

type Headers = Readonly<Record<string, string>>
/** What browsers say of a page elsewhere; `$` is the host of the service. */
const elsewhere: readonly (readonly [string, Headers])[] = [
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['another host of the same site', { 'sec-fetch-site': 'same-site', origin: 'http://$' }],
  ['a link that was opened by hand', { 'sec-fetch-site': 'none' }],
  ['a page between two proxies that both say', { 'sec-fetch-site': 'same-origin, same-origin' }],
  ['a site of an old browser', { origin: 'https://evil.example' }],
  ['a host that begins alike', { origin: 'http://$.evil.example' }],
  ['another port', { origin: 'http://localhost:1' }],
  ['a page in a sandbox', { origin: 'null' }],
  ['an origin that is none', { origin: '$' }],
  ['nobody knows where', {}],
]

const said = (headers: Headers) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('$', host)]),
  )

describe('a change that comes with a session', () => {
  it.each(elsewhere)('is refused when it comes from %s', async (_where, headers) => {
    const { tokenId } = await tokenWith(service, ['read'])
    const from = said(headers)
    const answer = await page.send(`/tokens/${tokenId}`, { method: 'DELETE', from })
    expect(answer.status).toBe(403)
    expect(answer.body['code']).toBe('cross-site')
    const { status } = await page.send(`/tokens/${tokenId}`, { method: 'DELETE' })
    expect(status).toBe(200)
  })

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'is refused as the form of another site, in %s',
    async (type) => {
      const answer = await page.send('/tokens', {
        method: 'POST',
        body: { name: 'evil', scopes: ['admin'] },
        headers: { 'content-type': type },
        from: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      })
      expect(answer.body['code']).toBe('cross-site')
      expect((await page.send('/tokens')).text).not.toContain('evil')
    },
  )

  it.each([
    ['the page itself', { 'sec-fetch-site': 'same-origin', origin: 'http://$' }],
    [
      'behind a proxy with an address and a path of its own',
      {
        'sec-fetch-site': 'same-origin',
        origin: 'https://ops.example.com',
        referer: 'https://ops.example.com/koogate/console/',
      },
    ],
    ['an old browser, by the host of its origin', { origin: 'http://$' }],
  ])('is taken from %s', async (_where, headers: Headers) => {
    const from = said(headers)
    const body = { name: 'made by a page', scopes: ['read'] }
    expect((await page.send('/tokens', { method: 'POST', body, from })).status).toBe(200)
  })

  it('is not asked where it comes from when it has a token: no site can make a browser send one', async () => {
    const { authorization } = await tokenWith(service, ['admin'])
    const body = { name: 'made by a program', scopes: ['read'] }
    const headers = { authorization }
    const from = { origin: 'https://evil.example' }
    expect((await page.send('/tokens', { method: 'POST', body, headers, from })).status).toBe(200)
  })
})

describe('reading', () => {
  it('is open from wherever the browser sends the cookie: no other site can read the answer', async () => {
    const from = { 'sec-fetch-site': 'none' }
    const answer = await page.send('/instances', { from })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('signing in and out', () => {
  it.each(elsewhere)('is refused from %s', async (_where, headers) => {
    const from = said(headers)
    const { authorization } = await tokenWith(service, ['read'])
    const into = await askForSession(service, authorization, from)
    expect(into.body['code']).toBe('cross-site')
    expect(into.headers.getSetCookie()).toEqual([])
    const out = await page.send('/session', { method: 'DELETE', from })
    expect(out.body['code']).toBe('cross-site')
    expect((await page.send('/session')).status).toBe(200)
  })

  it.each([
    ['http://koogate.example.com', 403],
    ['http://10.0.0.7:8080', 403],
    ['http://localhost.evil.example', 403],
    ['https://koogate.example.com', 200],
    ['http://localhost:8080', 200],
    ['http://console.localhost:8080', 200],
    ['http://127.0.0.1:8080', 200],
    ['http://[::1]:8080', 200],
  ])(
    'on a page of %s gets %i: elsewhere a browser would not keep the cookie',
    async (origin, status) => {
      const { authorization } = await tokenWith(service, ['read'])
      const answer = await askForSession(service, authorization, { ...samePage, origin })
      expect(answer.status).toBe(status)
      if (status === 403) expect(answer.body['code']).toBe('https-required')
    },
  )
})
