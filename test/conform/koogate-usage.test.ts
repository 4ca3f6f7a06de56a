import { manage } from '../harness/management.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIds } from '../../src/conform/ids.ts'
import { seededRandom } from '../../src/conform/random.ts'
import { rules } from '../../src/conform/rules/index.ts'
import { createSeller, type Seller } from '../../src/conform/seller.ts'
import type { Generation } from '../../src/simulator/calls/calls.ts'
import { urlOf } from '../../src/simulator/calls/endpoints.ts'
import { seed } from '../harness/scale.ts'
import { keys, startService, type TestService } from '../harness/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const related = [randomUUID(), randomUUID()]

/** What the product of a package with two billing items tells of an instance. */
async function tellUsage(instanceId: string, usageValue: number): Promise<void> {
  const statisticalTime = new Date().toISOString()
  const usageInfo = related.map((relatedInstanceId) => ({
    usageValue,
    statisticalTime,
    relatedInstanceId,
  }))
  const path = `/instances/${encodeURIComponent(instanceId)}/usage-info`
  const { status, body } = await manage(service, path, { method: 'PUT', body: { usageInfo } })
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
}

/** Koogate, whose product tells what was used, more each time, before it is asked. */
function sellerThatUses(generation: Generation, name: string): Seller {
  const seller = createSeller({
    target: { url: urlOf(generation, '', { origin: service.url, address: 'main' }) },
    generation,
    keys,
    ids: createIds(randomUUID().slice(0, 8)),
    random: seededRandom(seed, name),
  })
  let usageValue = 12.3456
  return {
    ...seller,
    async call(activity, members, spoil) {
      if (activity === 'queryInstance') await tellUsage(String(members['instanceId']), usageValue++)
      return seller.call(activity, members, spoil)
    },
  }
}

const ofUsage = rules.filter(({ id }) => /^usage\/(mandatory|value|time|growing|items)/.test(id))

test.each(['saasV2', 'saasV1', 'licenseA'] as const)(
  'Koogate shows by %s what its product has told of usage, as the rules want it',
  async (generation) => {
    expect(ofUsage.length).toBeGreaterThan(4)
    for (const rule of ofUsage)
      expect(await rule.judge(sellerThatUses(generation, rule.id)), rule.id).toEqual([])
  },
)
