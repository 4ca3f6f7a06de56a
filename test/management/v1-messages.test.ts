import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encryptV1Field } from '../../src/crypto/v1-cipher.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { newOrder } from '../harness/store.ts'
import { v1Buy, v1Purchase, v1Refresh } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { manage, read } from './client.ts'
import { messageOf } from './message-of.ts'

let service: TestService
let soldOut = false
beforeAll(async () => {
  service = await startService({
    settings: { KOOGATE_V1_KEY: `${keys.v1},old-v1-key` },
    ports: {
      provision: ({ instanceId }) =>
        soldOut
          ? { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } }
          : { outcome: 'ready', appInfo: { frontEndUrl: `https://a.example/${instanceId}` } },
    },
  })
})
afterAll(() => service.stop())

const detail = (id: string) => read(service, 'MessageDetail', `/messages/${id}`)
const rerun = (id: string) =>
  read(service, 'RerunResult', `/messages/${id}/rerun`, { method: 'POST' })
const instanceOf = (id: string) => read(service, 'InstanceDetail', `/instances/${id}`)

const phone = '15905222222'
const extendParams = (list: unknown) => Buffer.from(JSON.stringify(list)).toString('base64')

describe('a message of V1', () => {
  it('shows the query as an object of masked parameters, and the authToken not at all', async () => {
    const mobilePhone = encryptV1Field({ key: keys.v1, encryptType: '1', plain: phone })
    const saasExtendParams = extendParams([
      { name: 'custEmail', value: '123@huawei.com' },
      { name: '密码', value: 'open-sesame-1' },
      { name: 'emailDomainName', value: 'test.example.com' },
    ])
    const call = v1Purchase({
      customerName: '李四光 & co',
      novelty: 'of 2027',
      mobilePhone,
      saasExtendParams,
    })
    await v1Call(service, call)
    const { id } = await messageOf(service, `orderId=${String(call['orderId'])}`)
    const { body } = await detail(id)
    expect(body).toEqual({
      ...call,
      timeStamp: expect.stringMatching(/^\d{17}$/) as string,
      customerName: '李***o',
      mobilePhone: expect.stringContaining('****') as string,
      saasExtendParams: [
        { name: 'custEmail', value: '1***@huawei.com' },
        { name: '密码', value: '***' },
        { name: 'emailDomainName', value: 'test.example.com' },
      ],
      authToken: '***',
    })
    const { text } = await manage(service, `/messages/${id}`)
    for (const secret of ['四光', mobilePhone, saasExtendParams, '123@huawei', 'open-sesame']) {
      expect(text).not.toContain(secret)
    }
  })

  it('hides extension parameters that cannot be read', async () => {
    const call = v1Purchase({ saasExtendParams: 'not-a-list' })
    await v1Call(service, call)
    const { id } = await messageOf(service, `orderId=${String(call['orderId'])}`)
    expect((await detail(id)).body).toMatchObject({ saasExtendParams: '***' })
  })

  it('is shown so too when its signature did not hold', async () => {
    const call = v1Purchase()
    await v1Call(service, call, { authToken: 'forged' })
    const { id } = await messageOf(service, `orderId=${String(call['orderId'])}`)
    expect(await detail(id)).toMatchObject({
      verified: false,
      family: 'saas-v1',
      body: { activity: 'newInstance', authToken: '***' },
    })
  })

  it('of License 1.0 is shown so too', async () => {
    const call = {
      activity: 'getLicense',
      orderId: newOrder().orderId,
      saasExtendParams: extendParams([{ name: 'identificationCode', value: 'machine-7' }]),
    }
    await v1Call(service, call, { path: 'license', authToken: 'forged' })
    const { id } = await messageOf(service, `orderId=${call.orderId}`)
    expect((await detail(id)).body).toMatchObject({
      activity: 'getLicense',
      saasExtendParams: [{ name: 'identificationCode', value: '***' }],
    })
  })

  it('never shows the password that the answer told, not even encrypted', async () => {
    const id = await v1Buy(service)
    const body = { frontEndUrl: 'https://app.example.com', password: 'open-sesame-2' }
    await manage(service, `/instances/${id}/app-info`, { method: 'PUT', body })
    await v1Call(service, { activity: 'queryInstance', instanceId: id })
    const message = await messageOf(service, `instanceId=${id}&activity=queryInstance`)
    expect((await detail(message.id)).answer).toMatchObject({
      info: [{ appInfo: { password: '***' } }],
    })
  })
})

