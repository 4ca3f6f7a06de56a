import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { type Answer, sendTo } from '../harness/contract-hook.ts'
import { buyA } from '../harness/licenses.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { putOrder } from '../harness/sold.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { lockTable } from '../harness/table-lock.ts'
import { until } from '../harness/until.ts'
import { manage, read } from './client.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-welcome-'))
const file = join(folder, 'addresses.yaml')
const helpDesk = 'https://help.example.com/?a=1&b=2'
const basicKey = `basicKey: [${keys.basic}]`
writeFileSync(
  file,
  `addresses:
  main: { ${basicKey}, supportContact: help@seller.example.com }
  byhand: { ${basicKey}, provisioning: manual, supportContact: '${helpDesk}' }
  led: { ${basicKey}, frontEndUrl: 'https://app.example.com/{instanceId}' }
`,
)

let store: OrderStore
let service: TestService
beforeAll(async () => {
  store = await startOrderStore(credentials)
  service = await startService({
    settings: { KOOGATE_CONFIG_FILE: file, ...storeSettings(store) },
    limits: { welcomeAtOnce: 8, welcomeWithinMs: 800, jobsEveryMs: 50 },
  })
})
afterAll(async () => {
  await service.stop()
  await store.close()
  rmSync(folder, { recursive: true })
})

const welcome = (segment: string, headers: Record<string, string> = { 'accept-language': 'en' }) =>
  sendTo(service, `/welcome/${segment}`, { headers })
const pageOf = async (id: string) => (await welcome(encodeURIComponent(id))).text
const titleOf = ({ text }: Pick<Answer, 'text'>) => /<h1>(.*)<\/h1>/.exec(text)?.[1]

/** Buys at an address and returns the id; `more` may name the order or make it a test. */
async function buyAt(address: string, more: Record<string, unknown> = {}): Promise<string> {
  const call = purchaseOf(newOrder(), more)
  const { body } = await storeCall(service, call, { address })
  return String(body['instanceId'] ?? call['businessId'])
}

const putAppInfo = (id: string, body: object) =>
  manage(service, `/instances/${id}/app-info`, { method: 'PUT', body })

