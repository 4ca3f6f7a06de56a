import { afterEach, describe, expect, it } from 'vitest'
import { compactSorted, findV2Key } from '../../src/crypto/v2-query-signature.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { createCaller } from '../../src/simulator/store/caller.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { debugCases } from '../../src/simulator/calls/debug-cases.ts'
import { send } from '../../src/simulator/calls/sender.ts'
import { signV2 } from '../../src/simulator/calls/sign-v2.ts'
import { createSimulatedStore } from '../../src/simulator/store/simulated-store.ts'
import { startSeller, success, type ReceivedCall, type Reply, type TestSeller } from './seller.ts'

const keys = makeAccessKeys()
let seller: TestSeller
afterEach(() => seller.close())

async function storeCalling(answer: (call: ReceivedCall) => Reply, answerWithinMs = 5_000) {
  seller = await startSeller(answer)
  const options = { sellerUrl: seller.url, keys, clock: fastClock(), answerWithinMs }
  return createSimulatedStore(options)
}

describe('a call', () => {
  it('has the method, path and headers of the samples, and no other headers of its own', async () => {
    const store = await storeCalling(() => success)
    await store.freeze('i-1')
    const [call] = seller.calls
    expect(call?.method).toBe('POST')
    expect(call?.url.pathname).toBe('/main/saas')
    expect([...(call?.url.searchParams.keys() ?? [])]).toEqual(['signature', 'timestamp', 'nonce'])
    expect(call?.headers).toEqual({
      host: seller.url.host,
      connection: 'keep-alive',
      accept: 'application/json',
      'content-type': 'application/json;charset=utf8',
      'content-length': String(call?.rawBody.length),
    })
  })

  it('carries the sample bodies byte for byte: sorted, compact, without a flag that is not set', async () => {
    const store = await storeCalling(() => success)
    await store.dialTest()
    expect(seller.calls.map(({ rawBody }) => rawBody.toString())).toEqual([
      '{"activity":"newInstance","businessId":"87b94795-0603-4e24-8ae5-69420d60e3c8","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","testFlag":"1"}',
      '{"activity":"queryInstance","instanceId":"10e758d0-31ad-4c4b-8f1b-81d03469a10e","testFlag":"1"}',
      '{"activity":"refreshInstance","expireTime":"20221124023618256","instanceId":"10e758d0-31ad-4c4b-8f1b-81d03469a10e","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","productId":"OFFI461867333479178240","scene":"RENEWAL","testFlag":"1"}',
      '{"activity":"updateInstanceStatus","instanceId":"10e758d0-31ad-4c4b-8f1b-81d03469a10e","status":"FREEZE","testFlag":"1"}',
      '{"activity":"upgradeInstance","instanceId":"10e758d0-31ad-4c4b-8f1b-81d03469a10e","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","testFlag":"1"}',
      '{"activity":"changeInstanceCheck","instanceId":"10e758d0-31ad-4c4b-8f1b-81d03469a10e","productInfo":{"productId":"OFFI461867333479178240","linearValue":50},"testFlag":"1"}',
      '{"activity":"releaseInstance","instanceId":"10e758d0-31ad-4c4b-8f1b-81d03469a10e","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","testFlag":"1"}',
      '{"activity":"orderNotify","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","testFlag":"1"}',
    ])
    await store.freeze('i-1')
    expect(seller.calls.at(-1)?.members).toEqual({
      activity: 'updateInstanceStatus',
      instanceId: 'i-1',
      status: 'FREEZE',
    })
  })

  it('is signed over its raw bytes with the key of its interface type, in real time', async () => {
    const store = await storeCalling(() => success)
    await store.dialTest()
    const signedWith = seller.calls.map((call) => keyOf(call))
    expect(signedWith).toEqual(
      debugCases.map(({ generation }) => (generation === 'orders' ? keys.order : keys.basic)),
    )
    expect(seller.calls.map(({ url }) => url.pathname)).toEqual([
      ...Array<string>(7).fill('/main/saas'),
      '/main/orders',
    ])
    for (const { url } of seller.calls) {
      expect(url.searchParams.get('signature')).toMatch(/^[0-9A-F]{64}$/)
      expect(url.searchParams.get('nonce')).toMatch(/^[0-9A-F]{64}$/)
      expect(url.searchParams.get('timestamp')).toMatch(/^\d{13}$/)
    }
  })

  it('is signed and numbered anew at each attempt, and keeps its order', async () => {
    const store = await storeCalling(() => ({ status: 500, body: '' }))
    await store.buy()
    expect(seller.calls).toHaveLength(4)
    const distinct = (values: readonly unknown[]) => new Set(values).size
    expect(distinct(seller.calls.map(({ url }) => url.searchParams.get('nonce')))).toBe(4)
    expect(distinct(seller.calls.map(({ url }) => url.searchParams.get('signature')))).toBe(4)
    expect(distinct(seller.calls.map(({ members }) => members['businessId']))).toBe(4)
    expect(distinct(seller.calls.map(({ members }) => members['orderId']))).toBe(1)
    const now = Date.now()
    for (const { url } of seller.calls) {
      // The store's clock is three hours on by now.
      expect(Math.abs(Number(url.searchParams.get('timestamp')) - now)).toBeLessThan(10_000)
    }
  })

  it('goes to the production address by its name', async () => {
    seller = await startSeller(() => success)
    const options = { sellerUrl: seller.url.href, address: 'shop', keys, clock: fastClock() }
    await createCaller(options)(() => ({ activity: 'queryInstance', instanceId: 'i-1' }))
    expect(seller.calls[0]?.url.pathname).toBe('/shop/saas')
  })
})

describe('what comes back', () => {
  it.each(['head', 'end'] as const)('is silence without the %s of an answer', async (never) => {
    seller = await startSeller(() => ({ never }))
    const came = await send(signV2(seller.url, keys.basic, { activity: 'x' }), 150)
    expect(came.kind).toBe('silence')
    expect(came.milliseconds).toBeGreaterThanOrEqual(140)
    expect(came.milliseconds).toBeLessThan(4_500)
  })

  it('is told as unreachable, with the reason', async () => {
    seller = await startSeller(() => success)
    const signed = signV2(seller.url, keys.basic, { activity: 'x' })
    await seller.close()
    expect(await send(signed)).toMatchObject({ kind: 'unreachable', reason: 'ECONNREFUSED' })
  })

  it('is an answer with its status, type and text, and a redirect is not followed', async () => {
    seller = await startSeller(() => ({ status: 302, contentType: 'text/html', body: 'moved' }))
    const came = await send(signV2(seller.url, keys.basic, { activity: 'x' }))
    expect(came).toMatchObject({
      kind: 'answer',
      status: 302,
      contentType: 'text/html',
      text: 'moved',
    })
    expect(seller.calls).toHaveLength(1)
  })
})

function keyOf({ url, rawBody, members }: ReceivedCall): string | undefined {
  const parameter = (name: string) => url.searchParams.get(name) ?? ''
  const claim = {
    nonce: parameter('nonce'),
    timestamp: parameter('timestamp'),
    signature: parameter('signature'),
    rawBody,
  }
  // The raw bytes are the compact form.
  expect(compactSorted(members)).toBe(rawBody.toString())
  return findV2Key(claim, Object.values(keys))
}
