import { expect, test } from 'vitest'
import { faultText } from '../../src/conform/fault-text.ts'
import type { HttpAnswer, HttpResult } from '../../src/simulator/calls/sender.ts'
import { checkAnswer, type Check } from '../../src/simulator/checks/check-answer.ts'

const key = 'key-of-the-test'

function answered(body: unknown, more: Partial<HttpAnswer> = {}): HttpResult {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const own = { status: 200, contentType: 'application/json', rawHeaders: [], milliseconds: 1 }
  return { kind: 'answer', ...own, bytes: Buffer.from(text), text, ...more }
}

const success = { resultCode: '000000', resultMsg: 'success.' }
const purchased = { ...success, instanceId: 'i-1', appInfo: { frontEndUrl: 'https://a.example' } }

const wrong: readonly HttpResult[] = [
  { kind: 'unreachable', reason: 'ECONNREFUSED', milliseconds: 1 },
  { kind: 'silence', milliseconds: 20_000 },
  answered(purchased, { status: 404 }),
  answered(purchased, { contentType: 'text/plain' }),
  answered(purchased, { contentType: '' }),
  answered('<html>'),
  answered({ resultCode: '000000' }),
  answered({ ...purchased, resultCode: '000005' }),
  answered({ ...purchased, appInfo: 'none' }),
  answered({ ...purchased, instanceId: {} }),
  answered(success),
  answered({ ...purchased, appInfo: { frontEndUrl: 'x'.repeat(513) } }),
  answered(purchased, { rawHeaders: ['body-sign', 'x'] }),
  answered(purchased, { rawHeaders: ['Body-Sign', 'x'] }),
  answered(purchased, {
    rawHeaders: ['Body-Sign', 'sign_type="HMAC-SHA256", signature="of another body"'],
  }),
]

const asked = { generation: 'saasV1', activity: 'newInstance', key, accepts: ['000000'] } as const
const checks: readonly Check[] = Array.from(
  { length: 9 },
  (_, at): Check => `DBG-${at + 1}` as Check,
)

test('whatever the checks of the debugger find is told in Chinese too', () => {
  const faults = wrong.flatMap((http) => checkAnswer(http, asked).faults)
  expect(new Set(faults.map(({ check }) => check))).toEqual(new Set(checks))
  const untold = faults.map(({ message }) => faultText(message)).filter(({ en, zh }) => en === zh)
  expect(untold).toEqual([])
})
