import { describe, expect, it } from 'vitest'
import { bodySign } from '../../src/crypto/body-sign.ts'
import type { ActivityOf, Generation } from '../../src/simulator/calls/calls.ts'
import { endpoints } from '../../src/simulator/calls/endpoints.ts'
import { checkAnswer, type CheckedCall } from '../../src/simulator/checks/check-answer.ts'
import { acceptedCodes } from '../../src/simulator/calls/result-codes.ts'
import type { HttpResult, HttpAnswer } from '../../src/simulator/calls/sender.ts'

const key = 'Key-of-the-call'
const instanceId = '03pf80c2bae96vc49b80b917bea776d7'
const appInfo = { frontEndUrl: 'https://www.isvserver.com' }
const usage = { usageValue: 12.5, statisticalTime: '20260101000000000' }
const envelope = { resultCode: '000000', resultMsg: 'success.' }

function asked<One extends Generation>(generation: One, activity: ActivityOf<One>): CheckedCall {
  return { generation, activity, key, accepts: acceptedCodes({ generation, activity }) }
}

/** A right answer, signed as a Body-Sign header; the tampered parts come last. */
function answered(members: object, tampered: Partial<HttpAnswer> = {}): HttpResult {
  const text = JSON.stringify({ ...envelope, ...members })
  return {
    kind: 'answer',
    status: 200,
    contentType: 'application/json',
    rawHeaders: ['Content-Type', 'application/json', 'Body-Sign', bodySign(key, text)],
    bytes: Buffer.from(text),
    text,
    milliseconds: 20,
    ...tampered,
  }
}

const signedWith = (rawHeaders: readonly string[]) => answered({}, { rawHeaders })
const bought = { instanceId, appInfo }
const info = [{ instanceId, usageInfo: [usage] }]

describe('a right answer passes', () => {
  it.each<[string, HttpResult, CheckedCall]>([
    ['a purchase of V1', answered(bought), asked('saasV1', 'newInstance')],
    ['a query of V1 without an address', answered({ info }), asked('saasV1', 'queryInstance')],
    ['an expiry of V1', answered({}), asked('saasV1', 'expireInstance')],
    ['a license of B', answered({ license: 'L', instanceId }), asked('licenseB', 'getLicense')],
    ['a purchase of License A', answered({ instanceId }), asked('licenseA', 'newInstance')],
    [
      'an application for a license that takes time',
      answered({ resultCode: '000004' }),
      asked('licenseA', 'getLicenseAsync'),
    ],
    ['a license code', answered({}), asked('licenseC', 'refreshLicenseCode')],
    ['a tenant of kit V1', answered({}), asked('kitV1', 'tenantSync')],
    ['a tenant of kit V2, which nobody signs', signedWith([]), asked('kitV2', 'tenantSync')],
    [
      'a Body-Sign with other blanks, as live sellers write it',
      signedWith([
        'Body-Sign',
        bodySign(key, JSON.stringify(envelope)).replace(', signature=', ',signature= '),
      ]),
      asked('saasV1', 'releaseInstance'),
    ],
    [
      'the longest encrypted name',
      answered({ ...bought, appInfo: { ...appInfo, userName: 'A'.repeat(128) } }),
      asked('saasV1', 'newInstance'),
    ],
  ])('%s', (_name, came, question) => {
    expect(checkAnswer(came, question)).toEqual({ passed: true, faults: [] })
  })
})

