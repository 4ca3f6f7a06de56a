import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { type TestService, keys, startService } from '../harness/service.ts'

interface Sample {
  readonly name: string
  readonly payload: string
}

// Bodies as the documents print them, byte for byte (saas-v2, orderNotify).
const { vectors } = JSON.parse(readFileSync('openapi/vectors/v2-query-signature.json', 'utf8')) as {
  vectors: Sample[]
}
const samples = vectors.filter(({ name }) => name !== 'releaseLicenseCode')

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe("the documents' samples, with their own headers, are accepted byte for byte", () => {
  test('all seven of them are here', () => {
    expect(samples.map(({ name }) => name)).toEqual([
      'newInstance',
      'queryInstance',
      'refreshInstance',
      'updateInstanceStatus',
      'releaseInstance',
      'upgradeInstance',
      'orderNotify',
    ])
  })

  test.each(samples)('$name', async ({ name, payload }) => {
    const [path, key] = name === 'orderNotify' ? ['orders', keys.order] : ['saas', keys.basic]
    const timestamp = String(Date.now())
    const nonce =
      '50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA'.replace(
        /^.{8}/,
        Date.now().toString(16).slice(-8).toUpperCase(),
      ) + name
    const signature = signV2Query({ key, nonce, timestamp, payload }).toUpperCase()
    const query = `signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`
    const answer = await sendTo(service, `/main/${path}?${query}`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json;charset=utf8' },
      body: payload,
    })
    expect(answer).toMatchObject({ status: 200, body: { resultCode: '000000' } })
  })
})
