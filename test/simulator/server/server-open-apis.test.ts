import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SimulatorSchemas } from '../../../src/contract/index.ts'
import { signStoreRequest } from '../../../src/crypto/ak-sk-signature.ts'
import { restoreUsage } from '../../../src/simulator/server/kept-usage.ts'
import { signUsage } from '../../../src/crypto/usage-signature.ts'
import { answerOf, violationsOf } from '../../harness/contract-hook.ts'
import { type BoxScene, appId, openBox } from './scene.ts'

type Schemas = SimulatorSchemas

const openApis = '/api/mkp-openapi-public/global'

let box: BoxScene
const products = new Map<string, string>()

beforeAll(async () => {
  box = await openBox()
  for (const { generation, id } of (await box.view()).products) products.set(generation ?? '', id)
})
afterAll(() => box.close())

interface Given {
  readonly method?: 'GET' | 'POST'
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls an open API as a seller does; the answer is held against the store contract. */
async function ask(path: string, { method = 'POST', body, headers: own = {} }: Given = {}) {
  const url = new URL(openApis + path, box.server.url)
  const { accessKey, secretKey } = box.server.credentials
  const text = body === undefined ? '' : JSON.stringify(body)
  const given = { 'content-type': 'application/json', ...own }
  const { host: _host, ...headers } = signStoreRequest({
    ...{ method, url, headers: given, body: text, accessKey, secretKey, now: new Date() },
  })
  const response = await fetch(url, { method, headers, ...(text !== '' && { body: text }) })
  const answer = answerOf(response, await response.text())
  const faults = violationsOf('store', { method, target: url.pathname }, answer)
  expect(faults, answer.text).toEqual([])
  return answer
}

const buy = async (generation: string, given: object = {}) =>
  box.act('buy', { product: products.get(generation), quantity: 50, ...given })

async function instanceOf(id: string | null): Promise<Schemas['StoreInstance']> {
  return (await box.call<Schemas['StoreInstance']>('GET', `instances/${id ?? ''}`)).body
}

describe('the open APIs, on the port of the page', () => {
  test('show an order that was placed here, and the fixed mock orders', async () => {
    const { orderId } = await buy('saasV2')
    const { body } = await ask(`/v1/order/query?orderId=${orderId ?? ''}`, { method: 'GET' })
    expect(body).toMatchObject({
      orderInfo: { orderId, buyerInfo: { customerName: 'mock_user_01' } },
    })
    const mock = await ask('/v1/order/query?orderId=MOCKPERIODYEARNEW', { method: 'GET' })
    expect(mock.body).toMatchObject({ orderInfo: { orderId: 'MOCKPERIODYEARNEW' } })
    expect((await ask('/v1/order/query?orderId=CS9', { method: 'GET' })).body).toMatchObject({
      resultCode: 'MKT.0150',
    })
  })

  test('take usage of an instance on demand by the clock of the store, and nothing else', async () => {
    const [first] = (await box.view()).products
    const offer = first?.offers.find(({ chargingMode }) => chargingMode === 'ON_DEMAND')
    const onDemand = await instanceOf((await buy('saasV2', { offer: offer?.productId })).instance)
    const yearly = await instanceOf((await buy('saasV2')).instance)
    await box.call('POST', 'clock/advance', { by: 'PT2H' })
    const now = Date.parse((await box.view()).clock.now)
    const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')
    const record = (instance_id: string | null, metering_sn: string) => ({
      ...{ metering_sn, instance_id, usage_value: '12.5' },
      begin_time: stamp(now - 3_600_000),
      end_time: stamp(now - 1000),
      record_time: stamp(now - 1000),
    })
    const body = {
      usage_records: [record(onDemand.instanceId, 'sn-1'), record(yearly.instanceId, 'sn-2')],
    }
    const signed = { key: basicKey(), ts: String(Date.now()), nonce: '0123456789abcdef' }
    const signature = signUsage({ ...signed, body: Buffer.from(JSON.stringify(body)) })
    const headers = { ts: signed.ts, nonce: signed.nonce, signature }
    const answer = await ask('/v1/isv/usage-data', { body, headers })
    expect(answer.body).toMatchObject({
      data: { abnormal_usage_data: [{ metering_sn: 'sn-2', error_code: '012' }] },
    })
    const { usage } = await box.view()
    expect(usage).toMatchObject({
      takenCount: 1,
      taken: [{ instanceId: onDemand.instanceId, value: '12.5000' }],
      calls: [{ form: 'new', records: 2 }],
    })
    // The same records again, after the store was read from what it keeps.
    const { data } = box.server.store()
    const kept = JSON.parse(JSON.stringify(data)) as typeof data
    box.server.apis.usage.restore({ calls: [], taken: [] })
    restoreUsage({ ...box.server.store(), data: kept }, box.server.apis.usage)
    const again = await ask('/v1/isv/usage-data', { body, headers })
    expect(again.body).toMatchObject({
      data: { abnormal_usage_data: [{ error_code: '005' }, { error_code: '012' }] },
    })
  })

  test('activate a license code that was sold, once, and its period begins', async () => {
    const { instance, orderId } = await buy('licenseC')
    const { license } = await instanceOf(instance)
    const activate = () => ask('/v1/license/activate', { body: { license, device: 'one' } })
    const { body } = await activate()
    const data = body['data'] as Record<string, string>
    expect(JSON.parse(data['license_code_info'] ?? '')).toMatchObject({
      ...{ status: 'ALIVE', amount: 50, order_id: orderId },
    })
    expect((await activate()).body).toMatchObject({ error_code: '92020003' })
    expect(await instanceOf(instance)).toMatchObject({ status: 'ACTIVE' })
    const heard = await ask('/v1/license/heartbeat', { body: { license } })
    expect(heard.body).toMatchObject({ data: { license_code: license, status: 'ALIVE' } })
    const unknown = await ask('/v1/license/activate', { body: { license: 'PL0', device: 'one' } })
    expect(unknown.body).toMatchObject({ error_code: '92020005' })
  })

  test('take the license that the seller makes for an application, and refuse another event', async () => {
    const { instance } = await buy('licenseA')
    const { messages } = await box.act('askLicense', { instance, deviceFingerprint: 'device' })
    expect(messages[0]).toMatchObject({ activity: 'getLicenseAsync', state: 'SUCCESS' })
    const uploaded = () =>
      Object.values(box.server.store().data.licenses).find((one) => one.instance === instance)
    expect(uploaded()).toMatchObject({ status: 'uploaded' })
    expect(uploaded()?.content).not.toBe('')
    const { uploads } = box.server.apis
    expect(uploads.at(-1)).toMatchObject({ eventId: uploaded()?.id, answer: 'CBC.0000' })
    expect(await uploadFor('nobody')).toMatchObject({ error_code: '91381034' })
  })

  test('refuse a signature with another secret', async () => {
    const url = new URL(`${openApis}/v1/order/query?orderId=CS1`, box.server.url)
    const { host: _host, ...headers } = signStoreRequest({
      ...{ method: 'GET', url, headers: {}, body: '', now: new Date() },
      ...{ accessKey: box.server.credentials.accessKey, secretKey: 'another' },
    })
    expect(await (await fetch(url, { headers })).json()).toMatchObject({ error_code: 'APIGW.0301' })
  })
})

async function uploadFor(eventId: string): Promise<unknown> {
  const url = new URL(`${openApis}/v1/market-event/${eventId}/file`, box.server.url)
  const part = JSON.stringify({ type: 'CHARACTERS', characters: 'A-LICENSE' })
  const head = 'content-disposition: form-data; name="isvUpdateFileReq"'
  const text = `--b\r\n${head}\r\ncontent-type: application/json\r\n\r\n${part}\r\n--b--\r\n`
  const { accessKey, secretKey } = box.server.credentials
  const { host: _host, ...headers } = signStoreRequest({
    ...{ method: 'POST', url, headers: {}, body: text, accessKey, secretKey, now: new Date() },
  })
  const type = { 'content-type': 'multipart/form-data; boundary=b' }
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, ...type },
    body: text,
  })
  return response.json()
}

