import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendTo } from '../harness/contract-hook.ts'
import { kitCall, newBinding, tenantOf } from '../harness/kit-call.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { type StoreCallOptions, buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Purchase } from '../harness/v1-store.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const answerTo = async (members: Record<string, unknown>, options: StoreCallOptions = {}) =>
  (await storeCall(service, members, options)).body

const secondsAway = (seconds: number) => String(Date.now() + seconds * 1000)

describe('a call that is not verified', () => {
  test.each<[string, () => StoreCallOptions, string, string]>([
    ['without a signature', () => ({ signature: null }), '000001', 'signature'],
    ['with a wrong signature', () => ({ signature: 'ab'.repeat(32) }), '000001', 'signature'],
    [
      'signed with the key of another type',
      () => ({ key: 'order-key-for-tests' }),
      '000001',
      'signature',
    ],
    ['without a timestamp', () => ({ timestamp: null }), '000002', 'timestamp'],
    ['with a timestamp in words', () => ({ timestamp: 'yesterday' }), '000002', 'timestamp'],
    ['sent 61 s ago', () => ({ timestamp: secondsAway(-61) }), '000002', 'timestamp'],
    ['sent two minutes from now', () => ({ timestamp: secondsAway(120) }), '000002', 'timestamp'],
    ['without a nonce', () => ({ nonce: null }), '000002', 'nonce'],
    ['with a nonce that is too long', () => ({ nonce: 'n'.repeat(129) }), '000002', 'nonce'],
  ])('%s is refused and makes no instance', async (_how, tampered, resultCode, named) => {
    const call = purchaseOf()
    const body = await answerTo(call, tampered())
    expect(body).toMatchObject({ resultCode })
    expect(body['resultMsg']).toContain(named)
    const { status } = await manage(service, `/instances/${String(call['businessId'])}`)
    expect(status).toBe(404)
  })

  test('a nonce that was seen before is refused, and the repeat changes nothing', async () => {
    const nonce = newId('nonce')
    const id = await buy(service)
    const freeze = { activity: 'updateInstanceStatus', instanceId: id, status: 'FREEZE' }
    expect(await answerTo(freeze, { nonce })).toMatchObject({ resultCode: '000000' })
    const unfreeze = { ...freeze, status: 'UNFREEZE' }
    expect(await answerTo(unfreeze, { nonce })).toMatchObject({ resultCode: '000001' })
    const { body } = await manage(service, `/instances/${id}`)
    expect(body['status']).toBe('frozen')
  })

  test('an interface type without a key is off', async () => {
    const other = await startService({ settings: { KOOGATE_ORDER_KEY: '' } })
    const { body } = await storeCall(
      other,
      { activity: 'orderNotify', ...newOrder() },
      { path: 'orders' },
    )
    await other.stop()
    expect(body).toMatchObject({ resultCode: '000001', resultMsg: 'no order key is set' })
  })

  test('a bounded sample of them is kept, and all are counted', async () => {
    for (let i = 0; i < 40; i++) await storeCall(service, purchaseOf(), { signature: 'ab' })
    const { body } = await manage(service, '/messages?verified=false&limit=200')
    const kept = (body['items'] as unknown[]).length
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(40)
    const { text } = await sendTo(service, '/metrics')
    const counted = /koogate_unverified_calls_total\{result_code="000001"\} (\d+)/.exec(text)
    expect(Number(counted?.[1])).toBeGreaterThanOrEqual(40)
  })
})

