import { describe, expect, test } from 'vitest'
import { pruneLogins } from '../../src/db/sso/logins.ts'
import { pruneCodes, pruneSessions } from '../../src/db/sso/sessions.ts'
import { bind, exchange, grant, touch } from './scene.ts'
import { browser, enterprise, scene, signIn, useSignedIn } from './signed-in.ts'

useSignedIn()

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

  test('whose token is said to end in 0 seconds, as nothing said, lasts for the usual two hours', async () => {
    Object.assign(scene.centre.oddities, { refreshToken: false, toldSeconds: 0 })
    const { session } = await exchange(scene, (await signIn()).url)
    scene.clock.offsetMs = 110 * 60_000
    expect((await touch(scene, session.id)).status).toBe(200)
    scene.clock.offsetMs = 125 * 60_000
    expect((await touch(scene, session.id)).status).toBe(404)
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