function basicKey(): string {
  const { addresses, keys } = box.server.store().data
  const [address] = Object.values(addresses)
  return keys[address?.keys.basic ?? '']?.secret ?? ''
}

test('an account that is authorised signs in from the workbench, and nobody else', async () => {
  const { instance } = await buy('saasV2')
  const enterprise = async () => (await box.view()).enterprises[0]
  const { tenantId = '' } = (await enterprise()) ?? {}
  await box.act('bindEnterprise', { instance, tenantId })
  const binding = async () =>
    (await enterprise())?.bindings.find((one) => one.instance === instance)
  expect(await binding()).toMatchObject({ state: 'bound', granted: [], loginUrl: null })
  await box.act('authoriseUsers', { instance, tenantId, users: ['zhangsan'] })
  const { loginUrl } = (await binding()) ?? {}
  expect(loginUrl).toContain(`appId=${appId}`)
  const entered = await fetch(loginUrl ?? '', { redirect: 'manual' })
  const back = new URL(entered.headers.get('location') ?? '')
  expect(back.pathname).toBe('/callback')
  expect(back.searchParams.get('code')).toMatch(/^[0-9a-f]{32}$/)
  const stranger = (loginUrl ?? '').replace('zhangsan', 'lisi')
  expect((await fetch(stranger, { redirect: 'manual' })).status).toBe(400)
  await box.act('unbindEnterprise', { instance, tenantId })
  expect(await binding()).toMatchObject({ state: 'unbound', loginUrl: null })
})
