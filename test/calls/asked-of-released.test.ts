import { expect, test } from 'vitest'
import type { Asked } from '../../src/calls/asks/ask-answer.ts'
import { afterAnswer } from '../../src/calls/asks/settle.ts'
import { release } from '../../src/domain/instance/life-cycle.ts'
import { fresh, now } from '../domain/instance/scene.ts'

const released = release(fresh, now)
const failed = (code: string): Asked => ({ outcome: 'failed', code, error: code, answer: null })
const tells = (asked: Asked) => afterAnswer(released, asked, now).events?.map(({ type }) => type)

const refusal = { code: '000106', reason: 'sold out' } as const
const appInfo = { frontEndUrl: 'https://app.example.com/' }

test.each<[string, Asked]>([
  ['has made the instance', { outcome: 'made', appInfo }],
  ['is still at it', { outcome: 'taken' }],
  ['was not heard in time', failed('timeout')],
  ['hung up', failed('reset')],
])('a product that %s hears of its release once more', (_what, asked) => {
  expect(tells(asked)).toEqual(['instance.released'])
})

test.each<[string, Asked]>([
  ['has refused the purchase', { outcome: 'refused', failure: refusal }],
  ['says that it has made nothing', failed('500')],
  ['does not know us', failed('404')],
  ['is not there', failed('no-webhook')],
  ['may not be called', failed('refused-address')],
  ['has no certificate that we trust', failed('tls')],
])('a product that %s has nothing to tear down, and hears nothing', (_what, asked) => {
  expect(tells(asked)).toBeUndefined()
})
