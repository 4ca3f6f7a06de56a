import { createServer, type Server, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, test } from 'vitest'
import { findKitV2Key } from '../../src/crypto/kit-v2-signature.ts'
import { findV1BodyKey, findV1Query } from '../../src/crypto/v1-auth-token.ts'
import { findV2Key } from '../../src/crypto/v2-query-signature.ts'
import type { Generation } from '../../src/simulator/calls/calls.ts'
import { endpointOf } from '../../src/simulator/calls/endpoints.ts'
import type { SignedRequest } from '../../src/simulator/calls/signed-request.ts'
import { faults, type RequestFault } from '../../src/simulator/faults/faults.ts'
import { http1, isRaw, type RawRequest } from '../../src/simulator/faults/raw-request.ts'
import { stampOf } from '../../src/simulator/faults/re-sign.ts'
import { sendAny, sendRaw } from '../../src/simulator/faults/send-raw.ts'
import { until } from '../harness/until.ts'

const key = 'the-key-of-the-seller'
const members = { activity: 'updateInstanceStatus', instanceId: 'i-1', status: 'FREEZE' }
const generations = ['saasV2', 'saasV1', 'kitV2', 'kitV1'] as const

const signed = (generation: Generation, more: object = {}) =>
  endpointOf(generation).sign(new URL('http://127.0.0.1:1/saas'), key, {
    ...members,
    ...(generation === 'kitV1' && { timeStamp: '20260101000000000' }),
    ...more,
  })

const spoilt = (fault: RequestFault, generation: Generation, request = signed(generation)) =>
  faults[fault](request, { generation, key })

/** A request that is still one of an HTTP client. */
function asRequest(request: SignedRequest | RawRequest): SignedRequest {
  if (isRaw(request)) throw new Error('it goes out as bytes')
  return request
}

/** The key that made the signature, found as the service does. */
function keyOf(request: SignedRequest, generation: Generation): string | undefined {
  const { url, headers, body = '' } = request
  const rawBody = Buffer.from(body)
  const { timestamp = '', nonce = '' } = stampOf(request, generation) ?? {}
  if (generation === 'saasV1') return findV1Query(url.search, [key])?.key
  if (generation === 'kitV1') {
    const claim = {
      authToken: headers['authToken'] ?? '',
      members: JSON.parse(body) as Record<string, unknown>,
    }
    return findV1BodyKey(claim, [key])
  }
  const signature = url.searchParams.get('signature') ?? headers['x-sign'] ?? ''
  const find = generation === 'kitV2' ? findKitV2Key : findV2Key
  return find({ nonce, timestamp, signature, rawBody }, [key])
}

function membersOf({ body, url }: SignedRequest): Record<string, unknown> {
  if (body !== undefined) return JSON.parse(body) as Record<string, unknown>
  return Object.fromEntries(url.searchParams)
}

describe.each(generations)('at a call of %s', (generation) => {
  const request = (fault: RequestFault) => asRequest(spoilt(fault, generation))

  test('a wrong key signs what only the right one may', () => {
    expect(keyOf(signed(generation), generation)).toBe(key)
    expect(keyOf(request('wrong-key'), generation)).toBeUndefined()
    expect(membersOf(request('wrong-key'))).toMatchObject(members)
  })

  test.each([
    'old-timestamp',
    'unknown-field',
    'unknown-enum',
    'upper-hex',
    'lower-hex',
    'mixed-hex',
  ])('%s leaves a signature that holds', (fault) =>
    expect(keyOf(request(fault as RequestFault), generation)).toBe(key),
  )

  test('an unknown field comes beside all others', () => {
    const { futureField, ...rest } = membersOf(request('unknown-field'))
    expect(futureField).toBe('futureValue')
    expect(rest).toMatchObject(members)
  })

  test('an unknown word stands where one of a few is documented', () => {
    expect(membersOf(request('unknown-enum'))['status']).toBe('FUTURE_VALUE')
  })
})

