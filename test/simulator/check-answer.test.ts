import { describe, expect, it } from 'vitest'
import { checkAnswer, type CheckedCall } from '../../src/simulator/checks/check-answer.ts'
import { acceptedCodes } from '../../src/simulator/calls/result-codes.ts'
import type { HttpResult } from '../../src/simulator/calls/sender.ts'

type Members = Readonly<Record<string, unknown>>
type Answered = Extract<HttpResult, { kind: 'answer' }>

const envelope = { resultCode: '000000', resultMsg: 'success.' }
const instanceId = '10e758d0-31ad-4c4b-8f1b-81d03469a10e'
const appInfo = { frontEndUrl: 'https://app.example.com/t/1', memo: '说明' }
const usage = { usageValue: 12.5, statisticalTime: '20251118073000000' }
const info = [{ instanceId, appInfo, usageInfo: [usage] }]

function answered(body: unknown, tampered: Partial<Answered> = {}): HttpResult {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const bytes = Buffer.from(text)
  const right = { status: 200, contentType: 'application/json', text, milliseconds: 20 }
  return { kind: 'answer', ...right, bytes, rawHeaders: [], ...tampered }
}

function asked(
  activity: CheckedCall['activity'],
  how: { test?: boolean; polling?: boolean } = {},
): CheckedCall {
  const generation = activity === 'orderNotify' ? 'orders' : 'saasV2'
  return { generation, activity, key: 'k', accepts: acceptedCodes({ generation, activity }, how) }
}

const purchase = (tampered: Members = {}) => answered({ ...envelope, instanceId, ...tampered })
const query = (tampered: Members = {}) => answered({ ...envelope, info, ...tampered })
const entry = (tampered: Members) => query({ info: [{ ...info[0], ...tampered }] })

describe('a right answer passes', () => {
  it.each<[string, HttpResult, CheckedCall]>([
    ['a purchase', purchase(), asked('newInstance')],
    ['a test purchase', purchase(), asked('newInstance', { test: true })],
    ['a purchase under way', purchase({ resultCode: '000004' }), asked('newInstance')],
    ['a query', query(), asked('queryInstance')],
    ['a query without usage', entry({ usageInfo: null }), asked('queryInstance')],
    [
      'a poll under way',
      answered({ ...envelope, resultCode: '000004' }),
      asked('queryInstance', { polling: true }),
    ],
    ['a renewal', answered(envelope), asked('refreshInstance')],
    ['an order notification', answered(envelope), asked('orderNotify')],
    ['unknown members', purchase({ encryptType: '1', more: { deep: [] } }), asked('newInstance')],
    ['members that are null', purchase({ info: null }), asked('newInstance')],
    [
      'a content type with a charset',
      answered(envelope, { contentType: 'Application/JSON; charset=utf-8' }),
      asked('releaseInstance'),
    ],
    [
      'a number written as a text',
      entry({ usageInfo: [{ ...usage, usageValue: '12.5' }] }),
      asked('queryInstance'),
    ],
    ['a text written as a number', purchase({ instanceId: 12 }), asked('newInstance')],
    ['the longest texts', purchase({ instanceId: 'i'.repeat(64) }), asked('newInstance')],
    [
      'an answer at the last moment',
      answered(envelope, { milliseconds: 5000 }),
      asked('upgradeInstance'),
    ],
  ])('%s', (_name, came, question) => {
    expect(checkAnswer(came, question)).toEqual({ passed: true, faults: [] })
  })
})