describe('the welcome page tells how a purchase stands', () => {
  const title = async (id: string) => titleOf({ text: await pageOf(id) })
  const call = (members: Record<string, unknown>) => storeCall(service, members)

  test('while it is prepared, once it failed, and once it is ready', async () => {
    const id = await buyAt('byhand')
    expect(await title(id)).toBe('The seller is preparing it for you')
    const failure = { method: 'POST', body: { code: '000105', reason: 'no room' } } as const
    await manage(service, `/instances/${id}/provisioning-failed`, failure)
    expect(await title(id)).toBe('It could not be made ready')
    expect(await pageOf(id)).not.toContain('no room')
    await putAppInfo(id, { frontEndUrl: 'https://app.example.com/x' })
    expect(await title(id)).toBe('It is ready')
  })

  test('on hold for its period or for another reason, and once it has ended', async () => {
    const id = await buyAt('main')
    const status = { activity: 'updateInstanceStatus', instanceId: id }
    await call({ ...status, status: 'FREEZE' })
    expect(await title(id)).toBe('It is on hold')
    await call({ ...status, status: 'UNFREEZE' })
    expect(await title(id)).toBe('It is ready')
    await service.db
      .updateTable('sold_instances')
      .set({ frozen: true, frozen_after_expiry: true })
      .where('instance_id', '=', id)
      .execute()
    expect(await title(id)).toBe('It has expired and is on hold')
    await call({ activity: 'releaseInstance', instanceId: id, ...newOrder() })
    expect(await title(id)).toBe('It has ended')
  })

  test('with what was bought, once its order was read, as text', async () => {
    const productId = '<b>&"x"'
    const order = putOrder(store, { productId, otherProducts: ['P-second'], type: 'TRIAL' })
    const id = await buyAt('main', order)
    const text = await until(
      () => pageOf(id),
      (page) => page.includes('P-second'),
    )
    expect(text).toContain('<dd>name of &#60;b&#62;&#38;&#34;x&#34; (trial)</dd>')
    expect(text).not.toContain('<b>')
  })

  test('with the contact of its address, as a link where it is one', async () => {
    const mail = '<a href="mailto:help@seller.example.com">help@seller.example.com</a>'
    expect(await pageOf(await buyAt('main'))).toContain(mail)
    const escaped = helpDesk.replace('&', '&#38;')
    expect(await pageOf(await buyAt('byhand'))).toContain(`<a href="${escaped}">${escaped}</a>`)
    expect(await pageOf(await buyAt('led'))).toContain('through the page of the product')
  })

  test('in Chinese unless the browser or its reader prefers English', async () => {
    const id = await buyAt('main')
    const english = { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' }
    const titles = await Promise.all([
      welcome(id, {}),
      welcome(id, { 'accept-language': 'fr' }),
      welcome(id, { 'accept-language': 'zh-TW,en;q=0.5' }),
      welcome(`${id}?lang=zh-CN`, english),
      welcome(id, english),
      welcome(`${id}?lang=en`, {}),
    ])
    const [ready, inEnglish] = ['服务已开通', 'It is ready']
    expect(titles.map(titleOf)).toEqual([ready, ready, ready, ready, inEnglish, inEnglish])
    expect(titles[0].text).toContain('<a href="?lang=en" lang="en" hreflang="en">English</a>')
  })
})

describe('the welcome page leads to the product', () => {
  const link = '<a class="go"'

  test('where the template of the seller makes the address, and the instance is in use', async () => {
    const id = await buyAt('led')
    expect(await pageOf(id)).toContain(`${link} href="https://app.example.com/${id}"`)
    await storeCall(service, {
      activity: 'updateInstanceStatus',
      instanceId: id,
      status: 'FREEZE',
    })
    expect(await pageOf(id)).not.toContain(link)
  })

  test('nowhere while that is the page itself', async () => {
    expect(await pageOf(await buyAt('main'))).not.toContain(link)
  })

  test('nowhere with an address that was made for this buyer, and tells nothing private', async () => {
    const order = putOrder(store)
    const id = await buyAt('led', order)
    const info = await until(
      () => read(service, 'InstanceDetail', `/instances/${id}`),
      ({ buyer }) => buyer !== null,
    )
    const secrets = { userName: 'zhang-san', password: 'Pa55-word', memo: 'call-18612345678' }
    const urls = {
      frontEndUrl: 'https://acme.example.com/?token=t0ken',
      adminUrl: 'https://adm.in',
    }
    await putAppInfo(id, { ...secrets, ...urls })
    const text = await pageOf(id)
    expect(text).not.toContain(link)
    const told = [...Object.values({ ...secrets, ...urls, ...order }), id, info.businessId]
    const ofBuyer = Object.values(info.buyer ?? {}).filter((value) => typeof value === 'string')
    expect(ofBuyer.length).toBeGreaterThan(1)
    for (const secret of [...told, ...ofBuyer]) expect(text).not.toContain(secret)
  })
})

describe('an id that nothing is told of', () => {
  test('gets what an unknown one gets, to the byte: of a test, of a license, imported, malformed', async () => {
    const imported = newId('tenant')
    const appInfo = { frontEndUrl: 'https://app.example/old' }
    const sold = { family: 'saas-v2', ...newOrder(), productId: 'P', quantity: 7, appInfo }
    const body = { ...sold, instanceId: imported, address: 'main' }
    expect((await manage(service, '/instances', { method: 'POST', body })).status).toBe(200)
    const ids = [
      await buyAt('main', { testFlag: '1' }),
      await buyA(service),
      imported,
      '%00',
      '%ff',
      '%3Cscript%3E',
      'i'.repeat(5_000),
    ]
    const unknown = await welcome('nobody')
    expect(titleOf(unknown)).toBe('Welcome')
    for (const id of ids) {
      const { status, headers, text } = await welcome(id)
      expect([id, status, text]).toEqual([id, 200, unknown.text])
      expect(withoutDate(headers)).toEqual(withoutDate(unknown.headers))
    }
    // What is told of a purchase comes with the same head, but for its length.
    const known = await welcome(await buyAt('main'))
    const length = { 'content-length': known.headers.get('content-length') }
    expect(withoutDate(known.headers)).toEqual({ ...withoutDate(unknown.headers), ...length })
  })

  test('is not on the page, and no script and no style but its own may run there', async () => {
    const { headers, text } = await welcome('nobody')
    expect(text).not.toContain('nobody')
    expect(text).not.toContain('<script')
    const policy = String(headers.get('content-security-policy'))
    expect(policy).toMatch(/^default-src 'none';style-src 'sha256-[^']+';/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  function withoutDate(headers: Headers): Record<string, string> {
    return Object.fromEntries([...headers].filter(([name]) => name !== 'date'))
  }
})

test('while the database does not answer, every id gets the same page soon, and few wait at once', async () => {
  const id = await buyAt('main')
  const lock = await lockTable(service.databaseUrl, 'sold_instances')
  const begun = Date.now()
  const all = await Promise.all(['nobody', ...Array<string>(9).fill(id)].map((one) => welcome(one)))
  expect(Date.now() - begun).toBeLessThan(3_000)
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([503]))
  expect(new Set(all.map(({ text }) => text)).size).toBe(1)
  expect(titleOf(all[0] ?? { text: '' })).toBe('This cannot be looked up at the moment')
  // Whoever waited has gone, but not its question: the next one is told at once.
  const again = Date.now()
  expect((await welcome(id)).status).toBe(503)
  expect(Date.now() - again).toBeLessThan(600)
  await lock.release()
  expect((await welcome(id)).status).toBe(200)
})
