import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { urlOf, endpointOf } from '../../src/simulator/calls/endpoints.ts'
import { checkAnswer } from '../../src/simulator/checks/check-answer.ts'
import { acceptedCodes } from '../../src/simulator/calls/result-codes.ts'
import { type HttpAnswer, send } from '../../src/simulator/calls/sender.ts'
import { answerOf, expectContract, sendTo } from '../harness/contract-hook.ts'
import {
  type ContractOperation,
  mediaOf,
  operationsIn,
  parametersOf,
  scenesOf,
} from '../harness/contract-operations.ts'
import { isObject } from '../harness/contract-schemas.ts'
import { generationOf } from '../harness/generation.ts'
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

// The Key that the scenes' encrypted fields were made with, see openapi/vectors/v1-aes.json.
const v1Key = '11111111-2222-3333-4444-555555555555'
let service: TestService

beforeAll(async () => {
  service = await startService({ settings: { KOOGATE_V1_KEY: v1Key } })
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

const neverBought = { code: '000003', why: 'no scene buys its instance' }
const notOpened = { code: '000002', why: 'its secret is for a key pair that nobody has' }

/**
 * Scenes that are not answered with success, and why. They run in the contract's order on one
 * service: what a scene buys or releases is so for the next.
 */
const otherwise: Readonly<Record<string, { readonly code: string; readonly why: string }>> = {
  'saasV2 queryInstance-several': neverBought,
  'saasV2 refreshInstance-trial-to-formal': neverBought,
  'saasV2 refreshInstance-renewal-cancelled': neverBought,
  'saasV2 refreshInstance-renewal-change': neverBought,
  'saasV2 updateInstanceStatus-unfreeze': neverBought,
  'saasV2 releaseInstance': neverBought,
  'saasV2 changeInstanceCheck': neverBought,
  'saasV2 changeInstanceCheck-array': neverBought,
  'saasV1 refreshInstanceV1-trial-to-formal': neverBought,
  'saasV1 refreshInstanceV1-renewal-cancelled': neverBought,
  'saasV1 instanceStatusV1-normal': neverBought,
  'saasV1 queryInstanceV1': neverBought,
  'licenseA refreshInstance-trial-to-formal': neverBought,
  'licenseA refreshInstance-renewal-cancelled': neverBought,
  'licenseA updateInstanceStatus-unfreeze': neverBought,
  'licenseA releaseInstance': neverBought,
  'licenseA getLicenseAsync': neverBought,
  'licenseA getLicenseAsync-once': neverBought,
  'kitApplicationSyncV2 applicationSync-bound': notOpened,
  'kitApplicationSyncV2 applicationSync-credential': notOpened,
  'kitApplicationSyncV2 applicationSync-changed': notOpened,
  'kitApplicationSyncV1 applicationSync-bound': notOpened,
  'kitApplicationSyncV1 applicationSync-credential': notOpened,
}

/** What the operation takes: a body, or a query that is one object. */
function requestScenes(operation: ContractOperation) {
  const { schemas, part, method } = operation
  const carriers =
    method === 'get'
      ? parametersOf(operation).filter(({ node }) => node['in'] === 'query')
      : mediaOf(schemas, schemas.below(part, 'requestBody')).map((media) => media.part)
  return carriers.flatMap((carrier) => scenesOf(schemas, carrier))
}

const scenes = operationsIn('seller').flatMap((operation) => {
  const { operationId, path } = operation
  return requestScenes(operation).map(({ name, value }) => {
    if (!isObject(value)) throw new Error(`${name} is not an object`)
    const inPath = path.includes('/produceAPI/') ? path.split('/').at(-1) : undefined
    const activity = inPath ?? String(value['activity'])
    return { name, operationId, generation: generationOf(operationId), activity, members: value }
  })
})

// One story: what a scene releases, a later one cannot renew.
describe('the scenes of the contract, signed as their generation is', { shuffle: false }, () => {
  test('are of every operation, and each exception is of a scene', () => {
    const told = new Set(scenes.map(({ operationId }) => operationId))
    expect([...told]).toEqual(operationsIn('seller').map(({ operationId }) => operationId))
    const names = scenes.map(({ operationId, name }) => `${operationId} ${name}`)
    expect(names).toEqual(expect.arrayContaining(Object.keys(otherwise)))
  })

  test.each(scenes)('$operationId $name', async ({ name, operationId, members, ...asked }) => {
    const { generation, activity } = asked
    const { keyType, sign } = endpointOf(generation)
    const key = keyType === 'v1' ? v1Key : keys[keyType]
    const request = sign(
      urlOf(generation, activity, { origin: service.url, address: 'main' }),
      key,
      members,
    )
    const came = await send(request)
    const exception = otherwise[`${operationId} ${name}`]
    const accepts = exception === undefined ? acceptedCodes(asked) : [exception.code]
    const seen = came.kind === 'answer' ? came.text : came.kind
    expect(checkAnswer(came, { ...asked, key, accepts }).faults, seen).toEqual([])
    if (came.kind !== 'answer') return
    const target = request.url.pathname
    expectContract({ method: request.method, target }, answerOf(fetched(came), came.text))
  })
})

function fetched({ status, rawHeaders }: HttpAnswer) {
  const headers = new Headers()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  }
  return { status, headers }
}
