import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { scale } from '../harness/scale.ts'
import { days, hours, openBox, right } from './box-seller.ts'

/** The smallest seller of SaaS V2 over HTTP that keeps what it is told. */
async function startSmallSeller() {
  const instances = new Map<string, { status: string; expireTime: string; usage: number }>()
  const counts: Record<string, number> = {}
  const answer = (call: Record<string, string>) => {
    const { activity = '', instanceId = '', orderId = '' } = call
    counts[activity] = (counts[activity] ?? 0) + 1
    const id = activity === 'newInstance' ? `i-${orderId}` : instanceId
    const info = (usage: number) => [
      {
        instanceId: id,
        appInfo: { frontEndUrl: 'https://app.example.com' },
        usageInfo: [{ usageValue: usage, statisticalTime: '20260101000000000' }],
      },
    ]
    if (call['testFlag'] === '1') return { ...right, instanceId: id, info: info(0) }
    const one = instances.get(id) ?? { status: 'active', expireTime: '', usage: 0 }
    instances.set(id, one)
    if (activity === 'newInstance') return { ...right, resultCode: '000004', instanceId: id }
    if (activity === 'refreshInstance') one.expireTime = call['expireTime'] ?? ''
    if (activity === 'updateInstanceStatus')
      one.status = call['status'] === 'FREEZE' ? 'frozen' : 'active'
    if (activity === 'releaseInstance') one.status = 'released'
    if (activity === 'queryInstance') one.usage += 1
    return { ...right, info: info(one.usage) }
  }
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer(JSON.parse(String(body)) as Record<string, string>)))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/saas`,
    instances,
    counts,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

// What a product that is sold by period has to save, the release first.
const cases = [
  'releaseInstance',
  'newInstance',
  'queryInstance',
  'refreshInstance',
  'updateInstanceStatus',
].slice(0, scale.dialTestedCases)

test('a subscription lives for 13 months in seconds: bought, polled, renewed each month, frozen, unfrozen, used, dial-tested twice a day, released', async () => {
  const seller = await startSmallSeller()
  const began = process.cpuUsage()
  try {
    const { state, product, buy } = await openBox({}, { url: seller.url })
    const { actions, clock, data } = state
    await actions.saveSampleCases({ product, activities: cases })
    const id = await buy({ offer: 'standard-month' })
    const instance = data.instances[id]
    expect(instance).toMatchObject({ status: 'ACTIVE', instanceId: expect.any(String) as string })
    const sellersOwn = () => seller.instances.get(instance?.instanceId ?? '')
    for (let month = 1; month <= 11; month += 1) {
      await clock.advanceBy(28 * days)
      await actions.renew({ instance: id })
      await actions.openPage(id)
    }
    // Nobody renews in time: it is frozen, and a renewal in the frozen time brings it back.
    await clock.advanceTo(new Date((instance?.expireTime ?? 0) + 3 * days))
    expect([instance?.status, sellersOwn()?.status]).toEqual(['FROZEN', 'frozen'])
    await actions.renew({ instance: id })
    expect([instance?.status, sellersOwn()?.status]).toEqual(['ACTIVE', 'active'])
    expect(sellersOwn()?.usage).toBe(12)
    await clock.advanceTo(new Date((instance?.expireTime ?? 0) + 15 * days - hours))
    expect(instance?.status).toBe('FROZEN')
    await clock.advanceBy(2 * hours)
    expect([instance?.status, sellersOwn()?.status]).toEqual(['RELEASED', 'released'])
    const lived = (data.now - (data.orders[instance?.order ?? '']?.placedAt ?? 0)) / days
    expect(lived).toBeGreaterThan(13 * 30)
    // Twice a day, every saved case: none was left out, and all passed.
    const dialTests = data.dialTests.filter((one) => one.failures.length === 0)
    expect(dialTests.length).toBeGreaterThanOrEqual(Math.floor(lived) * 2)
    expect(seller.counts['releaseInstance']).toBe(dialTests.length + 2)
    expect(data.dialTests).toHaveLength(dialTests.length)
    expect(Object.values(data.messages).every(({ state: is }) => is === 'SUCCESS')).toBe(true)
    // The seller's own part counts too; time on a busy machine says less.
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1_000_000).toBeLessThan(5)
  } finally {
    await seller.close()
  }
})
