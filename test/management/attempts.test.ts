import { connect } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAuthenticate } from '../../src/http/management/authenticate.ts'
import { sourceOf } from '../../src/http/management/source.ts'
import { Problem } from '../../src/management/problem.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { type TestService, managementToken, startService } from '../harness/service.ts'
import { tokenWith } from '../harness/tokens.ts'
import { manage } from './client.ts'

const attempts = 3
const everyMs = 10_000
const heldBackMs = 200
const limits = {
  tokenAttempts: attempts,
  tokenAttemptEveryMs: everyMs,
  tokenHeldBackMs: heldBackMs,
  tokenSources: 50,
}
let service: TestService
beforeAll(async () => {
  service = await startService({ limits })
})
afterAll(() => service.stop())

interface Line {
  readonly level: number
  readonly msg: string
  readonly source: string
  readonly reason: string
  readonly passedOver: number
}

/** What authenticates, with its own memory, clock and log. */
function createDoor() {
  const lines: Line[] = []
  const text: string[] = []
  const counted: string[] = []
  let now = new Date()
  const log = pino(
    {},
    {
      write(line: string) {
        text.push(line)
        lines.push(JSON.parse(line) as Line)
      },
    },
  )
  const authenticate = createAuthenticate({
    token: managementToken,
    services: { ...service.app.services, log, now: () => now },
    metrics: { managementRefused: (reason) => void counted.push(reason) },
  })
  /** The status that a token gets from a source: 200 if it holds. */
  const tried = async (token: string, remoteAddress = '192.0.2.1') => {
    const request = { headers: { authorization: `Bearer ${token}` }, socket: { remoteAddress } }
    try {
      await authenticate(request as never)
      return 200
    } catch (error) {
      if (error instanceof Problem) return error.status
      throw error
    }
  }
  const later = (ms: number) => (now = new Date(now.getTime() + ms))
  return { tried, later, lines, text, counted }
}

let door: ReturnType<typeof createDoor>
beforeEach(() => {
  door = createDoor()
})

const wrong = (n = 0) => `kgt_${String(n).padStart(43, 'A')}`

/** Tries so many wrong tokens, one after the other. */
async function guess(count: number, source?: string): Promise<number[]> {
  const statuses: number[] = []
  for (let n = 0; n < count; n++) statuses.push(await door.tried(wrong(n), source))
  return statuses
}

