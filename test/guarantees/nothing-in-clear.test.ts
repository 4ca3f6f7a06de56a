import { createPublicKey } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encryptClientSecret } from '../../src/crypto/client-secret.ts'
import { generatePrivateKey, readPrivateKey } from '../../src/crypto/public-key.ts'
import { encryptV1Field } from '../../src/crypto/v1-cipher.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import {
  applicationOf,
  kitCall,
  newBinding,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { feedOf } from '../events/feed.ts'
import { applicationFor, buyA, callA, licenseOf, putContent } from '../harness/licenses.ts'
import { manage } from '../harness/management.ts'
import { type TestService, keys, newId, secrets, startService } from '../harness/service.ts'
import { putOrder } from '../harness/sold.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { type Receiver, startReceiver } from '../harness/receiver.ts'
import { readerOf } from '../harness/tokens.ts'
import { until } from '../harness/until.ts'
import { v1Call } from '../harness/v1-call.ts'

const credentials = { accessKey: 'access-key-of-seller', secretKey: 'secret-key-of-seller' }
/** Whoever may read them does so in clear. */
const personal = {
  mobile: '13712345678',
  email: 'wang.xiaoming@buyer.example.cn',
  name: '王小明实名',
  userMobile: '15812344321',
  userEmail: 'li.lei@buyer.example.cn',
  userName: '李雷的姓名',
}
/** Nobody reads them. */
const hidden = {
  password: 'Passw0rd-of-the-buyer',
  clientSecret: 'client-secret-of-the-application',
  license: 'text-of-the-license-5f3a',
  storeSecret: credentials.secretKey,
  webhookSecret: newWebhookSecret(),
}
/** Of an endpoint that was made by the API. */
let endpointSecret: string

const logged: string[] = []
let store: OrderStore
let receiver: Receiver
let service: TestService
let bought: string
let tenantId: string

beforeAll(async () => {
  const pem = await generatePrivateKey()
  const keyFile = join(mkdtempSync(join(tmpdir(), 'koogate-clear-')), 'key.pem')
  writeFileSync(keyFile, pem)
  store = await startOrderStore(credentials)
  receiver = await startReceiver(() => hidden.webhookSecret)
  service = await startService({
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    settings: {
      KOOGATE_STORE_URL: store.url.origin,
      KOOGATE_STORE_AK: credentials.accessKey,
      KOOGATE_STORE_SK: credentials.secretKey,
      KOOGATE_KIT_PRIVATE_KEY_FILE: keyFile,
      KOOGATE_LICENSE_TEMPLATE: '',
      KOOGATE_WEBHOOK_URL: receiver.url,
      KOOGATE_WEBHOOK_SECRET: hidden.webhookSecret,
    },
  })
  bought = await sell()
  await sellInV1()
  await license()
  tenantId = await bindTenant(createPublicKey(readPrivateKey(pem)))
  endpointSecret = await addEndpoint()
  await until(
    () => Promise.resolve(receiver.received.map(({ type }) => type)),
    (types) => types.includes('tenant.users.changed'),
  )
})
afterAll(async () => {
  await service.stop()
  await store.close()
  await receiver.close()
})

/** A sale whose order names its buyer, and the entrance that the buyer got. */
async function sell(): Promise<string> {
  const order = putOrder(store)
  const known = store.orders.find(order.orderId)
  if (known === undefined) throw new Error('the order is not known')
  const { mobile: mobilePhone, email, name: customerRealName } = personal
  const buyerInfo = { ...known.buyerInfo, mobilePhone, email, customerRealName }
  store.orders.add({ ...known, buyerInfo })
  const { body } = await storeCall(service, purchaseOf(order))
  const instanceId = String(body['instanceId'])
  await until(
    () => manage(service, `/instances/${instanceId}`),
    (answer) => answer.body['buyer'] !== null,
  )
  const entrance = { frontEndUrl: 'https://buyer.example.com', userName: 'admin' }
  const put = { ...entrance, password: hidden.password }
  await manage(service, `/instances/${instanceId}/app-info`, { method: 'PUT', body: put })
  return instanceId
}

