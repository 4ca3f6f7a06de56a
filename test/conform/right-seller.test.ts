import { createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callUrl } from '../../src/conform/target.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { debugCasesOf, generations } from '../../src/simulator/calls/debug-cases.ts'
import { createEncryption } from '../../src/simulator/calls/encryption.ts'
import { endpointOf } from '../../src/simulator/calls/endpoints.ts'
import { acceptedCodes } from '../../src/simulator/calls/result-codes.ts'
import { send } from '../../src/simulator/calls/sender.ts'
import { checkAnswer } from '../../src/simulator/checks/check-answer.ts'
import { type StartedSeller, startSeller, targetOf } from '../broken-sellers/right-seller/start.ts'
import { privateKeys } from '../crypto/private-keys.ts'

const keys = makeAccessKeys()
const formerKeys = makeAccessKeys()
const privateKey = privateKeys.current
const publicKey = createPublicKey(privateKey)

let seller: StartedSeller
beforeAll(async () => {
  seller = await startSeller({ keys, formerKeys, privateKey })
})
afterAll(() => seller.close())

/** Makes a case of the debugger with a key, and returns what the debugger finds wrong with the answer. */
async function faultsOf(generation: (typeof generations)[number], used = keys) {
  const { keyType, sign } = endpointOf(generation)
  const key = used[keyType]
  const cases = debugCasesOf(generation, createEncryption({ v1Key: used.v1, publicKey }))
  const found = cases.map(async ({ activity, members }) => {
    const request = sign(callUrl(targetOf(seller), generation, activity), key, members)
    const accepts = acceptedCodes({ generation, activity }, { test: true })
    const { faults } = checkAnswer(await send(request), { generation, activity, key, accepts })
    return faults.map(({ check, message }) => `${activity} ${check} ${message}`)
  })
  return (await Promise.all(found)).flat()
}

describe.each(generations)('the right seller, called by %s', (generation) => {
  test('passes the debugger with every saved case, as often as it comes', async () => {
    expect(await faultsOf(generation)).toEqual([])
    expect(await faultsOf(generation)).toEqual([])
  })

  test('takes the former key, and signs with it what came with it', async () => {
    expect(await faultsOf(generation, formerKeys)).toEqual([])
  })

  test('takes no other key', async () => {
    const faults = await faultsOf(generation, makeAccessKeys())
    expect(faults.every((fault) => /DBG-[69]/.test(fault))).toBe(true)
    expect(faults.filter((fault) => fault.includes('resultCode is 000001'))).toHaveLength(
      Object.keys(debugCasesOf(generation, createEncryption({ v1Key: 'k', publicKey }))).length,
    )
  })
})
