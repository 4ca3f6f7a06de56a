import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyStoreRequest } from '../harness/verify-store-request.ts'
import { readRequest } from '../../src/simulator/api/loopback-http.ts'
import { readForm } from '../../src/simulator/api/multipart.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import type { StoreClientOptions } from '../../src/store-api/create-store-client.ts'
import type { LicenseContent } from '../../src/domain/license/license.ts'
import { openSchemas } from '../harness/contract-schemas.ts'
import { clientAt, credentials } from './client.ts'
import { closeAll, listen, unusedOrigin } from './listen.ts'

const eventId = '5f2b3c1e-0f5e-4f63-9a55-6d0b1f4f7a21'
const schemas = openSchemas('store')
let store: OrderStore

beforeEach(async () => {
  store = await startOrderStore(credentials)
})
afterEach(async () => {
  await store.close()
  await closeAll()
})

function upload(
  license: LicenseContent,
  { hosts = [store.url], ...options }: Partial<StoreClientOptions> = {},
) {
  return clientAt(hosts, options).call('uploadEventFile', { path: { event_id: eventId }, license })
}

function expectContract(description: unknown) {
  expect(schemas.violations('/components/schemas/EventFileDescription', description)).toEqual([])
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('a license', () => {
  it.each([1, 1024])('of %d characters is uploaded as a text under its event', async (length) => {
    const text = '授'.repeat(length)
    expect(await upload({ text })).toMatchObject({ ok: true, code: 'CBC.0000' })
    const [taken] = store.uploads
    expect(taken).toMatchObject({ eventId, description: { type: 'CHARACTERS', characters: text } })
    expect(taken?.file).toBeUndefined()
    expectContract(taken?.description)
  })

  it('of 1,025 characters is uploaded as a file with the hash of its UTF-8 bytes', async () => {
    const text = '授'.repeat(1025)
    expect(await upload({ text })).toMatchObject({ ok: true })
    const [taken] = store.uploads
    const bytes = Buffer.from(text)
    expect(taken?.description).toEqual({
      type: 'FILE',
      file_name: 'license.txt',
      sha256: sha256(bytes),
    })
    expect(taken?.file).toEqual({ name: 'license.txt', bytes })
    expectContract(taken?.description)
  })

  it('that is a file arrives byte for byte, whatever its bytes and its name', async () => {
    const bytes = Buffer.from([...Array(256).keys(), 13, 10, 45, 45, 13, 10])
    expect(await upload({ fileName: '许可 "1".lic', bytes })).toMatchObject({ ok: true })
    const [taken] = store.uploads
    expect(taken?.description).toEqual({
      type: 'FILE',
      file_name: '许可 "1".lic',
      sha256: sha256(bytes),
    })
    expect(taken?.file).toEqual({ name: '许可 %221%22.lic', bytes })
  })

  it('is signed over the bytes that are sent, without the content type of the form', async () => {
    const seen: unknown[] = []
    const url = await listen((request, response) => {
      void readRequest(request).then((call) => {
        if (call === undefined) throw new Error('no URL')
        const own = { ...call, url: new URL(call.url.pathname, `http://${call.headers['host']}`) }
        const verify = (body: Buffer | string) =>
          verifyStoreRequest({ ...own, body, now: new Date() }, () => 'SecretKey').verified
        seen.push(call.method, call.url.pathname, verify(own.body), verify(`${String(own.body)} `))
        seen.push(/SignedHeaders=([^,]+)/.exec(call.headers['authorization'] ?? '')?.[1])
        const parts = readForm(call.headers['content-type'] ?? '', Buffer.from(call.body))
        seen.push(parts?.map(({ name, type }) => [name, type]))
        response.end('{"error_code":"CBC.0000"}')
      })
    })
    await upload({ fileName: 'a.lic', bytes: Buffer.from('LICENSE-1\n') }, { hosts: [url] })
    expect(seen).toEqual([
      'POST',
      `/api/mkp-openapi-public/global/v1/market-event/${eventId}/file`,
      true,
      false,
      'host;x-sdk-date',
      [
        ['isvUpdateFileReq', 'application/json'],
        ['file', 'application/octet-stream'],
      ],
    ])
  })
})

describe('an answer', () => {
  it.each([
    ['CBC.0101', 'refused'],
    ['CBC.0150', 'refused'],
    ['CBC.0999', 'later'],
    ['91381033', 'refused'],
    ['91381034', 'refused'],
    ['91381035', 'refused'],
    ['91381036', 'later'],
    ['91381037', 'refused'],
    ['91381038', 'refused'],
    ['91380150', 'refused'],
    ['APIGW.0301', 'access'],
    ['APIGW.0308', 'later'],
  ] as const)('with the code %s is one of kind %s', async (code, kind) => {
    store.failUploads(eventId, code)
    expect(await upload({ text: 'L' })).toMatchObject({ code, kind })
  })

  it.each([
    [500, '', 'later'],
    [502, '<html>', 'later'],
    [401, '', 'later'],
    [403, '', 'later'],
    [200, '<html>', 'later'],
    [404, '', 'refused'],
    [500, '{"error_code":"91381037"}', 'refused'],
  ] as const)('of HTTP %d with %s is one of kind %s', async (status, body, kind) => {
    const url = await listen((request, response) => {
      request.resume().on('end', () => response.writeHead(status).end(body))
    })
    expect(await upload({ text: 'L' }, { hosts: [url] })).toMatchObject({ kind })
  })

  it('is a refusal of the gateway when the secret is wrong', async () => {
    expect(await upload({ text: 'L' }, { secretKey: 'another' })).toMatchObject({
      kind: 'access',
      code: 'APIGW.0301',
    })
  })
})

describe('a host that cannot be reached', () => {
  it('gives way to the next one, for which the upload is signed anew', async () => {
    const hosts = [await unusedOrigin(), store.url]
    expect(await upload({ text: 'L' }, { hosts })).toMatchObject({ ok: true })
  })

  it('does not give way once it may have taken the upload', async () => {
    store.failUploads(eventId, 'refuse')
    const other = await startOrderStore(credentials)
    const both = { hosts: [store.url, other.url] }
    const answer = await upload({ text: 'L' }, both)
    expect(answer).toMatchObject({ ok: false, kind: 'later', uncertain: true })
    expect(other.uploads).toHaveLength(0)
    await other.close()
  })

  it('is a reason to try again later', async () => {
    const hosts = [await unusedOrigin()]
    expect(await upload({ text: 'L' }, { hosts })).toMatchObject({
      kind: 'later',
      code: 'unreachable',
    })
  })
})
