import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStoreCaller, type CallStore } from '../../src/simulator/store/caller.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { debugCasesOf, generations } from '../../src/simulator/calls/debug-cases.ts'
import { endpoints } from '../../src/simulator/calls/endpoints.ts'
import { createEncryption } from '../../src/simulator/calls/encryption.ts'
import { createSellerView, readPublicKey } from '../../src/simulator/scenarios/seller-view.ts'
import { drawn, scale } from '../harness/scale.ts'
import { type TestService, keys, startService } from '../harness/service.ts'

const rounds = scale.dialTestOrders

test('every generation has debug cases', () => {
  expect([...generations].sort()).toEqual(Object.keys(endpoints).sort())
})

// Embedded: the seller makes its own pair of keys, and the store reads the public one over the API.
describe.each(drawn(['template', 'manual'], scale.dialTestModes))(
  'the dial test with %s provisioning',
  (provisioning) => {
    let service: TestService
    let call: CallStore
    let sealing: ReturnType<typeof createEncryption>

    beforeAll(async () => {
      const settings = { KOOGATE_PROVISIONING: provisioning, KOOGATE_CHANGE_CHECK: 'refuse' }
      service = await startService({ database: 'embedded', settings })
      const seller = createSellerView(service.url, service.managementToken)
      const publicKey = await readPublicKey(seller)
      sealing = createEncryption({ v1Key: keys.v1, publicKey })
      call = createStoreCaller({ sellerUrl: service.url, keys, clock: fastClock() })
    })
    afterAll(() => service.stop())

    test.each(generations)(
      `of %s passes the store's checks ${rounds} times in any order`,
      async (generation) => {
        const cases = debugCasesOf(generation, sealing)
        const anyOrder = fc.shuffledSubarray([...cases], { minLength: cases.length })
        for (const round of fc.sample(anyOrder, rounds)) {
          for (const one of round) {
            const { attempts } = await call(() => one, { test: true })
            expect(
              attempts[0]?.verdict,
              `${one.name}: ${JSON.stringify(attempts[0]?.answer)}`,
            ).toEqual({
              passed: true,
              faults: [],
            })
          }
        }
      },
    )

    test.each(['kitV1', 'kitV2', 'saasV1', 'licenseC'] as const)(
      'a call of %s with another key is refused',
      async (generation) => {
        const [one] = debugCasesOf(generation, sealing)
        if (one === undefined) throw new Error('no case')
        const wrong = Object.fromEntries(
          Object.entries(keys).map(([type]) => [type, `wrong-${type}`]),
        )
        const forged = createStoreCaller({
          sellerUrl: service.url,
          keys: { ...keys, ...wrong },
          clock: fastClock(),
        })
        const { attempts } = await forged(() => one, { test: true })
        expect(attempts[0]?.answer.resultCode).toBe('000001')
      },
    )
  },
)
