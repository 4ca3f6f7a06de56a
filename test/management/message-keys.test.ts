import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprint } from '../../src/crypto/fingerprint.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { manage, read } from './client.ts'
import { messageOf } from './message-of.ts'

const basicKeys = [keys.basic, 'the-basic-key-before']

let service: TestService
beforeAll(async () => {
  const settings = { KOOGATE_BASIC_KEY: basicKeys.join(), KOOGATE_ORDER_KEY: '' }
  service = await startService({ settings })
})
afterAll(() => service.stop())

type Options = Parameters<typeof storeCall>[2]

/** What is shown of the signature of a purchase that is sent so. */
async function signatureOf(options: Options) {
  const at = new Date().toISOString()
  await storeCall(service, purchaseOf(newOrder()), options)
  return (await messageOf(service, `from=${at}`)).signature
}

test('a message tells which of several keys its signature held with', async () => {
  for (const key of basicKeys) {
    const held = { interfaceType: 'basic', cause: null, fingerprints: [fingerprint(key)] }
    expect(await signatureOf({ key })).toEqual(held)
  }
  const at = new Date().toISOString()
  await v1Call(service, { activity: 'queryInstance', instanceId: 'nobody' })
  const { id } = await messageOf(service, `family=saas-v1&from=${at}`)
  const { signature } = await read(service, 'MessageDetail', `/messages/${id}`)
  expect(signature).toMatchObject({ interfaceType: 'v1', fingerprints: [fingerprint(keys.v1)] })
})

test('one that was refused tells which keys were tried, the current one first, and shows none', async () => {
  const tried = basicKeys.map(fingerprint)
  const refused = await signatureOf({ key: 'of-somebody-else' })
  expect(refused).toEqual({ interfaceType: 'basic', cause: 'mismatch', fingerprints: tried })
  const { text } = await manage(service, '/messages?verified=false')
  for (const key of basicKeys) expect(text).not.toContain(key)
})

test.each([
  ['signed too long ago', { timestamp: String(Date.now() - 120_000) }, 'basic', 'clock'],
  ['of a type without a key', { path: 'orders' }, 'order', 'no-key'],
  ['without a signature', { signature: null }, 'basic', null],
] as const)('no key is told of a call %s', async (_what, options, interfaceType, cause) => {
  expect(await signatureOf(options)).toEqual({ interfaceType, cause, fingerprints: [] })
})

test('a replay tells the key that its signature held with, a re-run none', async () => {
  const order = newOrder()
  const sent = { nonce: 'once-and-again', timestamp: String(Date.now()) }
  const purchase = purchaseOf(order)
  await storeCall(service, purchase, sent)
  await storeCall(service, purchase, sent)
  const held = { cause: null, fingerprints: [fingerprint(keys.basic)] }
  const replay = await messageOf(service, `orderId=${order.orderId}&verified=false`)
  expect(replay.signature).toMatchObject(held)
  const { id } = await messageOf(service, `orderId=${order.orderId}&verified=true`)
  const { body } = await manage(service, `/messages/${id}/rerun`, { method: 'POST' })
  expect(body['message']).toMatchObject({ verified: true, signature: { fingerprints: [] } })
})
