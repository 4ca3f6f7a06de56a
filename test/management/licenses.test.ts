import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import type { IssuedLicense } from '../../src/ports/licensing.ts'
import { applicationFor, buyA, callA, callB, callC, getLicenseOf } from '../harness/licenses.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { faultyFields, manage, read } from './client.ts'

let service: TestService
let made: IssuedLicense = { outcome: 'pending' }

beforeAll(async () => {
  service = await startService({ ports: { issueLicense: () => made } })
})
afterAll(() => service.stop())

const list = async (query: string) =>
  (await read(service, 'LicenseList', `/licenses?${query}`)).items
const one = async (query: string): Promise<ManagementSchemas['License']> => {
  const [license] = await list(query)
  if (license === undefined) throw new Error(`no license for ${query}`)
  return license
}
const put = (licenseId: string, body: unknown) =>
  manage(service, `/licenses/${licenseId}/content`, { method: 'PUT', body })
const apply = async (more: Readonly<Record<string, string>> = {}) => {
  const instanceId = await buyA(service)
  const call = applicationFor(instanceId, more)
  await callA(service, call)
  return one(`instanceId=${instanceId}`)
}

describe('listLicenses', () => {
  it('finds by instance, event, order, code, family, upload, status, test and address, joined by and', async () => {
    // By status and address it finds whatever is there: on a database of its own.
    const shared = service
    service = await startService({ ports: { issueLicense: () => ({ outcome: 'pending' }) } })
    onTestFinished(async () => {
      await service.stop()
      service = shared
    })
    const pending = await apply()
    const getLicense = getLicenseOf()
    await callB(service, getLicense)
    const code = newId('PL')
    await callC(service, { activity: 'updateLicenseCodeStatus', license: code, status: 'FREEZE' })
    await apply({ testFlag: '1' })
    const families = async (query: string) => (await list(query)).map(({ family }) => family)
    expect(await families(`instanceId=${pending.instanceId ?? ''}`)).toEqual(['license-a'])
    expect(await families(`eventId=${pending.eventId ?? ''}`)).toEqual(['license-a'])
    expect(await families(`orderId=${getLicense['orderId'] ?? ''}`)).toEqual(['license-b'])
    expect(await families(`code=${code}`)).toEqual(['license-c'])
    expect(await families('status=frozen')).toEqual(['license-c'])
    expect(await families('status=provisioning&test=false')).toEqual(['license-b', 'license-a'])
    expect(await families('test=true')).toEqual(['license-a'])
    expect(await families(`code=${code}&status=active`)).toEqual([])
    expect(await families('address=other')).toEqual([])
    expect(await families('family=license-b')).toEqual(['license-b'])
    expect(await families('family=license-a&test=false')).toEqual(['license-a'])
    expect(await list('upload=none')).toHaveLength(4)
    expect(await families('upload=refused')).toEqual([])
    await service.db
      .updateTable('licenses')
      .set({ upload_state: 'refused' })
      .where('event_id', '=', pending.eventId)
      .execute()
    expect(await families('upload=refused')).toEqual(['license-a'])
    expect(await list('address=main')).toHaveLength(4)
  })

  it('tells what a license is to be made for: the device of A, the identification code of B', async () => {
    const device = await apply({ deviceFingerprint: '04:7C:16|DISK||CPU' })
    expect(device.madeFor).toBe('04:7C:16|DISK||CPU')
    const params = [{ name: 'identificationCode', value: 'SN-2026-000042' }]
    const saasExtendParams = Buffer.from(JSON.stringify(params)).toString('base64')
    const getLicense = getLicenseOf({ saasExtendParams })
    await callB(service, getLicense)
    const bought = await one(`orderId=${getLicense['orderId'] ?? ''}`)
    expect(bought.madeFor).toBe('SN-2026-000042')
  })

  it('pages from the newest, each license once', async () => {
    for (let i = 0; i < 5; i++) await apply()
    const all = (await list('limit=200')).map(({ licenseId }) => licenseId)
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor === '' ? 'limit=2' : `limit=2&cursor=${cursor}`
      const page: ManagementSchemas['LicenseList'] = await read(
        service,
        'LicenseList',
        `/licenses?${query}`,
      )
      paged.push(...page.items.map(({ licenseId }) => licenseId))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
  })

  it.each([
    ['status=lost', ['status']],
    ['colour=red', ['colour']],
    ['cursor=abc', ['cursor']],
    [`code=${'x'.repeat(65)}`, ['code']],
  ])('refuses %s with 400', async (query, fields) => {
    expect(faultyFields(await manage(service, `/licenses?${query}`))).toEqual(fields)
  })

  it('wants the token', async () => {
    const { status } = await manage(service, '/licenses', { authorization: null })
    expect(status).toBe(401)
  })
})

