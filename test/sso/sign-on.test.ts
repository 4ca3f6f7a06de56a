import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bindEnterprise } from '../../src/simulator/auth-centre/bind-enterprise.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { createScriptedStore } from '../../src/simulator/store/scripted-store.ts'
import { pruneLogins } from '../../src/db/sso/logins.ts'
import { pruneCodes, pruneSessions } from '../../src/db/sso/sessions.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { databases } from '../harness/scale.ts'
import { newId } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { tokenWith } from '../harness/tokens.ts'
import { manage } from '../management/client.ts'
import { nextOf, openBrowser, product } from './browser.ts'
import {
  type Enterprise,
  type Scene,
  appId,
  bind,
  exchange,
  grant,
  openScene,
  publicKey,
  touch,
  tryExchange,
} from './scene.ts'

let scene: Scene
let enterprise: Enterprise
const logged: string[] = []

beforeAll(async () => {
  const { pino } = await import('pino')
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  // In the long run on the embedded one.
  scene = await openScene({ log, database: databases.at(-1) ?? 'server' })
  enterprise = await bind(scene)
  await grant(scene, enterprise)
})
afterAll(() => scene.stop())
afterEach(() => {
  scene.clock.offsetMs = 0
  Object.assign(scene.centre.oddities, {
    secondsAsText: false,
    refreshToken: true,
    tenantInUserInfo: true,
    nulls: false,
  })
})

const browser = (language?: string) =>
  openBrowser(scene.service.url.replace('localhost', '127.0.0.1'), language)

/** Signs in at the seller's own login, and comes to the product. */
async function signIn(
  { tenantId, user }: Enterprise = enterprise,
  { protocol = 'oauth', address = 'main', who = browser() } = {},
) {
  const at = await who.open(
    scene.page(`/login?tenant=${tenantId}&protocol=${protocol}&state=of-product`, address),
  )
  const come = at.url.href.startsWith(product) ? at : await who.submit(at, user.name)
  expect(come.url.href, come.text).toContain(product)
  return { who, come, url: come.url }
}

