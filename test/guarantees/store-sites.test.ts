import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { instanceOf } from '../harness/management.ts'
import { type TestService, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'

const basicKey = 'basic-key-of-all-sites'
const keysOf = {
  china: { accessKey: 'AK-CHINA', secretKey: 'SK-of-china' },
  intl: { accessKey: 'AK-INTL', secretKey: 'SK-of-intl' },
}
const addresses = { main: { basicKey }, abroad: { site: 'intl', basicKey } }
const folder = mkdtempSync(join(tmpdir(), 'koogate-stores-'))

let stores: Record<keyof typeof keysOf, OrderStore>
let service: TestService
let secretKey = 'mistyped'

beforeAll(async () => {
  stores = {
    china: await startOrderStore(keysOf.china),
    intl: await startOrderStore(keysOf.intl),
  }
  service = await start()
})
afterAll(async () => {
  await service.stop()
  await Promise.all(Object.values(stores).map((store) => store.close()))
  rmSync(folder, { recursive: true, force: true })
})

function start(databaseUrl?: string): Promise<TestService> {
  const file = join(folder, 'koogate.yaml')
  const { accessKey: ak, secretKey: sk } = keysOf.china
  const sites = {
    china: { hosts: [stores.china.url.href], ak, sk },
    intl: { hosts: [stores.intl.url.href], usageLimit: 100 },
  }
  writeFileSync(file, JSON.stringify({ addresses, sites }))
  return startService({
    limits: { jobsEveryMs: 100, sitesEveryMs: 100, siteProbeMs: 300, siteProbeAtMostMs: 300 },
    ...(databaseUrl !== undefined && { databaseUrl }),
    settings: {
      KOOGATE_CONFIG_FILE: file,
      KOOGATE_STORE_AK_INTL: keysOf.intl.accessKey,
      KOOGATE_STORE_SK_INTL: secretKey,
    },
  })
}

/** Buys at an address; the store of its site knows the order, which names this product. */
async function buyAt(address: keyof typeof addresses, productId: string, order = newOrder()) {
  stores[address === 'main' ? 'china' : 'intl'].orders.add({
    ...{ orderId: order.orderId, orderType: 'NEW', createTime: '20261118101931' },
    orderLine: [
      {
        ...{ orderLineId: order.orderLineId, chargingMode: 'PERIOD' },
        productInfo: [{ productId, skuCode: 'sku', linearValue: 3 }],
      },
    ],
  })
  const { body } = await storeCall(service, purchaseOf(order), { address, key: basicKey })
  return String(body['instanceId'])
}

const productOf = async (id: string) => (await instanceOf(service, id))['productId']
const alarms = async (filter = '') =>
  (await read(service, 'AlarmList', `/alarms?key=store.credentials${filter}`)).items
const ready = () => sendTo(service, '/health/ready')
const metrics = async () => (await sendTo(service, '/metrics')).text

test('an order refused for a wrong key raises one alarm, is seen, and arrives once the key is mended', async () => {
  const begun = performance.now()
  const ids = await Promise.all([1, 2, 3].map((n) => buyAt('abroad', `P-${n}`)))
  const open = await until(
    () => alarms('&cleared=false'),
    (items) => items.length > 0,
  )
  expect(performance.now() - begun).toBeLessThan(10_000)
  expect(open).toMatchObject([{ subject: 'site:intl', count: 1 }])
  expect(await ready()).toMatchObject({
    status: 200,
    body: { status: 'ready', sites: [{ site: 'china' }, { site: 'intl', state: 'access' }] },
  })
  expect(await metrics()).toMatch(/koogate_site_circuit_open\{site="intl",cause="access"\} 1/)
  // Nobody else suffers.
  const other = await buyAt('main', 'P-main')
  await until(
    () => productOf(other),
    (product) => product === 'P-main',
  )

  const wrong = service
  secretKey = keysOf.intl.secretKey
  service = await start(String(wrong.databaseUrl))
  await wrong.stop()
  for (const [n, id] of ids.entries()) {
    await until(
      () => productOf(id),
      (product) => product === `P-${n + 1}`,
    )
  }
  const cleared = await until(
    () => alarms(),
    (items) => items.every(({ clearedAt }) => clearedAt !== null),
  )
  expect(cleared).toHaveLength(1)
  expect((await ready()).body).toMatchObject({ sites: [{ state: 'ok' }, { state: 'ok' }] })
})

test('a key that is mended at the store needs no start, and one that waited comes by itself', async () => {
  stores.intl.changeKeys({ accessKey: 'AK-INTL', secretKey: 'another for now' })
  const id = await buyAt('abroad', 'P-late')
  await until(
    () => alarms('&cleared=false'),
    (items) => items.length > 0,
  )
  stores.intl.changeKeys(keysOf.intl)
  await until(
    () => productOf(id),
    (product) => product === 'P-late',
  )
  await until(
    () => alarms('&cleared=false'),
    (items) => items.length === 0,
  )
})

test('two sites that gave the same order id are each asked at their own host', async () => {
  const order = newOrder()
  const [china, intl] = [
    await buyAt('main', 'P-of-china', order),
    await buyAt('abroad', 'P-of-intl', order),
  ]
  await until(
    () => productOf(china),
    (product) => product === 'P-of-china',
  )
  await until(
    () => productOf(intl),
    (product) => product === 'P-of-intl',
  )
  const asked = (store: OrderStore) => store.calls.filter((call) => call.orderId === order.orderId)
  expect(asked(stores.china).map(({ answer }) => answer)).toEqual(['MKT.0000'])
  expect(asked(stores.intl).map(({ answer }) => answer)).toEqual(['MKT.0000'])

  const path = `/outbound-calls?operation=queryOrder&result=done&subject=${order.orderId}`
  const { items } = await until(
    () => read(service, 'OutboundCallList', path),
    (page) => page.items.length === 2,
  )
  const hostOf = { china: stores.china.url.host, intl: stores.intl.url.host }
  for (const { site, host } of items) expect(host).toBe(hostOf[site as keyof typeof hostOf])
  const ofSite = await read(service, 'OutboundCallList', `${path}&site=intl`)
  expect(ofSite.items).toEqual(items.filter(({ site }) => site === 'intl'))
  const later = await read(service, 'OutboundCallList', `${path}&from=2099-01-01T00:00:00Z`)
  expect(later.items).toEqual([])
  const refused = await read(service, 'OutboundCallList', '/outbound-calls?result=access')
  expect(refused.items.map(({ code }) => code)).toContain('APIGW.0301')
  const [first] = ofSite.items
  const detail = await read(service, 'OutboundCallDetail', `/outbound-calls/${first?.id}`)
  expect(detail.request).toContain(`orderId=${order.orderId}`)
  expect(detail.answer).toMatchObject({ orderInfo: { orderId: order.orderId } })
})
