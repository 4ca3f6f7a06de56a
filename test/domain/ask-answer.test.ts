import { describe, expect, test } from 'vitest'
import { readAnswer, readCheck, withoutAnswer } from '../../src/calls/asks/ask-answer.ts'
import { afterAnswer } from '../../src/calls/asks/settle.ts'
import { PostError } from '../../src/webhooks/post-signed.ts'
import { now, ready } from './instance/scene.ts'

const noJson = ['', 'ok', '<html>not found</html>', '{"frontEndUrl":']
const misfits = ['null', '[]', '{}', '"ok"', '5', '{"code":"000999","reason":"odd"}']
const kinds = ['provision', 'make-license'] as const
const statuses = [200, 401, 404, 409]

describe.each(kinds)('an answer to the ask %s that does not fit the contract', (kind) => {
  test.each(statuses.flatMap((status) => [...noJson, ...misfits].map((body) => [status, body])))(
    'is a failed attempt: %s with %j',
    (status, body) => {
      const answer = { status: Number(status), body: String(body) }
      expect(readAnswer(kind, answer)).toMatchObject({
        outcome: 'failed',
        code: String(status),
        error: expect.stringContaining(`HTTP ${status}`) as string,
        answer: body === '' ? null : body,
      })
    },
  )

  // Whatever comes with it: an entrance, a license, a refusal.
  const answer = { frontEndUrl: 'https://a.example', text: 'LIC', code: '000106', reason: 'no' }
  test.each([201, 204, 301, 399, 500, 503])('is a failed attempt: status %s', (status) => {
    expect(answered(kind, answer, status).outcome).toBe('failed')
  })
})

const frontEndUrl = 'https://app.example.com/t/1'
const all = {
  adminUrl: 'https://app.example.com/admin',
  userName: 'anna',
  password: 'p',
  memo: 'm',
}
const answered = (kind: (typeof kinds)[number], body: unknown, status = 200) =>
  readAnswer(kind, { status, body: JSON.stringify(body) })

test('an entrance has what the product told of it, and nothing for what it left empty', () => {
  const appInfo = { frontEndUrl, ...all }
  expect(answered('provision', { ...appInfo, more: 1 })).toEqual({ outcome: 'made', appInfo })
  const bare = { frontEndUrl, adminUrl: null, userName: '', password: 'a\0b' }
  expect(answered('provision', bare)).toEqual({
    ...{ outcome: 'made', appInfo: { frontEndUrl, password: 'a\uFFFDb' } },
  })
})

test('a license is a text or a file', () => {
  expect(answered('make-license', { text: 'LIC' })).toEqual({
    ...{ outcome: 'licensed', content: { text: 'LIC' } },
  })
  expect(answered('make-license', { fileName: 'a.lic', base64: 'TElD' })).toEqual({
    ...{ outcome: 'licensed', content: { fileName: 'a.lic', bytes: Buffer.from('LIC') } },
  })
})

test.each([400, 409, 499])(
  '%s with a code of the contract is a refusal, each ask has its own',
  (status) => {
    const [soldOut, usedUp] = [
      { code: '000106', reason: 'sold out' },
      { code: '000900', reason: 'used up' },
    ]
    const refused = (failure: object) => ({ outcome: 'refused', failure })
    expect(answered('provision', soldOut, status)).toEqual(refused(soldOut))
    expect(answered('make-license', usedUp, status)).toEqual(refused(usedUp))
    expect(answered('provision', usedUp, status).outcome).toBe('failed')
  },
)

test('202 is taken, whatever comes with it', () => {
  for (const kind of kinds) expect(answered(kind, null, 202)).toEqual({ outcome: 'taken' })
})

test('a check says what was answered with 200, and nothing with another status', () => {
  const body = JSON.stringify({ allowed: false, reason: 'too many users' })
  expect(readCheck({ status: 200, body })).toEqual({ allowed: false, reason: 'too many users' })
  expect(readCheck({ status: 201, body })).toBeUndefined()
})

test('only what kept an answer away is one that was not given', () => {
  const away = new PostError('timeout', 'no answer within 5 s')
  expect(withoutAnswer(away)).toEqual({
    ...{ outcome: 'failed', code: 'timeout', error: 'no answer within 5 s', answer: null },
  })
  const fault = new Error('a fault of ours')
  expect(() => withoutAnswer(fault)).toThrow(fault)
})

test.each(['no-webhook', 'refused-address', 'tls', '404', '500'])(
  'a released instance is told once more as released, but not after %s: then the product has made nothing',
  (code) => {
    const released = { ...ready, phase: 'released' } as const
    const attempt = { error: '', answer: null }
    const eventsAfter = (failed: string) =>
      afterAnswer(released, { outcome: 'failed', code: failed, ...attempt }, now).events
    expect(eventsAfter(code)).toBeUndefined()
    const told = { type: 'instance.released', orderId: released.orderId }
    for (const unclear of ['timeout', 'connection', '302']) {
      expect(eventsAfter(unclear)).toEqual([told])
    }
  },
)

test('what comes for an instance that is in use changes nothing of it', () => {
  const failure = { code: '000106', reason: 'sold out' } as const
  for (const late of [
    { outcome: 'refused', failure },
    { outcome: 'made', appInfo: { frontEndUrl } },
  ] as const) {
    expect(afterAnswer(ready, late, now)).toEqual({ instance: ready })
  }
})

test.each([...noJson, ...misfits])('a check that is answered with %j says nothing', (body) => {
  expect(readCheck({ status: 200, body })).toBeUndefined()
})

test('a change is applied by any success, and by nothing else', () => {
  expect(readAnswer('apply-change', { status: 204, body: '' })).toEqual({ outcome: 'applied' })
  for (const status of [199, 300, 401]) {
    expect(readAnswer('apply-change', { status, body: '' }).outcome).toBe('failed')
  }
})
