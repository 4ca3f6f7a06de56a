import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generations, kitCall, newBinding, tenantOf, userOf, usersOf } from '../harness/kit-call.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { readerOf } from '../harness/tokens.ts'
import { faultyFields, manage, read } from './client.ts'
import { messageOf } from './message-of.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const list = async (query: string) =>
  (await read(service, 'MessageList', `/messages?${query}`)).items
const detail = (id: string) => read(service, 'MessageDetail', `/messages/${id}`)

describe('listMessages', () => {
  it('keeps each call with its answer, newest first, without bodies', async () => {
    const order = newOrder()
    const instanceId = await buy(service, order)
    await storeCall(service, { activity: 'queryInstance', instanceId })
    const messages = await list(`instanceId=${instanceId}`)
    expect(messages).toMatchObject([
      {
        address: 'main',
        family: 'saas-v2',
        activity: 'queryInstance',
        instanceId,
        orderId: null,
        resultCode: '000000',
        rerunOf: null,
      },
      {
        activity: 'newInstance',
        instanceId,
        orderId: order.orderId,
        test: false,
        verified: true,
        resultMsg: 'success.',
      },
    ])
    for (const message of messages) {
      expect(message).not.toHaveProperty('body')
      expect(message).not.toHaveProperty('answer')
    }
  })

  it('finds by activity, result code, order and verification, joined by and', async () => {
    const order = newOrder()
    const { orderId } = order
    const purchase = purchaseOf(order)
    await storeCall(service, purchase)
    await storeCall(service, { ...purchase, businessId: 'x'.repeat(65) })
    await storeCall(service, purchase, { signature: '0'.repeat(64) })
    await storeCall(service, { activity: 'orderNotify', ...order }, { path: 'orders' })
    await expect.poll(() => list(`orderId=${orderId}`)).toHaveLength(4)
    const found = async (query: string) => (await list(`orderId=${orderId}&${query}`)).length
    expect(await found('activity=newInstance')).toBe(3)
    expect(await found('activity=orderNotify')).toBe(1)
    expect(await found('resultCode=000002')).toBe(1)
    expect(await found('verified=false')).toBe(1)
    expect(await found('verified=true&activity=newInstance')).toBe(2)
    expect(await found('verified=false&resultCode=000000')).toBe(0)
    expect(await found('instanceId=nobody')).toBe(0)
  })

  it('counts `from` in and `to` out', async () => {
    const instanceId = await buy(service)
    const [message] = await list(`instanceId=${instanceId}`)
    const at = message?.receivedAt ?? ''
    const later = new Date(Date.parse(at) + 1).toISOString()
    const found = async (query: string) => (await list(`instanceId=${instanceId}&${query}`)).length
    expect(await found(`from=${at}`)).toBe(1)
    expect(await found(`from=${later}`)).toBe(0)
    expect(await found(`to=${at}`)).toBe(0)
    expect(await found(`to=${later}`)).toBe(1)
    expect(await found(`from=${at}&to=${later}`)).toBe(1)
    const beijing = at.replace(/^(.*)T.*$/, '$1T23:59:59%2B08:00')
    expect(await found(`from=${beijing}&to=${at}`)).toBe(0)
  })

  it('gives each once over its pages', async () => {
    const instanceId = await buy(service)
    for (let i = 0; i < 6; i++) await storeCall(service, { activity: 'queryInstance', instanceId })
    const filter = `/messages?instanceId=${instanceId}&limit=4`
    const first = await read(service, 'MessageList', filter)
    const second = await read(service, 'MessageList', `${filter}&cursor=${first.nextCursor ?? ''}`)
    expect(second.nextCursor).toBeNull()
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(7)
  })

  it('refuses a cursor that another list gave', async () => {
    await buy(service)
    await buy(service)
    const { nextCursor } = await read(service, 'InstanceList', '/instances?limit=1')
    expect(nextCursor).not.toBeNull()
    const answer = await manage(service, `/messages?cursor=${nextCursor ?? ''}`)
    expect(faultyFields(answer)).toEqual(['cursor'])
  })
})