describe('the login of the seller', () => {
  test('goes to the auth centre of the enterprise, and comes to the product with a code', async () => {
    const { url, come } = await signIn()
    expect(url.searchParams.get('state')).toBe('of-product')
    const signOn = await exchange(scene, url)
    expect(signOn).toMatchObject({
      session: { address: 'main', test: false, entry: 'own', protocol: 'oauth' },
      user: { userName: 'zhangsan', name: '张三', role: 'user', orgCode: '10000', email: null },
      tenant: { tenantId: enterprise.tenantId, tenantCode: 'huawei', name: 'huaiweitest' },
      instances: [{ instanceId: enterprise.instanceId, status: null, access: 'granted' }],
      access: 'granted',
      token: null,
    })
    const tenant = await manage(scene.service, `/tenants/${signOn.tenant.id}`)
    expect(tenant.body['tenantId']).toBe(enterprise.tenantId)
    expect(come.way.map((one) => new URL(one).pathname)).toEqual([
      '/login',
      '/api/v1/oauth2/authorize',
      '/sso/main/callback',
      '/sso',
    ])
  })

  test('takes the enterprise from the unified page, where a cookie alone knows the browser', async () => {
    const who = browser()
    const unified = await who.open(scene.page('/login?state=s-1'))
    expect(unified.url.hash).toBe(`#/portal-login?ind=UNOP&appId=${appId}`)
    const { url } = await who.submit(unified, enterprise.tenantId, { appId })
    expect(url.searchParams.get('state')).toBe('s-1')
    const { session } = await exchange(scene, url)
    expect(session).toMatchObject({ entry: 'unified', protocol: 'oauth' })
  })

  test('checks a CAS ticket, where the enterprise signs in so', async () => {
    const { url } = await signIn(enterprise, { protocol: 'cas' })
    const { session, user } = await exchange(scene, url)
    expect(session).toMatchObject({ entry: 'own', protocol: 'cas' })
    expect(user).toMatchObject({ userName: 'zhangsan', name: '张三', role: 'user' })
    expect(Date.parse(session.endsAt) - Date.parse(session.signedInAt)).toBe(2 * 3600_000)
  })

  test('lets in whom the simulated store binds by the calls of the kit', async () => {
    const { service, centre, page } = scene
    const sellerUrl = service.url
    const clock = fastClock()
    const store = createScriptedStore({ sellerUrl, keys: service.keys, clock, publicKey })
    const tenantId = newId('tenant')
    const binding = { appId, tenantId, instanceId: newId('instance'), callback: page('/callback') }
    const [user] = await bindEnterprise(store, centre, binding)
    if (user === undefined) throw new Error('nobody is bound')
    const { url } = await signIn({ ...binding, user, clientId: '' })
    expect(await exchange(scene, url)).toMatchObject({ access: 'granted', tenant: { tenantId } })
  })

  test('lets the test account in, before anything is bought', async () => {
    const { url } = await signIn(await bind(scene, { test: true }))
    const signOn = await exchange(scene, url)
    expect(signOn).toMatchObject({ session: { test: true }, instances: [], access: 'unknown' })
    const tenant = await manage(scene.service, `/tenants/${signOn.tenant.id}`)
    expect(tenant.body).toMatchObject({ tenantId: signOn.tenant.tenantId, test: true })
  })

  test('takes what auth centres answer in other words', async () => {
    Object.assign(scene.centre.oddities, {
      secondsAsText: true,
      refreshToken: false,
      tenantInUserInfo: false,
      nulls: true,
    })
    const { session } = await exchange(scene, (await signIn()).url)
    expect(Date.parse(session.endsAt) - Date.parse(session.signedInAt)).toBeGreaterThan(7_100_000)
    expect(Date.parse(session.endsAt) - Date.parse(session.signedInAt)).toBeLessThan(7_300_000)
  })

  test('leads nowhere but to the setting, whatever a link says', async () => {
    const elsewhere = 'redirect_uri=https://evil.example.com&ssoReturn=https://evil.example.com'
    const { url } = await signIn()
    expect(url.origin + url.pathname).toBe(product)
    const to = await fetch(scene.page(`/login?tenant=${enterprise.tenantId}&${elsewhere}`), {
      redirect: 'manual',
    })
    const location = new URL(to.headers.get('location') ?? '')
    expect(location.searchParams.get('redirect_uri')).toBe(scene.page('/callback'))
  })
})

describe('a code for the product', () => {
  test('is exchanged once, and within a minute', async () => {
    const { url } = await signIn()
    const code = url.searchParams.get('code') ?? ''
    await exchange(scene, url)
    expect((await tryExchange(scene.service, code)).status).toBe(404)
    const late = (await signIn()).url.searchParams.get('code') ?? ''
    scene.clock.offsetMs = 61_000
    expect((await tryExchange(scene.service, late)).status).toBe(404)
    scene.clock.offsetMs = 0
    expect((await tryExchange(scene.service, late)).status).toBe(404)
  })

  test('of many who exchange it at once is given to one', async () => {
    const code = (await signIn()).url.searchParams.get('code') ?? ''
    const all = await Promise.all(Array.from({ length: 8 }, () => tryExchange(scene.service, code)))
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(404)])
  })

  test('brings a JWT that the public keys verify, and that is good for five minutes', async () => {
    const signOn = await exchange(scene, (await signIn()).url, true)
    const { body } = await sendTo(scene.service, '/sso/jwks.json')
    const keySet = createLocalJWKSet(body as unknown as Parameters<typeof createLocalJWKSet>[0])
    const { payload } = await jwtVerify(signOn.token ?? '', keySet, {
      issuer: scene.page('').replace('/sso/main', ''),
      audience: 'main',
    })
    const { token: _token, ...told } = signOn
    expect(payload).toMatchObject({ ...told, sub: `zhangsan@${enterprise.tenantId}` })
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300)
    expect(JSON.stringify(body)).not.toContain('"d"')
  })

  test('is for a token with the scope `personal`', async () => {
    const code = (await signIn()).url.searchParams.get('code') ?? ''
    const others = await tokenWith(scene.service, ['read', 'operate', 'usage', 'admin'])
    const request = { method: 'POST', body: { code } } as const
    const { authorization } = others
    const refused = await manage(scene.service, '/sso/exchange', { ...request, authorization })
    expect(refused.status).toBe(403)
    const { authorization: personal } = await tokenWith(scene.service, ['personal'])
    const taken = await manage(scene.service, '/sso/exchange', {
      ...request,
      authorization: personal,
    })
    expect(taken.status).toBe(200)
  })

  test('tells the state of what was bought, and what the user sync says of the user', async () => {
    const instanceId = await buy(scene.service)
    const bought = await bind(scene, { instanceId })
    const accessNow = async () => (await exchange(scene, (await signIn(bought)).url)).access
    expect(await accessNow()).toBe('unknown')
    await grant(scene, bought, { enable: 'false' })
    expect(await accessNow()).toBe('disabled')
    await grant(scene, bought)
    const { instances } = await exchange(scene, (await signIn(bought)).url)
    expect(instances).toEqual([{ instanceId, status: 'active', access: 'granted' }])
    await grant(scene, bought, { flag: 0 })
    expect(await accessNow()).toBe('revoked')
  })
})

