import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNoted } from '../../src/calls/noted.ts'
import { housekeeping } from '../../src/jobs/housekeeping.ts'
import { askForSession, sendAs, signIn } from '../harness/browser-session.ts'
import { type TestService, managementToken, newId, startService } from '../harness/service.ts'
import { scale } from '../harness/scale.ts'
import { newOrder } from '../harness/store.ts'
import { type TestToken, tokenWith } from '../harness/tokens.ts'
import { read } from './client.ts'

const hour = 3_600_000
// A clock that a test moves.
let now = new Date()
const later = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const logged: string[] = []
let service: TestService
let replica: TestService
beforeAll(async () => {
  const ports = { now: () => now }
  const limits = { tokenAttempts: 20, tokenHeldBackMs: 0, sessionsOfToken: 3 }
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  service = await startService({ ports, limits, log })
  replica = await startService({ ports, limits, databaseUrl: String(service.databaseUrl) })
})
afterAll(async () => {
  await replica.stop()
  await service.stop()
})

const statusOf = async (cookie: string, on = service) =>
  (await sendAs(on, cookie, '/session')).status

describe('a session', () => {
  it('stands for its token from the sign-in on, at every replica, until somebody signs out', async () => {
    const { tokenId, authorization } = await tokenWith(service, ['read', 'operate'], {
      name: 'night',
    })
    const { session, send, cookie } = await signIn(service, authorization)
    const expiresAt = new Date(now.getTime() + 24 * hour).toISOString()
    const scopes = ['read', 'operate']
    expect(session).toEqual({
      tokenId,
      tokenName: 'night',
      scopes,
      expiresAt,
      reasonRequired: false,
    })
    expect((await sendAs(replica, cookie, '/session')).body).toEqual(session)
    expect((await send('/instances')).status).toBe(200)
    const out = await send('/session', { method: 'DELETE' })
    expect(out.body).toEqual(session)
    expect(out.headers.getSetCookie()).toEqual([
      '__Host-koogate-session=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0',
    ])
    expect(await statusOf(cookie)).toBe(401)
    expect(await statusOf(cookie, replica)).toBe(401)
    expect((await send('/session', { method: 'DELETE' })).status).toBe(401)
  })

  it('has a cookie that no script reads, that goes over https alone and from no other site', async () => {
    const { setCookie } = await signIn(service)
    expect(setCookie).toMatch(
      /^__Host-koogate-session=kgs_[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    )
  })

  it('is kept as a hash: neither the database nor the log has its cookie', async () => {
    const { cookie, send } = await signIn(service)
    await send('/instances')
    await send('/session', { method: 'DELETE' })
    await send('/instances')
    const secret = cookie.split('=')[1] ?? ''
    const rows = await service.db.selectFrom('console_sessions').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(logged.join('')).toContain('a management session was refused')
    expect(logged.join('')).not.toContain(secret)
  })

  it('may what its token may, and no more', async () => {
    const { authorization } = await tokenWith(service, ['read'])
    const { send } = await signIn(service, authorization)
    const refused = await send('/tokens')
    expect(refused.status).toBe(403)
    expect(refused.body['detail']).toBe('The token lacks the scope admin, which listTokens needs.')
  })

  it('is felt at once at every replica when what its token may changes', async () => {
    const { tokenId, authorization } = await tokenWith(service, ['read', 'admin'])
    const { cookie } = await signIn(service, authorization)
    const tokens = () => sendAs(replica, cookie, '/tokens')
    expect((await tokens()).status).toBe(200)
    const ofToken = service.db.updateTable('tokens').where('id', '=', tokenId)
    await ofToken.set({ scopes: ['read'] }).execute()
    expect((await tokens()).status).toBe(403)
    const expiresAt = new Date(now.getTime() + hour)
    await ofToken.set({ expires_at: expiresAt }).execute()
    expect((await sendAs(replica, cookie, '/session')).body['expiresAt']).toBe(
      expiresAt.toISOString(),
    )
    await ofToken.set({ expires_at: now }).execute()
    expect(await statusOf(cookie, replica)).toBe(401)
  })

  it('ends with its token', async () => {
    const { tokenId, authorization } = await tokenWith(service, ['read'])
    const { cookie } = await signIn(service, authorization)
    expect(await statusOf(cookie, replica)).toBe(200)
    await read(service, 'Token', `/tokens/${tokenId}`, { method: 'DELETE' })
    expect(await statusOf(cookie, replica)).toBe(401)
  })

  it('of the token of the settings ends where that is another one', async () => {
    const { cookie } = await signIn(service)
    const settings = { KOOGATE_MANAGEMENT_TOKEN: 'another-management-token-for-tests' }
    const databaseUrl = String(service.databaseUrl)
    const changed = await startService({ databaseUrl, settings, ports: { now: () => now } })
    try {
      expect(await statusOf(cookie, changed)).toBe(401)
      expect(await statusOf(cookie)).toBe(200)
    } finally {
      await changed.stop()
    }
  })

  it('ends after 24 hours however busy it is', async () => {
    const { cookie } = await signIn(service)
    for (let passed = 0; passed < 23; passed++) {
      later(hour)
      expect(await statusOf(cookie)).toBe(200)
    }
    later(hour - 1)
    expect(await statusOf(cookie)).toBe(200)
    later(1)
    expect(await statusOf(cookie)).toBe(401)
  })

  it('ends after 8 hours without a request', async () => {
    const { cookie } = await signIn(service)
    later(8 * hour - 1)
    expect(await statusOf(cookie)).toBe(200)
    later(8 * hour - 1)
    expect(await statusOf(cookie, replica)).toBe(200)
    later(8 * hour)
    expect(await statusOf(cookie)).toBe(401)
  })

  it('has its use written once a minute, and shows it as one of its token', async () => {
    const { tokenId, authorization } = await tokenWith(service, ['read'])
    const { cookie } = await signIn(service, authorization)
    const lastUse = async () => {
      const { items } = await read(service, 'TokenList', '/tokens?limit=200')
      return items.find((token) => token.tokenId === tokenId)?.lastUsedAt
    }
    const signedInAt = now.toISOString()
    later(59_000)
    await statusOf(cookie)
    expect(await lastUse()).toBe(signedInAt)
    later(2_000)
    await statusOf(cookie, replica)
    expect(await lastUse()).toBe(now.toISOString())
  })

  it('is found without a scan, together with its token', async () => {
    const { rows } = await explainedLookup(service)
    expect(rows).toMatch(/console_sessions_pkey/)
    expect(rows).toMatch(/tokens_pkey/)
    expect(rows).not.toMatch(/Seq Scan/)
  })
})

describe('signing in', () => {
  it('takes a token alone: no session makes another one', async () => {
    const { send } = await signIn(service)
    const answer = await send('/session', { method: 'POST' })
    expect(answer.status).toBe(403)
    expect(answer.body['detail']).toBe('createSession takes no session, but a token.')
  })

  it('gives a cookie of its own making and ends the one that the browser had (fixation)', async () => {
    const { cookie: before } = await signIn(service)
    const { authorization } = await tokenWith(service, ['read'])
    const { cookie } = await signIn(service, authorization, { cookie: before })
    expect(cookie).not.toBe(before)
    expect(await statusOf(before)).toBe(401)
    expect(await statusOf(cookie)).toBe(200)
    const planted = `__Host-koogate-session=kgs_${'A'.repeat(43)}`
    const own = await signIn(service, authorization, { cookie: planted })
    expect(own.cookie).not.toBe(planted)
    expect(await statusOf(planted)).toBe(401)
  })

  it('keeps so many sessions of a token: one more ends the one unused for longest', async () => {
    const { authorization } = await tokenWith(service, ['read'])
    const { cookie: other } = await signIn(service)
    const cookies: string[] = []
    for (let made = 0; made < 3; made++) {
      cookies.push((await signIn(service, authorization)).cookie)
      later(120_000)
    }
    const [first = '', second = '', third = ''] = cookies
    expect(await statusOf(first)).toBe(200)
    const { cookie: fourth } = await signIn(service, authorization)
    expect(await statusOf(second)).toBe(401)
    for (const cookie of [first, third, fourth, other]) expect(await statusOf(cookie)).toBe(200)
  })

  it('with wrong tokens is slowed down like every other try, and makes no session', async () => {
    const before = await sessionCount(service)
    const tries = scale.wrongSignIns
    const statuses: number[] = []
    for (let n = 0; n < tries; n++) {
      const wrong = `Bearer kgt_${String(n).padStart(43, 'B')}`
      statuses.push((await askForSession(service, wrong)).status)
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(tries - 20)
    expect(await sessionCount(service)).toBe(before)
    later(30_000)
  })

  it('is not hindered by a tab whose session has ended', async () => {
    const ended = `__Host-koogate-session=kgs_${'C'.repeat(43)}`
    const statuses: number[] = []
    for (let n = 0; n < 30; n++) statuses.push(await statusOf(ended, replica))
    expect(statuses).toContain(429)
    const fresh = await tokenWith(replica, ['read'])
    expect((await askForSession(replica, fresh.authorization)).status).toBe(200)
  })
})

describe('the session of a request', () => {
  it('does not count where a token is sent too, be it a wrong one', async () => {
    const { cookie } = await signIn(service)
    const { authorization } = await tokenWith(service, ['read'])
    const by = (header: string, path: string) =>
      sendAs(service, cookie, path, { headers: { authorization: header } })
    expect((await by(authorization, '/tokens')).status).toBe(403)
    expect((await by(`Bearer ${managementToken}x`, '/instances')).status).toBe(401)
    expect((await by(authorization, '/session')).body['detail']).toBe(
      'getSession takes no token, but a session.',
    )
  })

  it('counts beside an Authorization of another scheme, as a proxy has it', async () => {
    const { send } = await signIn(service)
    const headers = { authorization: 'Basic b3BzOm9wcw==' }
    expect((await send('/session', { headers })).status).toBe(200)
  })

  it.each([
    ['none', 'other=1'],
    ['an empty one', '__Host-koogate-session='],
    ['one of another form', '__Host-koogate-session=kgt_x'],
    ['one under a name that other hosts may set', 'koogate-session=$'],
    ['two of them, the second tossed in', '__Host-koogate-session=$; __Host-koogate-session=x'],
    ['two of them, the first tossed in', '__Host-koogate-session=x; __Host-koogate-session=$'],
    ['one that is longer', '__Host-koogate-session=$$'],
    ['one of 60 kB', `__Host-koogate-session=${'x'.repeat(60_000)}`],
  ])('is asked for when the cookie header holds %s', async (_what, template) => {
    const { cookie } = await signIn(service)
    const secret = cookie.split('=')[1] ?? ''
    const header = template.replaceAll('$', () => secret)
    const answer = await sendAs(service, header, '/session')
    expect(answer.status).toBe(401)
    expect(answer.body['detail']).toContain('needed')
  })

  it('is found among the cookies of others', async () => {
    const { cookie } = await signIn(service)
    expect(await statusOf(`a=1;${cookie};b="2;3"; c`)).toBe(200)
  })

  it.each(['reportUsage', 'exchangeSsoCode'])(
    'does not open %s, which a product calls',
    async (id) => {
      const { send } = await signIn(service)
      const path = id === 'reportUsage' ? '/usage' : '/sso/exchange'
      const answer = await send(path, { method: 'POST', body: {} })
      expect(answer.status).toBe(403)
      expect(answer.body['detail']).toBe(`${id} takes no session, but a token.`)
    },
  )

  it('has Idempotency-Keys with its token in common, and with nobody else', async () => {
    const one = await tokenWith(service, ['operate'])
    const other = await tokenWith(service, ['operate'])
    const importAs = async ({ authorization }: TestToken) => {
      const { send } = await signIn(service, authorization)
      const sold = { instanceId: newId('sold'), family: 'saas-v2', status: 'active' }
      const headers = { 'idempotency-key': 'of-a-page' }
      const body = { ...sold, ...newOrder() }
      return (await send('/instances', { method: 'POST', body, headers })).status
    }
    expect(await importAs(one)).toBe(200)
    expect(await importAs(one)).toBe(422)
    expect(await importAs(other)).toBe(200)
  })
})

describe('sessions that have ended', () => {
  it('are swept up by the housekeeping, and no others', async () => {
    const { cookie: old } = await signIn(service)
    later(24 * hour)
    const { cookie } = await signIn(service)
    const jobs = housekeeping(service.app.services, createNoted())
    const job = jobs.find(({ name }) => name === 'prune-console-sessions')
    await job?.run(new AbortController().signal)
    expect(await sessionCount(service)).toBe(1)
    expect(await statusOf(old)).toBe(401)
    expect(await statusOf(cookie)).toBe(200)
  })
})

async function sessionCount({ db }: TestService) {
  return (await db.selectFrom('console_sessions').select('hash').execute()).length
}

function explainedLookup({ db }: TestService) {
  return db.connection().execute(async (connection) => {
    await sql`set enable_seqscan = off`.execute(connection)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain
      select s.*, t.name from console_sessions s left join tokens t on t.id = s.token_id
      where s.hash = 'x'`.execute(connection)
    await sql`reset enable_seqscan`.execute(connection)
    return { rows: rows.map((row) => row['QUERY PLAN']).join('\n') }
  })
}
