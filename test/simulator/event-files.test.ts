import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signStoreRequest } from '../../src/crypto/ak-sk-signature.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { sendToStore } from '../harness/contract-hook.ts'

const credentials = { accessKey: 'AccessKey', secretKey: 'SecretKey' }
const path = '/api/mkp-openapi-public/global/v1/market-event/event-1/file'
const sha256 = '350fafaffdba2a628e355b0174e90b05dba6b337b318629bce1d8ec063ebe1cd'
let store: OrderStore

beforeEach(async () => {
  store = await startOrderStore(credentials)
})
afterEach(() => store.close())

function send(body: string, type = 'multipart/form-data; boundary=b') {
  const url = new URL(path, store.url)
  const request = { ...credentials, method: 'POST', url, body, now: new Date() }
  const headers = signStoreRequest({ ...request, headers: { 'content-type': type } })
  return sendToStore(url, { method: 'POST', headers, body: Buffer.from(body) })
}

function form(description: object, file?: string): string {
  const part = `--b\r\nContent-Disposition: form-data; name="isvUpdateFileReq"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(description)}\r\n`
  const second =
    file === undefined
      ? ''
      : `--b\r\nContent-Disposition: form-data; name="file"; filename="111.jpg"\r\nContent-Type: multipart/form-data\r\n\r\n${file}\r\n`
  return `${part}${second}--b--\r\n`
}

describe('the upload of a license', () => {
  it('takes a text, and remembers it with its event', async () => {
    const answer = await send(form({ type: 'CHARACTERS', characters: 'LICENSE' }))
    expect(answer).toMatchObject({ status: 200, body: { error_code: 'CBC.0000' } })
    expect(store.uploads).toMatchObject([{ eventId: 'event-1', answer: 'CBC.0000' }])
  })

  it.each([
    ['a hash of another file', form({ type: 'FILE', file_name: '111.jpg', sha256 }, 'bytes')],
    ['a file without its part', form({ type: 'FILE', file_name: '111.jpg', sha256 })],
    ['a file without its name', form({ type: 'FILE', sha256 }, 'bytes')],
    ['a text that is too long', form({ type: 'CHARACTERS', characters: 'x'.repeat(1025) })],
    ['an unknown type', form({ type: 'OTHER' })],
    ['no description', '--b--\r\n'],
    ['no form', '{}'],
  ])('refuses %s', async (_case, body) => {
    const answer = await send(body)
    expect(answer).toMatchObject({ status: 400, body: { error_code: 'CBC.0101' } })
  })

  it('is refused by the gateway without a signature', async () => {
    const answer = await sendToStore(new URL(path, store.url), { method: 'POST', body: 'x' })
    expect(answer).toMatchObject({ status: 401, body: { error_code: 'APIGW.0301' } })
  })
})