describe('the workbench', () => {
  const open = (who = browser(), protocol: 'oauth' | 'cas' = 'oauth', of = enterprise) =>
    who.open(scene.centre.workbenchUrl(of.user, appId, protocol))

  test('is asked about before anything changes, and then comes to the product', async () => {
    for (const protocol of ['oauth', 'cas'] as const) {
      const who = browser()
      const question = await open(who, protocol)
      expect(question.text).toContain('<h1>Continue as 张三 (zhangsan)?</h1>')
      expect(question.text).toContain('Enterprise: huaiweitest')
      expect(who.cookies.has('koogate-session-main')).toBe(false)
      const next = nextOf(await who.submit(question))
      expect(next.origin + next.pathname).toBe(product)
      const { session } = await exchange(scene, next)
      expect(session).toMatchObject({ entry: 'workbench', protocol })
    }
  })

  test('never replaces the session of another user in silence', async () => {
    const other = await bind(scene)
    const { who } = await signIn()
    const before = who.cookies.get('koogate-session-main')
    const question = await open(who, 'oauth', other)
    expect(question.text).toContain('So far 张三 (zhangsan) is signed in in this browser.')
    expect(who.cookies.get('koogate-session-main')).toBe(before)
    await who.submit(question)
    expect(who.cookies.get('koogate-session-main')).not.toBe(before)
  })

  test('and neither does any other login that came back without a state', async () => {
    const other = await bind(scene)
    const { who } = await signIn()
    const before = who.cookies.get('koogate-session-main')
    const unified = await who.open(scene.page('/login?state=s-2'))
    const asked = [
      await who.submit(unified, other.tenantId, { appId }),
      // By now the auth centre knows the browser.
      await who.open(scene.page(`/login?tenant=${other.tenantId}&protocol=cas`)),
    ]
    for (const { text } of asked) expect(text).toContain('So far 张三 (zhangsan) is signed in')
    expect(who.cookies.get('koogate-session-main')).toBe(before)
    const [question] = asked
    const next = question && nextOf(await who.submit(question))
    expect(next?.searchParams.get('state')).toBe('s-2')
    expect(next && (await exchange(scene, next)).tenant.tenantId).toBe(other.tenantId)
  })

  test('goes straight on for the user who is signed in already', async () => {
    const { who } = await signIn()
    expect((await open(who)).url.href).toContain(product)
  })

  test('is answered by the browser that was asked, once, and within ten minutes', async () => {
    const [who, other] = [browser(), browser()]
    const question = await open(who)
    expect(await other.submit(question)).toMatchObject({ status: 400 })
    await open(other)
    const stolen = await other.submit(question)
    expect([stolen.status, stolen.text]).toMatchObject([
      400,
      expect.stringContaining('state-unknown'),
    ])
    expect((await who.submit(question)).status).toBe(200)
    expect((await who.submit(question)).status).toBe(400)
    const late = await open(who, 'oauth', await bind(scene))
    scene.clock.offsetMs = 11 * 60_000
    expect((await who.submit(late)).status).toBe(400)
  })

  test('without cookies is offered a window of its own', async () => {
    const who = browser()
    const question = await open(who)
    who.cookies.clear()
    const { status, text } = await who.submit(question)
    expect([status, text]).toMatchObject([400, expect.stringContaining('cookies-missing')])
    expect(text).toContain('target="_blank"')
  })

  test('is let in only where that is switched on', async () => {
    const plain = await bind(scene, { address: 'plain' })
    const { status, text } = await open(browser(), 'oauth', plain)
    expect([status, text]).toMatchObject([403, expect.stringContaining('workbench-off')])
  })
})