describe('getMessage', () => {
  it('shows what was said, unknown members too', async () => {
    const order = newOrder()
    const purchase = purchaseOf(order, { businessId: newId(), novelty: { seats: 5 } })
    await storeCall(service, purchase)
    const { id } = await messageOf(service, `orderId=${order.orderId}`)
    const message = await detail(id)
    expect(message.body).toEqual(purchase)
    expect(message.answer).toEqual({
      resultCode: '000000',
      resultMsg: 'success.',
      instanceId: purchase['businessId'],
    })
  })

  it('masks what is private, also inside texts that hold JSON', async () => {
    const order = newOrder()
    const person = {
      mobilePhone: '18688888888',
      email: 'lisi@example.com',
      customerRealName: '李四光',
      userName: 'lisi_01',
      clientSecret: 'open-sesame-2',
    }
    const members = {
      ...person,
      userList: JSON.stringify([person]),
      extendParams: [{ name: '密码', value: 'open-sesame-3' }],
      license: { code: 'open-sesame-4' },
      memo: 'call 13812345678',
    }
    await storeCall(service, purchaseOf(order, members))
    const { id } = await messageOf(service, `orderId=${order.orderId}`)
    const { text } = await manage(service, `/messages/${id}`)
    const { body } = await detail(id)
    const masked = {
      mobilePhone: '186****8888',
      email: 'l***@example.com',
      customerRealName: '李***',
      userName: 'l***1',
      clientSecret: '***',
    }
    expect(body).toMatchObject({
      ...masked,
      userList: JSON.stringify([masked]),
      extendParams: [{ name: '密码', value: '***' }],
      license: '***',
      memo: 'call 138****5678',
    })
    for (const secret of ['18688888888', 'lisi', '四光', 'open-sesame', '13812345678']) {
      expect(text).not.toContain(secret)
    }
  })

  it.each(generations)('masks the users of kit %s as their list does', async (generation) => {
    const extension = { employeeCode: 'SHU-0043' }
    const user = userOf('zhugeliang', { employeeCode: 'SHU-0042', extension })
    const list = generation === 'V1' ? JSON.stringify([user]) : [user]
    const binding = newBinding()
    await kitCall(service, 'tenantSync', tenantOf(binding), { generation })
    const { body } = await kitCall(service, 'authSync', usersOf(binding, list), { generation })
    expect(body).toMatchObject({ resultCode: '000000' })
    const { id } = await messageOf(service, `tenantId=${binding.tenantId}&activity=authSync`)
    const authorization = await readerOf(service)
    const { text } = await manage(service, `/messages/${id}`, { authorization })
    expect(text).toContain('S***2')
    expect(text).toContain('S***3')
    expect(text).not.toMatch(/SHU-004|zhugeliang/)
  })

  it('never shows a password that an answer told the store', async () => {
    const instanceId = await buy(service)
    const password = 'open-sesame-5'
    const body = { frontEndUrl: 'https://app.example.com', userName: 'admin', password }
    await manage(service, `/instances/${instanceId}/app-info`, { method: 'PUT', body })
    const told = await storeCall(service, { activity: 'queryInstance', instanceId })
    expect(told.text).toContain(password)
    const { id } = await messageOf(service, `instanceId=${instanceId}&activity=queryInstance`)
    const answer = await manage(service, `/messages/${id}`)
    expect(answer.text).not.toContain(password)
    expect(answer.body['answer']).toMatchObject({
      info: [{ instanceId, appInfo: { userName: 'admin', password: '***' } }],
    })
  })

  it('shows a body that is not JSON as the text it is, what looks private hidden', async () => {
    const at = new Date().toISOString()
    const rawBody = '{"activity": "newInstance", "password": "open-sesame-6", '
    await storeCall(service, {}, { rawBody })
    const { id } = await messageOf(service, `from=${at}&resultCode=000002`)
    expect((await detail(id)).body).toBe('{"activity": "newInstance", "password": ***, ')
  })

  it('shows the body of a call that was not verified, and null where there was none', async () => {
    const order = newOrder()
    const purchase = purchaseOf(order)
    await storeCall(service, purchase, { signature: '0'.repeat(64) })
    const forged = await messageOf(service, `orderId=${order.orderId}`)
    expect(await detail(forged.id)).toMatchObject({ verified: false, body: purchase })
    const at = new Date().toISOString()
    await storeCall(service, {}, { rawBody: '' })
    const empty = await messageOf(service, `from=${at}&resultCode=000002`)
    expect((await detail(empty.id)).body).toBeNull()
  })

  it('answers 404 for a message that is not there', async () => {
    const answer = await manage(service, '/messages/0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34')
    expect(answer.status).toBe(404)
  })
})
