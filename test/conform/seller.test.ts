import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIds, idMark } from '../../src/conform/ids.ts'
import { seededRandom } from '../../src/conform/random.ts'
import { http1, isRaw } from '../../src/simulator/faults/raw-request.ts'
import { createSeller, type Seller } from '../../src/conform/seller.ts'
import { resigned, stampOf, withBody, withHeaders } from '../../src/conform/spoil.ts'
import type { Generation } from '../../src/simulator/calls/calls.ts'
import { generations } from '../../src/conform/generations.ts'
import { startSeller, type StartedSeller, targetOf } from '../broken-sellers/right-seller/start.ts'
import { keys, limits } from './run.ts'

let started: StartedSeller
beforeAll(async () => {
  started = await startSeller({ keys })
})
afterAll(() => started.close())

function sellerAt(generation: Generation): Seller {
  const random = seededRandom(1, generation)
  const target = targetOf(started)
  return createSeller({ target, generation, keys, limits, random, ids: createIds('test') })
}

describe.each(generations)('at %s', (generation) => {
  it('a valid call succeeds, and its ids carry the mark', async () => {
    const seller = sellerAt(generation)
    const members = seller.valid(seller.plain)
    const made = await seller.call(seller.plain, members)
    expect(seller.faults(made)).toEqual([])
    const ids = ['orderId', 'license', 'tenantId'].map((name) => members[name]).filter(Boolean)
    expect(ids.length).toBeGreaterThan(0)
    for (const id of ids) expect(id).toContain(idMark)
  })

  it('a call with another key does not', async () => {
    const seller = sellerAt(generation).withKey('another-key')
    const made = await seller.call(seller.plain, seller.valid(seller.plain))
    expect(made.answer.resultCode).toBe('000001')
  })

  it('a raw request is the same call', async () => {
    const seller = sellerAt(generation)
    const made = await seller.call(seller.plain, seller.valid(seller.plain), (signed) =>
      http1(signed),
    )
    expect(isRaw(made.request)).toBe(true)
    expect(made.answer.resultCode).toBe('000000')
  })
})

describe('an id that the run has not made', () => {
  it('is never changed or released, only asked about', async () => {
    const seller = sellerAt('saasV2')
    const release = { ...seller.valid('releaseInstance'), instanceId: 'of-a-buyer' }
    expect(() => seller.call('releaseInstance', release)).toThrow(/of-a-buyer is refused/)
    const license = { ...sellerAt('licenseC').valid('releaseLicenseCode'), license: 'PL1' }
    expect(() => sellerAt('licenseC').call('releaseLicenseCode', license)).toThrow(/PL1 is refused/)
    const query = { ...seller.valid('queryInstance'), instanceId: 'of-a-buyer' }
    expect((await seller.call('queryInstance', query)).http.kind).toBe('answer')
  })

  it('is known as soon as the seller gives it for an order of ours', async () => {
    const seller = sellerAt('saasV2')
    const { instanceId } = await seller.buy()
    const made = await seller.call(
      'releaseInstance',
      seller.valid('releaseInstance', { instanceId }),
    )
    expect(made.answer.resultCode).toBe('000000')
  })
})

describe('a spoiled request', () => {
  it('signed anew with another time is right but for its time', async () => {
    const seller = sellerAt('saasV2')
    const old = resigned(seller, { timestamp: String(Date.now() - 120_000) })
    const members = seller.valid('newInstance')
    const made = await seller.call('newInstance', members, old)
    expect(made.answer.resultCode).toBe('000002')
    const now = await seller.call('newInstance', members, resigned(seller, {}))
    expect(now.answer.resultCode).toBe('000000')
  })

  it('is sent again with the very bytes, nonce and all', async () => {
    const seller = sellerAt('kitV2')
    const made = await seller.call('tenantSync', seller.valid('tenantSync'))
    const again = await seller.again(made)
    expect(again.request).toBe(made.request)
    expect(again.answer.resultCode).not.toBe('000000')
    if (!isRaw(made.request)) expect(stampOf(made.request, 'kitV2').nonce).toMatch(/^[0-9A-F]{64}$/)
  })

  it('has another body or header under the old signature', async () => {
    const seller = sellerAt('saasV2')
    const other = withBody((body) => body.replace('newInstance', 'newinstance'))
    const made = await seller.call('newInstance', seller.valid('newInstance'), other)
    expect(made.answer.resultCode).toBe('000001')
    const plain = withHeaders({ accept: undefined, 'X-More': '1' })
    const sent = await seller.call('newInstance', seller.valid('newInstance'), plain)
    if (isRaw(sent.request)) throw new Error('not raw')
    expect(Object.keys(sent.request.headers)).toEqual(['Content-Type', 'X-More'])
  })
})

describe('a raw request', () => {
  it('goes out as HTTP/1.0 with a header twice, and a truncated one gets no success', async () => {
    const seller = sellerAt('saasV2')
    const members = seller.valid('newInstance')
    const twice = await seller.call('newInstance', members, (signed) =>
      http1(signed, {
        version: '1.0',
        headers: [
          ['X-Twice', 'a'],
          ['X-Twice', 'b'],
        ],
      }),
    )
    expect(twice.answer.resultCode).toBe('000000')
    const cut = await seller.call('newInstance', members, (signed) => {
      const { url, chunks } = http1(signed)
      return { url, chunks: [chunks[0] ?? '', '{"activity":'], end: true }
    })
    expect(cut.answer.resultCode).not.toBe('000000')
  })
})