describe('an enterprise with two credentials', () => {
  test('has no code shown with a wrong one: its auth centre is asked for a code of a known one', async () => {
    const tenantId = newId('tenant')
    const first = await bind(scene, { tenantId })
    const second = await bind(scene, { tenantId, at: 60 })
    await grant(scene, first)
    const asked = () => scene.centre.calls.filter(({ endpoint }) => endpoint === 'token')
    for (const entry of ['unified', 'workbench'] as const) {
      const before = asked().length
      const who = browser()
      const page = await who.open(
        entry === 'unified' ? scene.page('/login') : scene.centre.workbenchUrl(first.user, appId),
      )
      const come = entry === 'unified' ? await who.submit(page, tenantId, { appId }) : page
      const url = entry === 'unified' ? come.url : nextOf(await who.submit(come))
      const signOn = await exchange(scene, url)
      expect(signOn.session.entry).toBe(entry)
      expect(signOn.instances.map(({ access }) => access)).toEqual(['granted', 'unknown'])
      // The code that came was of the first; the one that was asked for is of the newer credential.
      expect(asked().slice(before)).toMatchObject([{ clientId: second.clientId, answer: 'tokens' }])
    }
  })
})

describe('a state or code that is not right', () => {
  const refusedAs = async (code: string, path: string, who = browser()) => {
    const { status, text } = await who.open(scene.page(path))
    expect([status, text]).toMatchObject([400, expect.stringContaining(`<code>${code}</code>`)])
    expect(text).not.toMatch(/ at .+\.ts|node_modules/)
  }

  test('is answered with 400: wrong, of another browser, replayed, too late', async () => {
    await refusedAs('state-unknown', '/callback?code=c&state=0123456789abcdef')
    const { who, come } = await signIn()
    const callback = come.way.find((one) => one.includes('/callback?')) ?? ''
    const path = callback.slice(scene.page('').length)
    await refusedAs('state-unknown', path, who)
    const begun = browser()
    const { headers } = await begun.open(scene.page(`/login?tenant=${enterprise.tenantId}&state=x`))
    expect(headers.get('content-type')).toContain('html')
    const page = await begun.open(scene.page(`/login?tenant=${enterprise.tenantId}`))
    const state = new URL(page.url).searchParams.get('state') ?? ''
    await refusedAs('state-unknown', `/callback?code=c&state=${state}`)
    scene.clock.offsetMs = 11 * 60_000
    await refusedAs('state-unknown', `/callback?code=c&state=${state}`, begun)
  })

  test('is answered with 400 where nothing, too much, or nobody is told', async () => {
    await refusedAs('code-missing', `/callback?tenant=${enterprise.tenantId}`)
    await refusedAs('tenant-missing', '/callback?code=c')
    await refusedAs('request-faulty', `/callback?code=${'c'.repeat(5_000)}`)
    await refusedAs('request-faulty', '/callback?code=c&code=d&tenant=t')
    await refusedAs('request-faulty', '/login?protocol=saml')
    await refusedAs('tenant-missing', '/login?protocol=cas')
  })

  test('of the auth centre is too old, or was used: 400, and to sign in again is offered', async () => {
    const who = browser()
    const page = await who.open(scene.page(`/login?tenant=${enterprise.tenantId}`))
    scene.centre.oddities.codeLifeMs = 0
    const { status, text } = await who.submit(page, enterprise.user.name)
    scene.centre.oddities.codeLifeMs = 60_000
    expect([status, text]).toMatchObject([
      400,
      expect.stringContaining('<code>code-refused</code>'),
    ])
    expect(text).toContain('href="login"')
    await refusedAs('ticket-refused', `/callback?ticket=ST-x&tenant=${enterprise.tenantId}`)
  })

  test('does not show what a link says', async () => {
    const script = encodeURIComponent('<script>alert(1)</script>')
    for (const path of [`/callback?error=${script}`, `/callback?code=c&tenant=${script}`]) {
      expect((await browser().open(scene.page(path))).text).not.toContain('<script')
    }
  })
})