describe('a wrong token', () => {
  it('is logged as a warning with its source, counted, and never told', async () => {
    expect(await guess(1, '::ffff:192.0.2.7')).toEqual([401])
    expect(door.lines).toMatchObject([
      { level: 40, msg: 'a management token was refused', source: '192.0.2.7', reason: 'wrong' },
    ])
    expect(door.counted).toEqual(['wrong'])
    expect(door.text.join('')).not.toContain('AAAA')
  })

  it('is not looked at any more after so many from one source, whatever it is', async () => {
    expect(await guess(attempts)).toEqual([401, 401, 401])
    const { token } = await tokenWith(service, ['read'])
    for (const guessed of [wrong(), 'short', token, managementToken]) {
      expect(await door.tried(guessed)).toBe(429)
    }
    expect(door.counted.filter((reason) => reason === 'slowed')).toHaveLength(4)
  })

  it('costs one line of the log for each that was looked at, which tells of the others', async () => {
    await guess(attempts + 5)
    expect(door.lines).toHaveLength(attempts)
    door.later(everyMs)
    expect(await guess(1)).toEqual([401])
    expect(door.lines.at(-1)).toMatchObject({ passedOver: 5 })
  })

  it('is looked at again once a while has passed, one for each while', async () => {
    await guess(attempts)
    door.later(everyMs - 1)
    expect(await door.tried(managementToken)).toBe(429)
    door.later(1)
    expect(await guess(2)).toEqual([401, 429])
    door.later(everyMs)
    expect(await door.tried(managementToken)).toBe(200)
  })

  it('slows nobody at another source', async () => {
    await guess(attempts + 1)
    expect(await door.tried(managementToken, '192.0.2.2')).toBe(200)
    expect(await guess(1, '192.0.2.3')).toEqual([401])
  })

  it('holds up nobody whose token was right from there before', async () => {
    const { token, tokenId } = await tokenWith(service, ['read'])
    for (const right of [token, managementToken]) expect(await door.tried(right)).toBe(200)
    await guess(attempts + 5)
    for (let n = 0; n < 10; n++) {
      for (const right of [token, managementToken]) expect(await door.tried(right)).toBe(200)
    }
    await manage(service, `/tokens/${tokenId}`, { method: 'DELETE' })
    expect(await door.tried(token)).toBe(401)
    expect(await door.tried(token)).toBe(429)
  })

  it('is what counts, and not a right one that was never tried from there', async () => {
    for (let n = 0; n < 2 * attempts; n++) {
      const { token } = await tokenWith(service, ['read'])
      expect(await door.tried(token)).toBe(200)
    }
    expect(await guess(attempts + 1)).toEqual([401, 401, 401, 429])
  })

  it('of an expired token is told as that in the log, not in the answer', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    const { token } = await tokenWith(service, ['read'], { expiresAt })
    door.later(120_000)
    expect(await door.tried(token)).toBe(401)
    expect(door.lines).toMatchObject([{ reason: 'expired' }])
    expect(door.counted).toEqual(['expired'])
  })

  it('is forgotten with its source when too many others came since: the memory is bounded', async () => {
    await guess(attempts + 1)
    for (let n = 0; n < limits.tokenSources; n++) await guess(1, `198.51.100.${n}`)
    expect(await guess(1)).toEqual([401])
  })
})

it('a request without a token is no attempt: it is counted, and neither logged nor slowed', async () => {
  for (let n = 0; n < 2 * attempts; n++) expect(await door.tried('')).toBe(401)
  expect(door.lines).toEqual([])
  expect(new Set(door.counted)).toEqual(new Set(['missing']))
  expect(await door.tried(managementToken)).toBe(200)
})

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('of the peer %s the source is %s', (peer, source) => {
  expect(sourceOf(peer)).toBe(source)
})

describe('the service', () => {
  it('answers 429 with Retry-After, held back, counts all, and serves a right token meanwhile', async () => {
    const own = `Bearer ${managementToken}`
    const ask = (authorization: string) => manage(service, '/keys', { authorization })
    expect((await ask(own)).status).toBe(200)
    const statuses = []
    for (let n = 0; n < attempts; n++) statuses.push((await ask(`Bearer ${wrong(n)}`)).status)
    expect(statuses).toEqual([401, 401, 401])
    const begun = performance.now()
    const slowed = await ask(`Bearer ${wrong()}`)
    expect(performance.now() - begun).toBeGreaterThanOrEqual(heldBackMs - 1)
    expect(slowed.status).toBe(429)
    expect(slowed.headers.get('retry-after')).toBe(String(everyMs / 1_000))
    expect((await ask(own)).status).toBe(200)
    const { authorization } = await tokenWith(service, ['usage'])
    expect((await ask(authorization)).status).toBe(429)
    const { text } = await sendTo(service, '/metrics')
    expect(text).toContain('koogate_management_refusals_total{reason="wrong"} 3')
    expect(text).toContain('koogate_management_refusals_total{reason="slowed"} 2')
  })

  it('is not kept busy by callers who hang up while they are held back', async () => {
    const { hostname, port } = new URL(service.url)
    const head = `GET /api/v1/keys HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${wrong()}\r\n\r\n`
    await Promise.all(
      Array.from({ length: 150 }, async () => {
        const socket = connect(Number(port), hostname)
        await new Promise((resolve) => socket.write(head, resolve))
        socket.destroy()
      }),
    )
    expect((await manage(service, '/keys')).status).toBe(200)
  })
})
