import { createLocalJWKSet, jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import { bindEnterprise } from '../../src/simulator/auth-centre/bind-enterprise.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { createScriptedStore } from '../../src/simulator/store/scripted-store.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { newId } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { tokenWith } from '../harness/tokens.ts'
import { manage } from '../management/client.ts'
import { nextOf, product } from './browser.ts'
import { appId, bind, exchange, grant, publicKey, tryExchange } from './scene.ts'
import { browser, enterprise, scene, signIn, useSignedIn } from './signed-in.ts'

useSignedIn()

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