describe('one thing tampered is one fault', () => {
  it.each<[string, string, HttpResult, CheckedCall]>([
    [
      'DBG-1',
      'ECONNREFUSED',
      { kind: 'unreachable', reason: 'ECONNREFUSED', milliseconds: 2 },
      asked('newInstance'),
    ],
    ['DBG-2', 'within 5 s', { kind: 'silence', milliseconds: 5001 }, asked('newInstance')],
    ['DBG-2', 'within 5 s', answered(envelope, { milliseconds: 5001 }), asked('releaseInstance')],
    ['DBG-3', 'status is 500', answered(envelope, { status: 500 }), asked('releaseInstance')],
    ['DBG-3', 'status is 201', answered(envelope, { status: 201 }), asked('releaseInstance')],
    [
      'DBG-4',
      'text/html',
      answered(envelope, { contentType: 'text/html' }),
      asked('releaseInstance'),
    ],
    ['DBG-4', 'is missing', answered(envelope, { contentType: '' }), asked('releaseInstance')],
    [
      'DBG-4',
      'json-patch',
      answered(envelope, { contentType: 'application/json-patch+json' }),
      asked('releaseInstance'),
    ],
    ['DBG-5', 'not a JSON object', answered('<html>'), asked('releaseInstance')],
    ['DBG-5', 'not a JSON object', answered(''), asked('releaseInstance')],
    ['DBG-5', 'not a JSON object', answered([envelope]), asked('releaseInstance')],
    ['DBG-5', 'not a JSON object', answered('null'), asked('releaseInstance')],
    ['DBG-5', 'resultMsg is missing', answered({ resultCode: '000000' }), asked('releaseInstance')],
    [
      'DBG-5',
      'resultMsg is missing',
      answered({ ...envelope, resultMsg: null }),
      asked('releaseInstance'),
    ],
    [
      'DBG-5',
      'resultCode is missing',
      answered({ resultMsg: 'success.' }),
      asked('releaseInstance'),
    ],
    ['DBG-5', 'info is not a list', query({ info: info[0] }), asked('queryInstance')],
    [
      'DBG-5',
      'info[0].appInfo is not an object',
      entry({ appInfo: 'https://a' }),
      asked('queryInstance'),
    ],
    [
      'DBG-5',
      'info[0].usageInfo[0].usageValue is not a number',
      entry({ usageInfo: [{ ...usage, usageValue: 'much' }] }),
      asked('queryInstance'),
    ],
    [
      'DBG-5',
      'resultMsg is not a text',
      answered({ ...envelope, resultMsg: ['m'] }),
      asked('upgradeInstance'),
    ],
    [
      'DBG-6',
      'resultCode is 000005',
      answered({ ...envelope, resultCode: '000005' }),
      asked('releaseInstance'),
    ],
    [
      'DBG-6',
      'resultCode is 0,',
      answered({ ...envelope, resultCode: 0 }),
      asked('releaseInstance'),
    ],
    [
      'DBG-6',
      'resultCode is 000004',
      answered({ ...envelope, resultCode: '000004' }),
      asked('refreshInstance'),
    ],
    [
      'DBG-6',
      'resultCode is 000004',
      purchase({ resultCode: '000004' }),
      asked('newInstance', { test: true }),
    ],
    ['DBG-6', 'resultCode is 000004', query({ resultCode: '000004' }), asked('queryInstance')],
    ['DBG-7', 'instanceId is missing', purchase({ instanceId: undefined }), asked('newInstance')],
    ['DBG-7', 'instanceId is missing', purchase({ instanceId: '' }), asked('newInstance')],
    [
      'DBG-7',
      'instanceId is missing',
      purchase({ instanceId: null, resultCode: '000004' }),
      asked('newInstance'),
    ],
    ['DBG-7', 'info is missing', query({ info: undefined }), asked('queryInstance')],
    ['DBG-7', 'info is missing', query({ info: [] }), asked('queryInstance')],
    [
      'DBG-7',
      'info[0].instanceId is missing',
      entry({ instanceId: undefined }),
      asked('queryInstance'),
    ],
    [
      'DBG-7',
      'info[0].appInfo.frontEndUrl is missing',
      entry({ appInfo: undefined }),
      asked('queryInstance'),
    ],
    [
      'DBG-7',
      'info[0].appInfo.frontEndUrl is missing',
      entry({ appInfo: { memo: 'm' } }),
      asked('queryInstance'),
    ],
    [
      'DBG-7',
      'info[0].usageInfo[0].usageValue is missing',
      entry({ usageInfo: [{ ...usage, usageValue: null }] }),
      asked('queryInstance'),
    ],
    [
      'DBG-7',
      'info[0].usageInfo[0].statisticalTime is missing',
      entry({ usageInfo: [{ usageValue: 0 }] }),
      asked('queryInstance'),
    ],
    [
      'DBG-8',
      'resultMsg has 256 characters, at most 255',
      answered({ ...envelope, resultMsg: 'm'.repeat(256) }),
      asked('releaseInstance'),
    ],
    [
      'DBG-8',
      'resultMsg has 256 characters, at most 255',
      answered({ ...envelope, resultMsg: '😀'.repeat(128) }),
      asked('releaseInstance'),
    ],
    [
      'DBG-8',
      'instanceId has 65 characters, at most 64',
      purchase({ instanceId: 'i'.repeat(65) }),
      asked('newInstance'),
    ],
    [
      'DBG-8',
      'frontEndUrl has 513 characters, at most 512',
      entry({ appInfo: { frontEndUrl: 'u'.repeat(513) } }),
      asked('queryInstance'),
    ],
    [
      'DBG-8',
      'memo has 1025 characters, at most 1024',
      entry({ appInfo: { ...appInfo, memo: '字'.repeat(1025) } }),
      asked('queryInstance'),
    ],
    [
      'DBG-8',
      'password has 129 characters, at most 128',
      entry({ appInfo: { ...appInfo, password: 'p'.repeat(129) } }),
      asked('queryInstance'),
    ],
    [
      'DBG-8',
      'statisticalTime has 21 characters, at most 20',
      entry({ usageInfo: [{ ...usage, statisticalTime: '2'.repeat(21) }] }),
      asked('queryInstance'),
    ],
  ])('%s: %s', (check, told, came, question) => {
    const { passed, faults } = checkAnswer(came, question)
    expect(passed).toBe(false)
    expect(faults).toEqual([{ check, message: expect.stringContaining(told) as string }])
  })
})

it('tells every fault at once', () => {
  const came = answered({ resultCode: '000000', info: [{ appInfo: {} }, null] }, { status: 404 })
  expect(checkAnswer(came, asked('queryInstance')).faults).toEqual([
    { check: 'DBG-3', message: 'HTTP status is 404, not 200' },
    { check: 'DBG-5', message: 'resultMsg is missing' },
    { check: 'DBG-5', message: 'info[1] is not an object' },
    { check: 'DBG-7', message: 'info[0].instanceId is missing' },
    { check: 'DBG-7', message: 'info[0].appInfo.frontEndUrl is missing' },
  ])
})

it('asks no more of a refusal than to be readable', () => {
  const refusal = answered({ resultCode: '000106', resultMsg: 'sold out' })
  const { faults } = checkAnswer(refusal, asked('newInstance'))
  expect(faults.map(({ check }) => check)).toEqual(['DBG-6'])
})

it('takes an expected refusal as right', () => {
  const refusal = answered({ resultCode: '000003', resultMsg: 'unknown' })
  expect(checkAnswer(refusal, { ...asked('refreshInstance'), accepts: ['000003'] }).passed).toBe(
    true,
  )
})

it('waits as long as it is told to', () => {
  const came = answered(envelope, { milliseconds: 300 })
  const { faults } = checkAnswer(came, { ...asked('releaseInstance'), withinMs: 200 })
  expect(faults).toMatchObject([
    { check: 'DBG-2', message: expect.stringContaining('0.2 s') as string },
  ])
})