test('an activity is the word that is unknown where a call has no other', () => {
  const plain = endpointOf('saasV2').sign(new URL('http://127.0.0.1:1/'), key, {
    activity: 'queryInstance',
    instanceId: 'i-1',
  })
  const { activity } = membersOf(asRequest(spoilt('unknown-enum', 'saasV2', plain)))
  expect(activity).toBe('FUTURE_VALUE')
  const flag = signed('kitV2', { status: undefined, flag: 1 })
  expect(membersOf(asRequest(spoilt('unknown-enum', 'kitV2', flag)))['flag']).toBe(99)
})

test('an old timestamp is two minutes back, in V1 in its own form', () => {
  const { timestamp } = stampOf(asRequest(spoilt('old-timestamp', 'saasV2')), 'saasV2') ?? {}
  const ago = Date.now() - Number(timestamp)
  expect(ago).toBeGreaterThanOrEqual(120_000)
  expect(ago).toBeLessThan(180_000)
  const { timeStamp } = membersOf(asRequest(spoilt('old-timestamp', 'saasV1')))
  expect(timeStamp).toMatch(/^\d{17}$/)
  const now = new Date(Date.now() - 60_000).toISOString().replace(/\D/g, '')
  expect(String(timeStamp) < now).toBe(true)
})

test('a replayed nonce is that of the call before, with a signature of its own', () => {
  const before = stampOf(signed('saasV2'), 'saasV2')
  const request = faults['replayed-nonce'](signed('saasV2'), { generation: 'saasV2', key, before })
  expect(stampOf(asRequest(request), 'saasV2')?.nonce).toBe(before?.nonce)
  expect(keyOf(asRequest(request), 'saasV2')).toBe(key)
})

test('the signature comes in either case of its digits, or in both', () => {
  const signatureOf = (fault: RequestFault) =>
    asRequest(spoilt(fault, 'saasV2')).url.searchParams.get('signature') ?? ''
  expect(signatureOf('upper-hex')).toMatch(/^[\dA-F]{64}$/)
  expect(signatureOf('lower-hex')).toMatch(/^[\da-f]{64}$/)
  expect(signatureOf('mixed-hex')).toMatch(/^[\dA-F]{32}[\da-f]{32}$/)
})

test('the content type is written in every way that means the same', () => {
  const types = (
    ['charset-utf-8', 'charset-quoted', 'charset-absent', 'charset-upper'] as const
  ).map((fault) => asRequest(spoilt(fault, 'saasV2')).headers['Content-Type'])
  expect(types).toEqual([
    'application/json; charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/json',
    'APPLICATION/JSON;CHARSET=UTF8',
  ])
})

const textOf = ({ chunks }: RawRequest) => chunks.map(String).join('')

describe('on the wire', () => {
  const raw = (fault: RequestFault) => {
    const request = spoilt(fault, 'saasV2')
    if (!isRaw(request)) throw new Error('it is one of an HTTP client')
    return request
  }

  it('is HTTP/1.0', () =>
    expect(textOf(raw('http-1.0'))).toMatch(/^POST \/saas\?\S+ HTTP\/1\.0\r\n/))

  it('comes in chunks without a length', () => {
    const text = textOf(raw('chunked'))
    expect(text).toContain('Transfer-Encoding: chunked\r\n')
    expect(text).not.toContain('Content-Length')
    expect(text.endsWith('\r\n0\r\n\r\n')).toBe(true)
  })

  it('ends in the middle of a body whose length it has promised', () => {
    const [whole, cut] = [textOf(http1(signed('saasV2'))), raw('truncated-body')]
    expect(textOf(cut).length).toBeLessThan(whole.length)
    expect(textOf(cut)).toContain('Content-Length: ')
    expect(cut.end).toBe(true)
  })

  it('comes slowly, and whole', () => {
    const slow = raw('slow-body')
    expect(slow.pauseMs).toBeGreaterThan(0)
    expect(slow.chunks.length).toBeGreaterThan(3)
    expect(textOf(slow).split('\r\n\r\n')[1]).toBe(signed('saasV2').body)
  })
})