describe('one thing tampered is one fault', () => {
  const right = bodySign(key, JSON.stringify(envelope))
  const release = asked('saasV1', 'releaseInstance')

  it.each<[string, string, HttpResult, CheckedCall]>([
    ['DBG-9', 'Body-Sign is missing', signedWith([]), release],
    ['DBG-9', 'named Body-sign', signedWith(['Body-sign', right]), release],
    ['DBG-9', 'named body-sign', signedWith(['body-sign', right]), asked('kitV1', 'authSync')],
    ['DBG-9', 'double quotes', signedWith(['Body-Sign', right.replaceAll('"', '')]), release],
    ['DBG-9', 'double quotes', signedWith(['Body-Sign', right.replaceAll('"', "'")]), release],
    [
      'DBG-9',
      'double quotes',
      signedWith(['Body-Sign', right.replace('"HMAC-SHA256"', 'HMAC-SHA256')]),
      release,
    ],
    [
      'DBG-9',
      'not the signature',
      signedWith(['Body-Sign', bodySign('another Key', JSON.stringify(envelope))]),
      release,
    ],
    [
      'DBG-9',
      'not the signature',
      signedWith(['Body-Sign', bodySign(`${key}20260101000000001`, JSON.stringify(envelope))]),
      release,
    ],
    [
      'DBG-9',
      'not the signature',
      answered({}, { bytes: Buffer.from(`${JSON.stringify(envelope)}\n`) }),
      asked('licenseB', 'expireLicense'),
    ],
    ['DBG-7', 'instanceId is missing', answered({ appInfo }), asked('saasV1', 'newInstance')],
    [
      'DBG-7',
      'appInfo.frontEndUrl is missing',
      answered({ instanceId }),
      asked('saasV1', 'newInstance'),
    ],
    [
      'DBG-7',
      'appInfo.frontEndUrl is missing',
      answered({ instanceId, appInfo: { memo: 'm' } }),
      asked('saasV1', 'newInstance'),
    ],
    ['DBG-7', 'info is missing', answered({}), asked('saasV1', 'queryInstance')],
    [
      'DBG-7',
      'info[0].instanceId is missing',
      answered({ info: [{ appInfo }] }),
      asked('saasV1', 'queryInstance'),
    ],
    [
      'DBG-7',
      'usageInfo[0].statisticalTime is missing',
      answered({ info: [{ instanceId, usageInfo: [{ usageValue: 1 }] }] }),
      asked('saasV1', 'queryInstance'),
    ],
    ['DBG-7', 'license is missing', answered({ instanceId }), asked('licenseB', 'getLicense')],
    ['DBG-7', 'instanceId is missing', answered({ license: 'L' }), asked('licenseB', 'getLicense')],
    ['DBG-7', 'instanceId is missing', answered({}), asked('licenseA', 'newInstance')],
    [
      'DBG-8',
      'frontEndUrl has 513 characters, at most 512',
      answered({ instanceId, appInfo: { frontEndUrl: 'u'.repeat(513) } }),
      asked('saasV1', 'newInstance'),
    ],
    [
      'DBG-8',
      'userName has 129 characters, at most 128',
      answered({ instanceId, appInfo: { ...appInfo, userName: 'A'.repeat(129) } }),
      asked('saasV1', 'newInstance'),
    ],
    [
      'DBG-8',
      'resultMsg has 256 characters, at most 255',
      answered({ resultMsg: 'm'.repeat(256) }),
      asked('kitV2', 'allOrgSync'),
    ],
    [
      'DBG-6',
      'resultCode is 000004',
      answered({ ...bought, resultCode: '000004' }),
      asked('saasV1', 'newInstance'),
    ],
    [
      'DBG-6',
      'resultCode is 000004',
      answered({ resultCode: '000004', license: 'L', instanceId }),
      asked('licenseB', 'getLicense'),
    ],
    [
      'DBG-6',
      'resultCode is 000004',
      answered({ resultCode: '000004' }),
      asked('licenseC', 'releaseLicenseCode'),
    ],
    [
      'DBG-6',
      'resultCode is 000004',
      answered({ resultCode: '000004' }),
      asked('kitV2', 'tenantSync'),
    ],
  ])('%s: %s', (check, told, came, question) => {
    const { passed, faults } = checkAnswer(came, question)
    expect(passed).toBe(false)
    expect(faults).toEqual([{ check, message: expect.stringContaining(told) as string }])
  })

  it('wants a refusal signed too', () => {
    const refusal = answered({ resultCode: '000003' }, { rawHeaders: [] })
    const { faults } = checkAnswer(refusal, { ...release, accepts: ['000003'] })
    expect(faults.map(({ check }) => check)).toEqual(['DBG-9'])
  })

  it('asks nobody who did not answer for a signature', () => {
    const { faults } = checkAnswer({ kind: 'silence', milliseconds: 20_000 }, release)
    expect(faults.map(({ check }) => check)).toEqual(['DBG-2'])
  })
})

it('the store waits 20 s where it is told to', () => {
  const came = answered({}, { milliseconds: 19_000 })
  const release = asked('saasV1', 'releaseInstance')
  expect(checkAnswer(came, release).faults.map(({ check }) => check)).toEqual(['DBG-2'])
  expect(checkAnswer(came, { ...release, withinMs: 20_000 }).passed).toBe(true)
})

it('signed answers are those of V1, License B and kit V1', () => {
  const signed = Object.entries(endpoints).filter(([, { isAnswerSigned }]) => isAnswerSigned)
  expect(signed.map(([generation]) => generation)).toEqual(['saasV1', 'licenseB', 'kitV1'])
})