describe('getLicense', () => {
  it('shows the license as the list does, and the way to its calls', async () => {
    const license = await apply()
    expect(await read(service, 'License', `/licenses/${license.licenseId}`)).toEqual(license)
    const { items } = await read(service, 'MessageList', license.messages.slice('/api/v1'.length))
    expect(items).toMatchObject([{ activity: 'getLicenseAsync', licenseId: license.licenseId }])
  })

  it('is 404 for an unknown id', async () => {
    const answer = await manage(service, '/licenses/5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59')
    expect(answer.status).toBe(404)
  })
})

describe('putLicenseContent', () => {
  it('completes a pending license, once: the same again changes nothing, another is 409', async () => {
    const { licenseId } = await apply()
    const first = await put(licenseId, { text: 'LICENSE' })
    expect(first).toMatchObject({
      status: 200,
      body: { status: 'active', upload: { state: 'waiting', code: null } },
    })
    expect(first.text).not.toContain('LICENSE')
    expect(await put(licenseId, { text: 'LICENSE' })).toMatchObject({ body: first.body })
    expect((await put(licenseId, { text: 'ANOTHER' })).status).toBe(409)
    const base64 = Buffer.from('LICENSE').toString('base64')
    expect((await put(licenseId, { fileName: 'LICENSE', base64 })).status).toBe(409)
  })

  it('completes a license that was refused', async () => {
    made = { outcome: 'refused', failure: { code: '000900', reason: 'none left' } }
    const { licenseId, status } = await apply()
    made = { outcome: 'pending' }
    expect(status).toBe('failed')
    expect(await put(licenseId, { text: 'LICENSE' })).toMatchObject({
      body: { status: 'active', failure: null },
    })
  })

  it('of a test license is 409: it is made at once, whatever the port does, and never uploaded', async () => {
    const { licenseId, status } = await apply({ testFlag: '1' })
    expect(status).toBe('active')
    expect((await put(licenseId, { text: 'LICENSE' })).status).toBe(409)
    const { body } = await manage(service, `/licenses/${licenseId}`)
    expect(body).toMatchObject({ status: 'active', upload: { state: 'none' } })
  })

  it('is 409 for a released license of License 1.0', async () => {
    const call = getLicenseOf()
    await callB(service, call)
    const { licenseId, instanceId } = await one(`orderId=${call['orderId'] ?? ''}`)
    const released = { activity: 'releaseLicense', instanceId: String(instanceId), orderId: 'CS1' }
    await callB(service, released)
    expect((await put(licenseId, { text: 'LICENSE' })).status).toBe(409)
  })

  it.each([
    ['nothing', {}],
    ['an empty text', { text: '' }],
    ['a text that is too long', { text: 'x'.repeat(65_537) }],
    ['a text and a file', { text: 'x', fileName: 'a', base64: 'TElD' }],
    ['a file without a name', { base64: 'TElD' }],
    ['a file in a folder', { fileName: '../a', base64: 'TElD' }],
    ['no base64', { fileName: 'a', base64: 'TEl' }],
    ['an unknown member', { text: 'x', colour: 'red' }],
  ])('refuses %s with 400', async (_case, body) => {
    const { licenseId } = await apply()
    expect(faultyFields(await put(licenseId, body)).length).toBeGreaterThan(0)
    expect(await read(service, 'License', `/licenses/${licenseId}`)).toMatchObject({
      status: 'provisioning',
    })
  })

  it('is 404 for an unknown id', async () => {
    expect((await put('nobody', { text: 'x' })).status).toBe(404)
  })
})

describe('without access keys of the store', () => {
  const send = (path: string, body: unknown) =>
    manage(service, `/license-codes/${path}`, { method: 'POST', body })

  it('no code is activated, and 409 says why', async () => {
    const answer = await send('activate', { codes: [newId('PL')] })
    expect(answer).toMatchObject({ status: 409, body: { code: 'no-access-keys' } })
  })

  it('a check is answered by what is known', async () => {
    const answer = await send('check', { code: newId('PL') })
    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'unchecked', usable: false, storeCode: 'no-access-keys' },
    })
  })
})