describe('a signed call that breaks the contract is 000002, names the field and is kept', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a missing orderId', { orderId: undefined }, 'orderId'],
    ['an orderId that is null', { orderId: null }, 'orderId'],
    ['an orderId that is empty', { orderId: '' }, 'orderId'],
    ['an orderId that is a number', { orderId: 7 }, 'orderId'],
    ['an orderId of 65 characters', { orderId: 'x'.repeat(65) }, 'orderId'],
    ['an orderId with a NUL character', { orderId: 'a\u0000b' }, 'orderId'],
    ['a testFlag of 2', { testFlag: '2' }, 'testFlag'],
    ['an unknown activity', { activity: 'buyEverything' }, 'activity'],
    ['no activity', { activity: undefined }, 'activity'],
  ])('%s', async (_what, tampered, field) => {
    const body = await answerTo({ ...purchaseOf(), ...tampered })
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(body['resultMsg']).toContain(field)
  })

  test.each([
    ['30 February', '20230230000000'],
    ['month 13', '20231301000000'],
    ['8 digits', '20230101'],
  ])('an expireTime of %s', async (_what, expireTime) => {
    const instanceId = await buy(service)
    const call = {
      activity: 'refreshInstance',
      scene: 'RENEWAL',
      instanceId,
      expireTime,
      ...newOrder(),
    }
    const body = await answerTo(call)
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(body['resultMsg']).toContain('expireTime')
  })

  test('more than 100 instance ids', async () => {
    const instanceId = Array.from({ length: 101 }, (_, i) => `i${i}`).join(',')
    const body = await answerTo({ activity: 'queryInstance', instanceId })
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(body['resultMsg']).toContain('instanceId')
  })

  test.each<[string, Buffer<ArrayBuffer> | string, string]>([
    ['text', 'hello', 'JSON'],
    ['an array', '[]', 'object'],
    ['a number', '7', 'object'],
    ['nothing', '', 'JSON'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'UTF-8'],
  ])('a body of %s', async (_what, rawBody, reason) => {
    const body = await answerTo({}, { rawBody })
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(body['resultMsg']).toContain(reason)
  })

  test('a body over 1 MiB', async () => {
    const rawBody = JSON.stringify({ ...purchaseOf(), filler: 'x'.repeat(1024 * 1024) })
    const body = await answerTo({}, { rawBody })
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(body['resultMsg']).toContain('larger')
  })

  test('its message is kept with its result code', async () => {
    const orderId = newId('order')
    await answerTo({ activity: 'newInstance', orderId, businessId: 'b' })
    const { body } = await manage(service, `/messages?orderId=${orderId}`)
    expect(body['items']).toEqual([
      expect.objectContaining({ resultCode: '000002', verified: true, activity: 'newInstance' }),
    ])
  })
})

describe('an unknown instance', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['queryInstance', {}, '000003'],
    [
      'refreshInstance',
      { scene: 'RENEWAL', expireTime: '20991231235959', ...newOrder() },
      '000003',
    ],
    ['updateInstanceStatus', { status: 'FREEZE' }, '000003'],
    ['upgradeInstance', newOrder(), '000003'],
    ['changeInstanceCheck', { productInfo: {} }, '000003'],
    ['releaseInstance', {}, '000003'],
  ])('%s answers %3$s, and 000000 to a test call', async (activity, members, resultCode) => {
    const call = { activity, instanceId: newId('nobody'), ...members }
    expect(await answerTo(call)).toMatchObject({ resultCode })
    expect(await answerTo({ ...call, testFlag: '1' })).toMatchObject({ resultCode: '000000' })
  })

  test('a real call does not see a test instance, and a test call does not touch a real one', async () => {
    const testId = await buy(service, { testFlag: '1' })
    const realId = await buy(service)
    const freeze = { activity: 'updateInstanceStatus', status: 'FREEZE' }
    expect(await answerTo({ ...freeze, instanceId: testId })).toMatchObject({
      resultCode: '000003',
    })
    const touched = await answerTo({ ...freeze, instanceId: realId, testFlag: '1' })
    expect(touched).toMatchObject({ resultCode: '000000' })
    const released = { activity: 'releaseInstance', instanceId: realId, testFlag: '1' }
    expect(await answerTo(released)).toMatchObject({ resultCode: '000000' })
    const { body } = await manage(service, `/instances/${realId}`)
    expect(body['status']).toBe('active')
  })
})