describe('what the auth centre answers', () => {
  const faults = [
    ['token', 'html', 502, 'unreadable'],
    ['token', 'long', 502, 'unreadable'],
    ['token', 'redirect', 502, 'unreadable'],
    ['token', 403, 502, 'client-forbidden'],
    ['token', 400, 502, 'unreadable'],
    ['token', 500, 502, 'unavailable'],
    ['token', 600, 502, 'unreadable'],
    ['token', 'reset', 502, 'unreachable'],
    ['token', 'hang', 504, 'timeout'],
    ['userinfo', 'html', 502, 'unreadable'],
    ['userinfo', 403, 502, 'client-forbidden'],
    ['cas', 'html', 502, 'unreadable'],
    ['cas', 500, 502, 'unavailable'],
  ] as const

  test.each(faults)(
    '%s with %s: a page of status %i says %s',
    async (endpoint, fault, status, code) => {
      const who = browser('zh-CN,zh;q=0.9,en;q=0.8')
      const protocol = endpoint === 'cas' ? 'cas' : 'oauth'
      const path = `/login?tenant=${enterprise.tenantId}&protocol=${protocol}`
      const page = await who.open(scene.page(path))
      scene.centre.fail(endpoint, fault)
      const came = await who.submit(page, enterprise.user.name)
      expect([came.status, came.text]).toMatchObject([
        status,
        expect.stringContaining(`<code>${code}</code>`),
      ])
      expect(came.text).toContain('<html lang="zh-CN">')
      expect(came.text).toMatch(/<h2>请检查<\/h2>/)
      expect(came.text).not.toMatch(/ at .+\.ts|node_modules/)
    },
  )

  test('is told apart: a secret that was changed, a code of another client, another enterprise', async () => {
    const told = async (of: Enterprise) => {
      const who = browser()
      const unified = await who.open(scene.page('/login'))
      return (await who.submit(unified, of.tenantId, { appId })).text
    }
    const secret = await bind(scene, { secret: 'not-the-secret' })
    expect(await told(secret)).toContain('<code>client-refused</code>')
    const tenantId = newId('tenant')
    const { centre, page } = scene
    const stranger = { tenantId, appId, clientId: newId('client'), clientSecret: 'x' }
    centre.addClient({ ...stranger, callback: page('/callback') })
    expect(await told(await bind(scene, { tenantId }))).toContain('<code>client-mismatch</code>')
    const who = browser()
    const unified = await who.open(scene.page('/login'))
    const named = enterprise.tenantId
    const come = await who.submit(unified, named, { appId })
    expect(come.url.href).toContain(product)
  })

  test.each([
    ['tenant-unknown', 404, {}],
    ['application-missing', 404, { application: 'ANOTHER' }],
    ['domain-faulty', 502, { domainName: 'ftp://example.com' }],
  ])('is not asked where %s', async (code, status, more) => {
    const tenantId = code === 'tenant-unknown' ? 'nobody' : (await bind(scene, more)).tenantId
    const { status: given, text } = await browser().open(scene.page(`/login?tenant=${tenantId}`))
    expect([given, text]).toMatchObject([status, expect.stringContaining(`<code>${code}</code>`)])
  })
})

test('an enterprise that is another one than was asked for is not let in', async () => {
  const differs = {
    status: 400,
    text: expect.stringContaining('<code>tenant-differs</code>') as string,
  }
  const who = browser()
  const page = await who.open(scene.page(`/login?tenant=${enterprise.tenantId}`))
  scene.centre.oddities.tenantInUserInfo = 'another'
  expect(await who.submit(page, enterprise.user.name)).toMatchObject(differs)
  scene.centre.oddities.tenantInUserInfo = true
  const other = browser()
  const begun = await other.open(scene.page(`/login?tenant=${enterprise.tenantId}`))
  const state = begun.url.searchParams.get('state') ?? ''
  const callback = `/callback?code=c&tenant=another&state=${state}`
  expect(await other.open(scene.page(callback))).toMatchObject(differs)
})

