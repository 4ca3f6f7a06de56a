import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { manage, read } from './client.ts'
import { messageOf } from './message-of.ts'

let service: TestService
let soldOut = false
beforeAll(async () => {
  service = await startService({
    ports: {
      provision: ({ instanceId }) =>
        soldOut
          ? { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }
          : { outcome: 'ready', appInfo: { frontEndUrl: `https://a.example/${instanceId}` } },
    },
  })
})
afterAll(() => service.stop())

const rerun = (id: string) =>
  read(service, 'RerunResult', `/messages/${id}/rerun`, { method: 'POST' })
const rerunRefused = (id: string) => manage(service, `/messages/${id}/rerun`, { method: 'POST' })
const historyOf = async (id: string) =>
  (await read(service, 'InstanceDetail', `/instances/${id}`)).history.map(({ type }) => type)
const setStatus = (instanceId: string, status: string) =>
  storeCall(service, { activity: 'updateInstanceStatus', instanceId, status })

describe('rerunMessage', () => {
  it('gives a purchase its own instance again, and makes no second event', async () => {
    const order = newOrder()
    const instanceId = await buy(service, order)
    const bought = await messageOf(service, `orderId=${order.orderId}`)
    const { message, answer } = await rerun(bought.id)
    expect(answer).toEqual({ resultCode: '000000', resultMsg: 'success.', instanceId })
    expect(message).toMatchObject({
      address: 'main',
      family: 'saas-v2',
      activity: 'newInstance',
      instanceId,
      orderId: order.orderId,
      verified: true,
      rerunOf: bought.id,
    })
    expect(message.id).not.toBe(bought.id)
    expect(await historyOf(instanceId)).toEqual(['instance.activated', 'instance.created'])
    const { items } = await read(service, 'InstanceList', `/instances?orderId=${order.orderId}`)
    expect(items).toHaveLength(1)
  })

  it('completes a purchase whose cause of failure was put right', async () => {
    soldOut = true
    const order = newOrder()
    const purchase = purchaseOf(order)
    expect((await storeCall(service, purchase)).body['resultCode']).toBe('000106')
    soldOut = false
    const failed = await messageOf(service, `orderId=${order.orderId}`)
    expect(failed.resultCode).toBe('000106')
    expect((await rerun(failed.id)).answer).toMatchObject({
      resultCode: '000000',
      instanceId: purchase['businessId'],
    })
  })

  it('keeps the re-run as a message that can be shown, and run again itself', async () => {
    const instanceId = await buy(service)
    const bought = await messageOf(service, `instanceId=${instanceId}`)
    const { message } = await rerun(bought.id)
    const detail = await read(service, 'MessageDetail', `/messages/${message.id}`)
    const original = await read(service, 'MessageDetail', `/messages/${bought.id}`)
    expect(detail).toMatchObject({ ...message, body: original.body })
    expect((await rerun(message.id)).message.rerunOf).toBe(message.id)
  })

  it('sets a state again: an old FREEZE freezes', async () => {
    const instanceId = await buy(service)
    await setStatus(instanceId, 'FREEZE')
    const frozen = await messageOf(
      service,
      `instanceId=${instanceId}&activity=updateInstanceStatus`,
    )
    await setStatus(instanceId, 'UNFREEZE')
    await rerun(frozen.id)
    expect((await historyOf(instanceId)).slice(0, 3)).toEqual([
      'instance.frozen',
      'instance.unfrozen',
      'instance.frozen',
    ])
  })

  it('does not apply a renewal twice, not even over a newer one', async () => {
    const instanceId = await buy(service)
    const renew = (expireTime: string) =>
      storeCall(service, {
        activity: 'refreshInstance',
        scene: 'RENEWAL',
        instanceId,
        ...newOrder(),
        expireTime,
      })
    await renew('20301118155959')
    const renewed = await messageOf(service, `instanceId=${instanceId}&activity=refreshInstance`)
    await renew('20311118155959')
    expect((await rerun(renewed.id)).answer.resultCode).toBe('000000')
    const instance = await read(service, 'InstanceDetail', `/instances/${instanceId}`)
    expect(instance.expireTime).toBe('2031-11-18T15:59:59.000Z')
  })

  it('answers 200 with the refusal when the call is refused: released stays released', async () => {
    const instanceId = await buy(service)
    await setStatus(instanceId, 'FREEZE')
    const frozen = await messageOf(
      service,
      `instanceId=${instanceId}&activity=updateInstanceStatus`,
    )
    await storeCall(service, { activity: 'releaseInstance', instanceId, ...newOrder() })
    const { message, answer } = await rerun(frozen.id)
    expect(answer.resultCode).toBe('000003')
    expect(message.resultCode).toBe('000003')
    const instance = await read(service, 'InstanceDetail', `/instances/${instanceId}`)
    expect(instance.status).toBe('released')
  })

  it('validates the body by the contract as for a fresh call, in the same words', async () => {
    const orderId = newOrder().orderId
    const refused = await storeCall(service, purchaseOf({ orderId, orderLineId: '' }))
    expect(refused.body).toEqual({ resultCode: '000002', resultMsg: 'orderLineId is missing' })
    const { id } = await messageOf(service, `orderId=${orderId}`)
    expect((await rerun(id)).answer).toEqual(refused.body)

    const at = new Date().toISOString()
    const broken = await storeCall(service, {}, { rawBody: 'no JSON' })
    const unreadable = await messageOf(service, `from=${at}&resultCode=000002`)
    expect((await rerun(unreadable.id)).answer).toEqual(broken.body)
  })

  it('takes null and empty members for absent, as for a fresh call', async () => {
    const order = newOrder()
    const instanceId = await buy(service, { ...order, testFlag: '', novelty: null })
    const { id } = await messageOf(service, `orderId=${order.orderId}`)
    expect((await rerun(id)).answer).toMatchObject({ resultCode: '000000', instanceId })
  })

  it('runs a test call as a test call, and an order notification too', async () => {
    const tested = newId()
    const testCall = {
      activity: 'releaseInstance',
      instanceId: tested,
      ...newOrder(),
      testFlag: '1',
    }
    await storeCall(service, testCall)
    const test = await messageOf(service, `instanceId=${tested}`)
    expect(await rerun(test.id)).toMatchObject({
      message: { test: true },
      answer: { resultCode: '000000' },
    })
    const order = newOrder()
    await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
    const notified = await messageOf(service, `orderId=${order.orderId}`)
    expect(await rerun(notified.id)).toMatchObject({
      message: { family: 'orders', rerunOf: notified.id },
      answer: { resultCode: '000000' },
    })
  })

  it('never shows a password that the answer holds', async () => {
    const instanceId = await buy(service)
    const password = 'open-sesame-7'
    const body = { frontEndUrl: 'https://app.example.com', password }
    await manage(service, `/instances/${instanceId}/app-info`, { method: 'PUT', body })
    await storeCall(service, { activity: 'queryInstance', instanceId })
    const asked = await messageOf(service, `instanceId=${instanceId}&activity=queryInstance`)
    const answer = await rerunRefused(asked.id)
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain(password)
    expect(answer.text).toContain('"password":"***"')
  })

  it('answers 409 for a call that was not verified, and runs nothing', async () => {
    const order = newOrder()
    await storeCall(service, purchaseOf(order), { signature: '0'.repeat(64) })
    const forged = await messageOf(service, `orderId=${order.orderId}`)
    const answer = await rerunRefused(forged.id)
    expect(answer.status).toBe(409)
    expect(answer.body['detail']).toBe(
      `Message ${forged.id} failed signature verification, so it cannot be run again.`,
    )
    const { items } = await read(service, 'InstanceList', `/instances?orderId=${order.orderId}`)
    expect(items).toEqual([])
  })

  it('answers 409 for a call at an address that is not configured any more', async () => {
    const instanceId = await buy(service)
    const { id } = await messageOf(service, `instanceId=${instanceId}`)
    await service.db.updateTable('messages').set({ address: 'gone' }).where('id', '=', id).execute()
    const answer = await rerunRefused(id)
    expect(answer.status).toBe(409)
    expect(answer.body['detail']).toContain('gone')
    expect((await read(service, 'MessageDetail', `/messages/${id}`)).address).toBe('gone')
  })

  it('answers 409 for a call of an operation that only a newer version has, which is still shown', async () => {
    const instanceId = await buy(service)
    const { id } = await messageOf(service, `instanceId=${instanceId}`)
    await service.db
      .updateTable('messages')
      .set({ operation: 'saasV9' })
      .where('id', '=', id)
      .execute()
    expect((await messageOf(service, `instanceId=${instanceId}`)).family).toBe('saas-v2')
    expect((await read(service, 'MessageDetail', `/messages/${id}`)).body).toMatchObject({
      activity: 'newInstance',
    })
    const answer = await rerunRefused(id)
    expect(answer.status).toBe(409)
    expect(answer.body['detail']).toContain('saasV9')
  })

  it('answers 404 for a message that is not there', async () => {
    const answer = await rerunRefused('0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34')
    expect(answer.status).toBe(404)
  })
})
