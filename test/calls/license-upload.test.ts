import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillLicense, type LicenseRequest, type IssuedLicense } from '../../src/ports/licensing.ts'
import type { UploadFault } from '../../src/simulator/api/open-apis.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { retryNow } from '../harness/jobs.ts'
import { applicationFor, buyA, callA, licenseOf, putContent } from '../harness/licenses.ts'
import { databases } from '../harness/scale.ts'
import { type TestService, shortLimits, startService } from '../harness/service.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'

type Port = (ask: LicenseRequest) => IssuedLicense | Promise<IssuedLicense>

const text: Port = (ask) => ({
  outcome: 'ready',
  content: { text: fillLicense('LIC {eventId}', ask) },
})

// An upload that failed waits for its next attempt, so all of them wait at the same time.
describe.concurrent.each(databases)('uploads on the %s database', (database) => {
  let store: OrderStore
  let service: TestService
  /** What the port does for an event; the others get a text. */
  const ports = new Map<string, Port>()

  beforeAll(async () => {
    store = await startOrderStore(credentials)
    service = await startService({
      database,
      limits: shortLimits,
      settings: storeSettings(store),
      ports: { issueLicense: (ask) => (ports.get(ask.eventId ?? '') ?? text)(ask) },
    })
  })
  afterAll(async () => {
    await service.stop()
    await store.close()
  })

  const apply = async ({ port, fault }: { port?: Port; fault?: UploadFault } = {}) => {
    const call = applicationFor(await buyA(service))
    const { eventId = '' } = call
    if (port !== undefined) ports.set(eventId, port)
    if (fault !== undefined) store.failUploads(eventId, fault)
    const { body } = await callA(service, call)
    return { call, eventId, code: body['resultCode'] }
  }
  const uploadState = async (eventId: string) =>
    (await licenseOf(service, `eventId=${eventId}`))['upload']
  const whenUpload = (eventId: string, state: string) =>
    until(
      async () => {
        await retryNow(service.db)
        return uploadState(eventId)
      },
      (upload) => (upload as { state: string }).state === state,
    )
  const codesFor = (eventId: string) =>
    store.uploads.filter((upload) => upload.eventId === eventId).map(({ answer }) => answer)

  test('a license is uploaded under its event, once, however often it is asked for', async () => {
    const { call, eventId } = await apply()
    expect(await whenUpload(eventId, 'done')).toEqual({ state: 'done', code: 'CBC.0000' })
    await callA(service, call)
    const second = await apply()
    await whenUpload(second.eventId, 'done')
    expect(codesFor(eventId)).toEqual(['CBC.0000'])
    const sent = store.uploads.find((upload) => upload.eventId === eventId)
    expect(sent?.description).toEqual({ type: 'CHARACTERS', characters: `LIC ${eventId}` })
  })

  test('a file that the port makes is uploaded with its name and hash', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 128])
    const port: Port = () => ({ outcome: 'ready', content: { fileName: 'license.lic', bytes } })
    const { eventId } = await apply({ port })
    await whenUpload(eventId, 'done')
    const sent = store.uploads.find((upload) => upload.eventId === eventId)
    expect(sent?.file).toEqual({ name: 'license.lic', bytes })
    expect(sent?.description['sha256']).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test.each(['CBC.0999', '91381036', 'APIGW.0301', 'refuse'] as const)(
    'after %s it is tried again, and the call succeeded meanwhile',
    async (fault) => {
      const { eventId, code } = await apply({ fault })
      expect(code).toBe('000000')
      await whenUpload(eventId, 'done')
      expect(codesFor(eventId)).toEqual([fault, 'CBC.0000'])
    },
  )

  test.each(['91381033', '91381037', 'CBC.0101', '91380150'] as const)(
    'after %s it is refused for good, with the code, until another content is put',
    async (fault) => {
      const { eventId } = await apply({ fault })
      expect(await whenUpload(eventId, 'refused')).toEqual({ state: 'refused', code: fault })
      const { licenseId } = await licenseOf(service, `eventId=${eventId}`)
      const put = await putContent(service, licenseId, { text: 'mended' })
      expect(put).toMatchObject({ status: 200, body: { upload: { state: 'waiting' } } })
      await whenUpload(eventId, 'done')
      expect(codesFor(eventId)).toEqual([fault, 'CBC.0000'])
    },
  )

  test('what is put by hand is uploaded, as a text or as a file', async () => {
    const port: Port = () => ({ outcome: 'pending' })
    const [one, other] = [await apply({ port }), await apply({ port })]
    expect([one.code, other.code]).toEqual(['000004', '000004'])
    const idOf = async (eventId: string) =>
      (await licenseOf(service, `eventId=${eventId}`)).licenseId
    await putContent(service, await idOf(one.eventId), { text: 'by hand' })
    const base64 = Buffer.from('LICENSE-1\n').toString('base64')
    await putContent(service, await idOf(other.eventId), { fileName: '许可.lic', base64 })
    await whenUpload(one.eventId, 'done')
    await whenUpload(other.eventId, 'done')
    const sent = (eventId: string) => store.uploads.find((upload) => upload.eventId === eventId)
    expect(sent(one.eventId)?.description).toMatchObject({ characters: 'by hand' })
    expect(sent(other.eventId)?.file?.bytes.toString()).toBe('LICENSE-1\n')
    const { body } = await callA(service, one.call)
    expect(body['resultCode']).toBe('000000')
  })

  test('a license that takes longer than the store waits is kept and uploaded when it comes', async () => {
    const { promise, resolve } = Promise.withResolvers<IssuedLicense>()
    const { eventId, code } = await apply({ port: () => promise })
    expect(code).toBe('000004')
    expect(await licenseOf(service, `eventId=${eventId}`)).toMatchObject({
      status: 'provisioning',
    })
    resolve({ outcome: 'ready', content: { text: 'late' } })
    await whenUpload(eventId, 'done')
    const sent = store.uploads.find((upload) => upload.eventId === eventId)
    expect(sent?.description).toMatchObject({ characters: 'late' })
  })
})
