import { describe, expect, test } from 'vitest'
import { readAnswer, readCheck } from '../../src/calls/asks/ask-answer.ts'

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

  test.each([201, 204, 301, 500, 503])('is a failed attempt: status %s', (status) => {
    expect(readAnswer(kind, { status, body: '{}' }).outcome).toBe('failed')
  })
})

test.each([...noJson, ...misfits])('a check that is answered with %j says nothing', (body) => {
  expect(readCheck({ status: 200, body })).toBeUndefined()
})

test('a change is applied by any success, and by nothing else', () => {
  expect(readAnswer('apply-change', { status: 204, body: '' })).toEqual({ outcome: 'applied' })
  expect(readAnswer('apply-change', { status: 401, body: '' }).outcome).toBe('failed')
})