describe('rerunMessage of V1', () => {
  it('gives a purchase its own instance again, and makes no second event', async () => {
    const call = v1Purchase({ customerName: 'a+b c' })
    const instanceId = await v1Buy(service, call)
    const bought = await messageOf(service, `orderId=${String(call['orderId'])}`)
    const { message, answer } = await rerun(bought.id)
    expect(answer).toMatchObject({
      resultCode: '000000',
      instanceId,
      appInfo: { frontEndUrl: `https://a.example/${instanceId}` },
    })
    expect(message).toMatchObject({
      family: 'saas-v1',
      activity: 'newInstance',
      verified: true,
      rerunOf: bought.id,
    })
    expect((await instanceOf(instanceId)).history).toHaveLength(2)
    expect((await detail(message.id)).body).toEqual((await detail(bought.id)).body)
  })

  it('completes a purchase whose cause of failure was put right', async () => {
    soldOut = true
    const call = v1Purchase()
    const refused = await v1Call(service, call)
    soldOut = false
    expect(refused.body).toMatchObject({ resultCode: '000106' })
    const failed = await messageOf(service, `orderId=${String(call['orderId'])}`)
    expect((await rerun(failed.id)).answer).toMatchObject({
      resultCode: '000000',
      instanceId: call['businessId'],
    })
  })

  it('decrypts with the key that had verified the call, the older one too', async () => {
    soldOut = true
    const key = 'old-v1-key'
    const mobilePhone = encryptV1Field({ key, encryptType: '2', plain: phone })
    const call = v1Purchase({ mobilePhone })
    await v1Call(service, call, { key })
    soldOut = false
    const failed = await messageOf(service, `orderId=${String(call['orderId'])}`)
    expect((await rerun(failed.id)).answer).toMatchObject({ resultCode: '000000' })
    const { order } = await instanceOf(String(call['businessId']))
    expect(order?.buyer?.mobilePhone).toBe(phone)
  })

  it('does not apply a renewal twice, not even over a newer one', async () => {
    const id = await v1Buy(service)
    await v1Call(service, v1Refresh(id, { expireTime: '21000101080000' }))
    const renewed = await messageOf(service, `instanceId=${id}&activity=refreshInstance`)
    await v1Call(service, v1Refresh(id, { expireTime: '21010101080000' }))
    expect((await rerun(renewed.id)).answer.resultCode).toBe('000000')
    expect((await instanceOf(id)).expireTime).toBe('2101-01-01T00:00:00.000Z')
  })

  it('validates the parameters by the contract as for a fresh call, in the same words', async () => {
    const call = v1Purchase({ expireTime: '20300230000000' })
    const refused = await v1Call(service, call)
    expect(refused.body).toMatchObject({ resultCode: '000002' })
    const { id } = await messageOf(service, `orderId=${String(call['orderId'])}`)
    expect((await rerun(id)).answer).toEqual(refused.body)
  })

  it('answers 409 for a call that was not verified', async () => {
    const call = v1Purchase()
    await v1Call(service, call, { authToken: 'forged' })
    const { id } = await messageOf(service, `orderId=${String(call['orderId'])}`)
    expect((await manage(service, `/messages/${id}/rerun`, { method: 'POST' })).status).toBe(409)
  })
})

it('a kept call whose key is not accepted any more is run again with the current one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-v1-'))
  const path = join(folder, 'addresses.yaml')
  writeFileSync(path, 'addresses:\n  main:\n    basicKey: basic-key\n    v1Key: newer-v1-key\n')
  const call = v1Purchase()
  const instanceId = await v1Buy(service, call)
  const { id } = await messageOf(service, `orderId=${String(call['orderId'])}`)
  const rotated = await startService({
    databaseUrl: String(service.databaseUrl),
    settings: { KOOGATE_CONFIG_FILE: path },
  })
  const again = await read(rotated, 'RerunResult', `/messages/${id}/rerun`, { method: 'POST' })
  await rotated.stop()
  rmSync(folder, { recursive: true })
  expect(again.answer).toMatchObject({ resultCode: '000000', instanceId })
})
