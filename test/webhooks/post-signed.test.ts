import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { PostError, createPostSigned } from '../../src/webhooks/post-signed.ts'

const post = createPostSigned({ allow: { ranges: [], loopback: true } })
const secret = newWebhookSecret()
const body = '{"type":"instance.created","timestamp":"2026-11-26T00:00:00.000Z","data":{"名":"值"}}'
const servers: { close(): unknown }[] = []

afterEach(() => servers.splice(0).forEach((server) => server.close()))

async function serve(
  listener: (...heard: Parameters<RequestListener>) => unknown,
): Promise<string> {
  const server = createServer((...heard) => void listener(...heard))
  return urlOf(server)
}

async function urlOf(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  servers.push(server)
  return `http://localhost:${(server.address() as AddressInfo).port}/hook`
}

function send(url: string, more: { secrets?: string[]; timeoutMs?: number; signal?: AbortSignal }) {
  return post({ url, secrets: [secret], id: 'id-1', body, timeoutMs: 5_000, ...more })
}

async function faultOf(url: string, more: Parameters<typeof send>[1] = {}): Promise<string> {
  const error: unknown = await send(url, more).catch((thrown: unknown) => thrown)
  if (!(error instanceof PostError)) throw new Error('no fault', { cause: error })
  return error.reason
}

test('the library of the standard verifies what was sent, by any of the secrets', async () => {
  const old = newWebhookSecret()
  const verified: unknown[] = []
  const url = await serve(async (request, response) => {
    const chunks = await request.toArray()
    const headers = request.headers as Record<string, string>
    for (const one of [secret, old]) {
      verified.push(new Webhook(one).verify(Buffer.concat(chunks), headers))
    }
    expect(() => new Webhook(newWebhookSecret()).verify(body, headers)).toThrow()
    response.writeHead(202, { 'retry-after': '5' }).end('{"taken":true}')
  })
  const answer = await send(url, { secrets: [secret, old] })
  expect(verified).toEqual([JSON.parse(body), JSON.parse(body)])
  expect(answer).toMatchObject({
    status: 202,
    headers: { 'retry-after': '5' },
    body: '{"taken":true}',
  })
})

test('a redirect is an answer, and is not followed', async () => {
  let asked = 0
  const url = await serve((request, response) => {
    asked += 1
    response.writeHead(307, { location: request.url ?? '' }).end()
  })
  expect((await send(url, {})).status).toBe(307)
  expect(asked).toBe(1)
})

test('each way of not answering is named', async () => {
  const hanging = await serve(() => undefined)
  expect(await faultOf(hanging, { timeoutMs: 100 })).toBe('timeout')
  const broken = AbortSignal.timeout(100)
  expect(await faultOf(hanging, { signal: broken })).toBe('stopped')
  const early = await serve((request) => request.socket.destroy())
  expect(await faultOf(early)).toBe('connection')
  const half = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '10' }).write('half')
    setTimeout(() => response.destroy(), 20)
  })
  expect(await faultOf(half)).toBe('connection')
  const nobody = await serve(() => undefined)
  servers.splice(-1).forEach((server) => server.close())
  expect(await faultOf(nobody)).toBe('connection')
  const plain = await serve((_request, response) => response.end())
  expect(await faultOf(plain.replace('http:', 'https:'))).toBe('tls')
  const unverifiable = createTlsServer({ key: undefined, cert: undefined })
  expect(await faultOf((await urlOf(unverifiable)).replace('http:', 'https:'))).toBe('tls')
})

test('of an answer of 10 MB 64 KiB are read', async () => {
  let sent = 0
  const url = await serve((_request, response) => {
    const chunk = Buffer.alloc(16_384, 'x')
    const write = () => {
      while (!response.destroyed && sent < 10_000_000) {
        sent += chunk.length
        if (!response.write(chunk)) return response.once('drain', write)
      }
      return response.end()
    }
    write()
  })
  expect(await faultOf(url)).toBe('answer-too-long')
  expect(sent).toBeLessThan(10_000_000)
  const exact = await serve((_request, response) => response.end('x'.repeat(65_536)))
  expect((await send(exact, {})).body).toHaveLength(65_536)
})

test('nothing is sent to an address that may not be called, by name or by number', async () => {
  let asked = 0
  const url = await serve((_request, response) => {
    asked += 1
    response.end()
  })
  const guarded = createPostSigned({ allow: { ranges: ['0.0.0.0/0'], loopback: false } })
  const { port } = new URL(url)
  const spellings = [
    'localhost',
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::ffff:127.0.0.1]',
    '[::1]',
  ]
  for (const host of [...spellings, '169.254.169.254', '[::ffff:a9fe:a9fe]']) {
    const request = { url: `http://${host}:${port}/`, secrets: [secret], id: 'i', body }
    const sending = guarded({ ...request, timeoutMs: 2_000 })
    await expect(sending, host).rejects.toMatchObject({ reason: 'refused-address' })
  }
  expect(asked).toBe(0)
  await guarded.close()
})