async function sellInV1(): Promise<void> {
  const field = (plain: string) => encryptV1Field({ key: keys.v1, encryptType: '1', plain })
  const { body } = await v1Call(service, {
    activity: 'newInstance',
    businessId: newId(),
    orderId: newId(),
    productId: 'p',
    customerId: 'c',
    customerName: personal.name,
    mobilePhone: field(personal.mobile),
    email: field(personal.email),
  })
  expect(body).toMatchObject({ resultCode: '000000' })
}

async function license(): Promise<void> {
  const instanceId = await buyA(service)
  const { body } = await callA(service, applicationFor(instanceId))
  expect(body).toMatchObject({ resultCode: '000004' })
  const { licenseId } = await licenseOf(service, `instanceId=${instanceId}`)
  const put = await putContent(service, licenseId, { text: hidden.license })
  expect(put.status).toBe(200)
}

/** An endpoint whose secret was made anew; returns the one that holds. */
async function addEndpoint(): Promise<string> {
  const body = { url: receiver.url, personal: true }
  const made = await manage(service, '/webhook-endpoints', { method: 'POST', body })
  expect(made.status).toBe(200)
  const path = `/webhook-endpoints/${String(made.body['id'])}/rotate-secret`
  const rotated = await manage(service, path, { method: 'POST' })
  return String(rotated.body['secret'])
}

/** An enterprise with its application and a user. */
async function bindTenant(publicKey: ReturnType<typeof createPublicKey>): Promise<string> {
  const binding = { ...newBinding(), instanceId: bought }
  const user = userOf(newId('user'), {
    name: personal.userName,
    mobile: personal.userMobile,
    email: personal.userEmail,
  })
  const secret = encryptClientSecret(hidden.clientSecret, publicKey)
  for (const [activity, members] of [
    ['tenantSync', tenantOf(binding)],
    ['applicationSync', applicationOf(binding, secret)],
    ['authSync', usersOf(binding, [user])],
  ] as const) {
    const { body } = await kitCall(service, activity, members)
    expect(body).toMatchObject({ resultCode: '000000' })
  }
  const { body } = await manage(service, `/tenants?tenantId=${binding.tenantId}`)
  return String((body['items'] as { id: string }[])[0]?.id)
}

/** Every row of every table as text, bytes both as they are shown and as what they hold. */
async function dump(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema::regnamespace and relkind = 'r'`.execute(service.db)
  const texts = tables.map(async ({ name }) => {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(name)} t`.execute(service.db)
    return rows.map(({ row }) => row).join('\n')
  })
  const all = (await Promise.all(texts)).join('\n')
  const bytes = [...all.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').toString(),
  )
  return [all, ...bytes].join('\n')
}

const inClear = (text: string) => {
  const values = [...Object.values(personal), ...Object.values(hidden), ...secrets, endpointSecret]
  return values.filter((value) => text.includes(value))
}

test('nothing private or secret is in clear in a dump of the database', async () => {
  const text = await dump()
  expect(text).toContain(bought)
  expect(inClear(text)).toEqual([])
})

test('nor in the log, at its most talkative', () => {
  expect(logged.join('')).toContain(bought)
  expect(inClear(logged.join(''))).toEqual([])
})

test('nor in what is told to an endpoint that was not given what is personal', () => {
  expect(receiver.received.length).toBeGreaterThan(5)
  expect(inClear(JSON.stringify(receiver.received))).toEqual([])
})

const seen = async (authorization?: string) => {
  const paths = [`/instances/${bought}`, `/tenants/${tenantId}/users`, '/instances', '/messages']
  const answers = await Promise.all(
    paths.map((path) => manage(service, path, authorization ? { authorization } : {})),
  )
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200))
  return JSON.stringify(answers.map(({ body }) => body))
}

test('who may see what is personal reads all of it, and no secret', async () => {
  expect(inClear(await seen())).toEqual(Object.values(personal))
  expect(inClear(JSON.stringify(await feedOf(service)))).toEqual(Object.values(personal))
})

test('who may only read sees none of it', async () => {
  const authorization = await readerOf(service)
  expect(inClear(await seen(authorization))).toEqual([])
  const events = await feedOf(service, { authorization })
  expect(events.map(({ type }) => type)).toContain('tenant.users.changed')
  expect(inClear(JSON.stringify(events))).toEqual([])
})