test('a test account belongs to the address that its calls came to', async () => {
  const { tenantId } = await bind(scene, { test: true })
  const { text } = await browser().open(scene.page(`/login?tenant=${tenantId}`, 'plain'))
  expect(text).toContain('<code>tenant-unknown</code>')
})

describe('a session', () => {
  const renewals = () => scene.centre.calls.filter(({ endpoint }) => endpoint === 'token').length

  test('has its tokens renewed while the user is active, when they are about to end, and once', async () => {
    const { session } = await exchange(scene, (await signIn()).url)
    const before = renewals()
    expect((await touch(scene, session.id)).status).toBe(200)
    expect(renewals()).toBe(before)
    scene.clock.offsetMs = 115 * 60_000
    const all = await Promise.all(Array.from({ length: 6 }, () => touch(scene, session.id)))
    expect(all.map(({ status }) => status)).toEqual(Array<number>(6).fill(200))
    expect(renewals()).toBe(before + 1)
    // The new refresh token, since the old one is used up.
    scene.clock.offsetMs = 230 * 60_000
    expect((await touch(scene, session.id)).status).toBe(200)
    expect(renewals()).toBe(before + 2)
  })

  test('goes on while the auth centre is away, and ends where that refuses to renew', async () => {
    const { session } = await exchange(scene, (await signIn()).url)
    scene.clock.offsetMs = 115 * 60_000
    for (const fault of [500, 'reset', 'html'] as const) {
      scene.centre.fail('token', fault)
      expect((await touch(scene, session.id)).status).toBe(200)
    }
    scene.centre.revokeTokens()
    expect((await touch(scene, session.id)).status).toBe(404)
    expect((await touch(scene, session.id)).status).toBe(404)
  })

  test('of a user who is not active for 30 days has ended, and nobody asks for its tokens', async () => {
    const { session } = await exchange(scene, (await signIn()).url)
    const before = renewals()
    scene.clock.offsetMs = 30 * 24 * 3600_000 + 1_000
    expect((await touch(scene, session.id)).status).toBe(404)
    expect(renewals()).toBe(before)
  })

  test('without a refresh token ends with the access token, by CAS after two idle hours', async () => {
    scene.centre.oddities.refreshToken = false
    const short = (await exchange(scene, (await signIn()).url)).session
    const cas = (await exchange(scene, (await signIn(enterprise, { protocol: 'cas' })).url)).session
    scene.clock.offsetMs = 110 * 60_000
    expect((await touch(scene, short.id)).status).toBe(200)
    expect((await touch(scene, cas.id)).status).toBe(200)
    scene.clock.offsetMs = 125 * 60_000
    expect((await touch(scene, short.id)).status).toBe(404)
    expect((await touch(scene, cas.id)).status).toBe(200)
    scene.clock.offsetMs = 250 * 60_000
    expect((await touch(scene, cas.id)).status).toBe(404)
  })

  test('hears that the user lost the application', async () => {
    const of = await bind(scene)
    await grant(scene, of)
    const { session } = await exchange(scene, (await signIn(of)).url)
    await grant(scene, of, { flag: 0 })
    expect((await touch(scene, session.id)).body['access']).toBe('revoked')
  })

  test.each(['oauth', 'cas'])('ends here and at the auth centre, by %s', async (protocol) => {
    const { who, url } = await signIn(enterprise, { protocol })
    const { session } = await exchange(scene, url)
    const out = await who.open(scene.page('/logout'))
    expect(out.text).toContain('You are signed out')
    const path = protocol === 'cas' ? '/api/v1/cas/logout?service=' : '/api/v1/logout?redirect_url='
    const back = encodeURIComponent(scene.page('/signed-out'))
    expect(out.way[1]).toBe(`${scene.centre.url}${path}${back}`)
    expect([...who.cookies.keys()].filter((name) => !name.includes('browser'))).toEqual([])
    expect((await touch(scene, session.id)).status).toBe(404)
  })

  test('of a browser ends with its next login, and by its own address alone', async () => {
    const { who, url } = await signIn()
    const first = (await exchange(scene, url)).session
    await browser().open(scene.page(`/logout?session=${first.id}`, 'plain'))
    expect((await touch(scene, first.id)).status).toBe(200)
    const { session } = await exchange(scene, (await signIn(enterprise, { who })).url)
    expect((await touch(scene, first.id)).status).toBe(404)
    expect((await touch(scene, session.id)).status).toBe(200)
  })

  test('of another window is ended by its id', async () => {
    const { session } = await exchange(scene, (await signIn()).url)
    const out = await browser().open(scene.page(`/logout?session=${session.id}`))
    expect(out.text).toContain('You are signed out')
    expect((await touch(scene, session.id)).status).toBe(404)
    expect((await browser().open(scene.page('/logout'))).text).toContain('You are signed out')
  })
})

