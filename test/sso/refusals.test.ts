import { describe, expect, test } from 'vitest'
import { newId } from '../harness/service.ts'
import { product } from './browser.ts'
import { type Enterprise, appId, bind } from './scene.ts'
import { browser, enterprise, logged, scene, signIn, useSignedIn } from './signed-in.ts'

useSignedIn()

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

test('no token, name or code of a user is in the log, or in clear in the database', async () => {
  for (let times = 0; times < 4; times += 1) await signIn()
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