describe('what is tolerated', () => {
  test('unknown members pass and are kept with the message', async () => {
    const call: Record<string, unknown> = { ...purchaseOf(), novelty: 'of 2027' }
    expect(await answerTo(call)).toMatchObject({ resultCode: '000000' })
    const { body: list } = await manage(service, `/messages?orderId=${String(call['orderId'])}`)
    const [message] = list['items'] as { id: string }[]
    const { body } = await manage(service, `/messages/${message?.id ?? ''}`)
    expect(body['body']).toMatchObject({ novelty: 'of 2027' })
  })

  test.each([
    'application/json;charset=utf8',
    'application/json; charset=utf-8',
    'application/json',
    'text/plain',
    null,
  ])('a content type of %s', async (contentType) => {
    const call = purchaseOf()
    const rawBody = Buffer.from(JSON.stringify(call))
    expect(await answerTo(call, { contentType, rawBody })).toMatchObject({ resultCode: '000000' })
  })

  test('null and empty optional members mean absent', async () => {
    const instanceId = await buy(service)
    const call = {
      activity: 'refreshInstance',
      scene: 'RENEWAL',
      instanceId,
      expireTime: '20991231235959',
      productId: '',
      testFlag: null,
      ...newOrder(),
    }
    expect(await answerTo(call)).toMatchObject({ resultCode: '000000' })
    const { body } = await manage(service, `/instances/${instanceId}`)
    expect(body['productId']).toBeNull()
  })

  test('a timestamp of ten digits is read as seconds', async () => {
    const timestamp = String(Math.floor(Date.now() / 1000))
    expect(await answerTo(purchaseOf(), { timestamp })).toMatchObject({ resultCode: '000000' })
  })

  test.each([{}, '{"productId":"p"}', 'p', '[]'])('a productInfo of %j', async (productInfo) => {
    const instanceId = await buy(service)
    for (const testFlag of ['0', '1']) {
      const call = { activity: 'changeInstanceCheck', instanceId, productInfo, testFlag }
      expect(await answerTo(call)).toMatchObject({ resultCode: '000000' })
    }
  })

  test('unknown parameters in the query pass', async () => {
    const body = await answerTo(purchaseOf(), { extraQuery: '&novelty=2027&nonce=second' })
    expect(body).toMatchObject({ resultCode: '000000' })
  })
})

describe('an address that was registered with a slash too many', () => {
  test.each(['/main/saas/', '//main/saas', '/main//saas', '/main/saas//', '//main///saas//'])(
    'is the same at %s',
    async (path) => {
      const call = purchaseOf()
      const answer = await storeCall(service, call, { target: path })
      expect(answer).toMatchObject({ status: 200, body: { resultCode: '000000' } })
    },
  )

  test.each(['/main/saas//produceAPI/v2/tenantSync', '//main/saas/produceAPI//v2/tenantSync/'])(
    'has the paths of the kit behind it: %s',
    async (target) => {
      const { body } = await kitCall(service, 'tenantSync', tenantOf(newBinding()), { target })
      expect(body).toMatchObject({ resultCode: '000000' })
    },
  )

  test('and slashes in a query stay as they are signed', async () => {
    const call = v1Purchase({ customerName: 'a//b' })
    const { body } = await v1Call(service, call)
    const { order } = await instanceOf(service, String(body['instanceId']))
    expect(order).toMatchObject({ buyer: { customerName: 'a***b' } })
  })
})

describe('what is not served', () => {
  test.each([
    ['an unknown address', 'acme', 'POST', 404],
    ['a method that the contract does not know', 'main', 'DELETE', 405],
  ])('%s has the same envelope', async (_what, address, method, status) => {
    const { body, status: given } = await storeCall(service, purchaseOf(), { address, method })
    expect(given).toBe(status)
    expect(body).toMatchObject({ resultCode: '000002' })
  })

  test.each(['/', '/main', '/main/nothing', '/%00', '/main/saas/more', '/favicon.ico'])(
    'the path %s is 404 with the envelope',
    async (path) => {
      const answer = await sendTo(service, path, { method: 'POST', body: '{}' })
      expect(answer).toMatchObject({ status: 404, body: { resultCode: '000002' } })
    },
  )
})

test('a key is rotated without one refused call, and the management API shows when each was used', async () => {
  const rotating = await startService({
    settings: { KOOGATE_BASIC_KEY: 'the-new-key,the-old-key' },
  })
  const before = new Date()
  for (const key of ['the-old-key', 'the-new-key']) {
    const { body } = await storeCall(rotating, purchaseOf(), { key })
    expect(body['resultCode']).toBe('000000')
    await wait(2)
  }
  const { body } = await manage(rotating, '/keys')
  await rotating.stop()
  const basic = (body['items'] as { interfaceType: string; keys: { lastUsedAt: string }[] }[]).find(
    ({ interfaceType }) => interfaceType === 'basic',
  )
  const uses = basic?.keys.map(({ lastUsedAt }) => new Date(lastUsedAt).getTime()) ?? []
  expect(uses).toHaveLength(2)
  expect(uses[1]).toBeGreaterThanOrEqual(before.getTime())
  expect(uses[0]).toBeGreaterThan(uses[1] ?? 0)
  expect(JSON.stringify(body)).not.toContain('the-new-key')
})