describe('pages and cookies', () => {
  const cookieOf = async (address: string) => {
    const { headers } = await fetch(scene.page('/login', address), { redirect: 'manual' })
    return { cookie: headers.get('set-cookie') ?? '', headers }
  }

  test('may be framed by the origins of the setting, with cookies that frames keep', async () => {
    const { cookie, headers } = await cookieOf('main')
    expect(cookie).toMatch(/HttpOnly; Secure; Partitioned; SameSite=None|Secure.*SameSite=None/)
    expect(cookie).toContain('Partitioned')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain('frame-ancestors https://workbench.example.com')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script|unsafe/)
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('are framed by nobody without it', async () => {
    for (const address of ['plain', 'off', 'nowhere']) {
      const { cookie, headers } = await cookieOf(address)
      expect(cookie).not.toContain('None')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
    }
  })

  test('say in both languages that nothing is set up', async () => {
    expect((await browser().open(scene.page('/login', 'off'))).text).toContain('not set up here')
    const chinese = await browser('zh-CN').open(scene.page('/login', 'off'))
    expect([chinese.status, chinese.text]).toMatchObject([
      404,
      expect.stringContaining('没有开启单点登录'),
    ])
  })

  test('use up no code for who only looks', async () => {
    const { headers } = await fetch(scene.page('/login'), { method: 'HEAD', redirect: 'manual' })
    expect(headers.get('set-cookie')).toBeNull()
  })
})

test('no token, name or code of a user is in the log, or in clear in the database', async () => {
  await signIn()
  const { db } = scene.service
  const rows = [
    await db.selectFrom('sso_logins').selectAll().execute(),
    await db.selectFrom('sso_sessions').selectAll().execute(),
    await db.selectFrom('sso_codes').selectAll().execute(),
  ]
  expect(rows[1]?.length).toBeGreaterThan(3)
  expect(JSON.stringify(rows)).not.toMatch(/张三|zhangsan/)
  expect(logged.join('')).toContain('client-refused')
  expect(logged.join('')).not.toMatch(/张三|zhangsan|code=|ticket=|access_token|ST-/)
})

test('what is over is forgotten, and of logins no more are kept than the limit says', async () => {
  const { db } = scene.service
  const count = async (table: 'sso_logins' | 'sso_sessions' | 'sso_codes') =>
    (await db.selectFrom(table).selectAll().execute()).length
  for (let begun = 0; begun < 5; begun++) await browser().open(scene.page('/login'))
  const [former, later] = [new Date(0), new Date(Date.now() + 60_000)]
  // Whoever opens the page again and again pushes nobody out who is at the auth centre.
  const begun = await count('sso_logins')
  await pruneLogins(db, { before: former, underWay: former, most: 3 })
  expect(await count('sso_logins')).toBe(begun)
  await pruneLogins(db, { before: former, underWay: later, most: 3 })
  expect(await count('sso_logins')).toBe(3)
  await pruneLogins(db, { before: former, underWay: later, most: 3 })
  expect(await count('sso_logins')).toBe(3)
  await pruneLogins(db, { before: later, underWay: former, most: 3 })
  expect(await count('sso_logins')).toBe(0)
  await signIn()
  await pruneCodes(db, new Date(0))
  expect(await count('sso_codes')).toBeGreaterThan(0)
  await pruneCodes(db, new Date(Date.now() + 61_000))
  expect(await count('sso_codes')).toBe(0)
  const before = await count('sso_sessions')
  const inThreeHours = new Date(Date.now() + 3 * 3600_000)
  expect(await pruneSessions(db, inThreeHours, 1_000)).toBeGreaterThan(0)
  expect(await count('sso_sessions')).toBeLessThan(before)
  expect(await count('sso_sessions')).toBeGreaterThan(0)
})