describe('the sender of bytes', () => {
  const open: { close: () => unknown }[] = []
  afterEach(() => Promise.all(open.splice(0).map(({ close }) => close())))

  const answer = (body: string) =>
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Case: Kept\r\nContent-Length: ${body.length}\r\n\r\n${body}`

  async function listening(server: Server): Promise<URL> {
    const sockets = new Set<Socket>()
    server.on('connection', (socket: Socket) => sockets.add(socket))
    open.push({
      close: () =>
        new Promise((done) => {
          for (const socket of sockets) socket.destroy()
          server.close(done)
        }),
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/saas`)
  }

  /** A server of one answer; `heard` is what came, by connection. */
  async function answering(reply: string | undefined) {
    const heard: string[] = []
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      const at = heard.push('') - 1
      socket.on('data', (bytes) => {
        heard[at] = `${heard[at] ?? ''}${String(bytes)}`
        if (reply !== undefined && heard[at].includes('\r\n\r\n')) socket.end(reply)
      })
      socket.on('error', () => undefined)
    })
    return { url: await listening(server), heard }
  }

  const to = (url: URL) => ({ ...signed('saasV2'), url })

  it('hears an answer as the ordinary one does, with the case of its headers', async () => {
    const { url } = await answering(answer('{"a":1}'))
    const [own, ordinary] = [await sendRaw(http1(to(url))), await sendAny(to(url))]
    const rest = { milliseconds: expect.any(Number) as number }
    expect(own).toMatchObject({ kind: 'answer', status: 200, text: '{"a":1}' })
    expect(own).toEqual({ ...ordinary, ...rest })
    expect(own).toMatchObject({ rawHeaders: expect.arrayContaining(['X-Case', 'Kept']) as [] })
  })

  it.each(['http-1.0', 'chunked', 'slow-body'] as const)(
    'brings %s to a server that reads all of it',
    async (fault) => {
      const bodies: string[] = []
      const server = createHttpServer((request, response) => {
        void buffer(request).then((body) => {
          bodies.push(String(body))
          response.end('{}')
        })
      })
      const url = await listening(server)
      const result = await sendAny(spoilt(fault, 'saasV2', to(url)))
      expect(result).toMatchObject({ kind: 'answer', status: 200, text: '{}' })
      expect(bodies).toEqual([to(url).body])
    },
  )

  it('has no answer to a body that was cut off', async () => {
    const server = createHttpServer((request, response) => {
      request.resume().once('end', () => response.end('{}'))
      request.once('error', () => undefined)
    })
    const result = await sendAny(spoilt('truncated-body', 'saasV2', to(await listening(server))))
    expect(result).not.toMatchObject({ kind: 'answer', status: 200 })
  })

  it('brings the whole request where the answer is dropped, and hears nothing', async () => {
    const { url, heard } = await answering(undefined)
    const { body = '' } = to(url)
    expect(await sendAny(spoilt('drop-answer', 'saasV2', to(url)))).toMatchObject({
      kind: 'silence',
    })
    await until(
      () => Promise.resolve(heard),
      ([one = '']) => one.endsWith(body),
    )
  })

  it('brings what is late signed so long ago as the store waits', async () => {
    const { url, heard } = await answering(undefined)
    expect(await sendAny(spoilt('delay', 'saasV2', to(url)))).toMatchObject({ kind: 'silence' })
    const [one = ''] = await until(
      () => Promise.resolve(heard),
      ([text = '']) => text.includes('\r\n\r\n'),
    )
    const timestamp = Number(/timestamp=(\d{13})/.exec(one)?.[1])
    expect(Date.now() - timestamp).toBeGreaterThanOrEqual(5_000)
  })

  it('gives up after its time, and says so', async () => {
    const { url } = await answering(undefined)
    const result = await sendRaw(http1(to(url)), 100)
    expect(result).toMatchObject({ kind: 'silence' })
  })

  it('says why nobody is there', async () => {
    const { url } = await answering(undefined)
    for (const { close } of open.splice(0)) await close()
    const result = await sendRaw(http1(to(url)))
    expect(result).toMatchObject({ kind: 'unreachable', reason: 'ECONNREFUSED' })
  })
})
