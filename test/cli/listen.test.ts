import { type IncomingMessage, createServer, request as requestOverHttp } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { closeServer, listenOnLoopback } from '../../src/simulator/api/loopback-http.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import type { HeardCall } from '../../src/simulator/listen/heard-call.ts'
import { startListener } from '../../src/simulator/listen/listen.ts'
import { type StartedSeller, startSeller } from '../broken-sellers/right-seller/start.ts'
import { until } from '../harness/until.ts'
import { koogate, startKoogate } from './run-koogate.ts'

const keys = makeAccessKeys()
const known = Object.fromEntries(Object.entries(keys).map(([type, key]) => [type, [key]]))
let seller: StartedSeller
beforeAll(async () => {
  seller = await startSeller({ keys })
})
afterAll(() => seller.close())

/** What is heard of the requests that are made to a listener before a server. */
async function hearing(
  server: URL,
  make: (url: string) => Promise<unknown>,
): Promise<readonly HeardCall[]> {
  const calls: HeardCall[] = []
  const listener = await startListener({
    seller: server,
    keys: known,
    heard: (call) => calls.push(call),
  })
  await make(listener.url)
  const heard = await until(
    () => Promise.resolve(calls),
    (all) => all.length > 0,
  )
  await listener.close()
  return heard
}

const trigger =
  (event: string, path: string, key: string, ...more: string[]) =>
  (url: string) =>
    koogate(['trigger', event, '--url', url + path, '--key', key, ...more])

describe('a call of the store', () => {
  test.each([
    ['newInstance', 'saasV2', '/main/saas', 'basic', 'V2'],
    ['orderNotify', 'orders', '/main/orders', 'order', 'V2'],
    ['newInstance', 'saasV1', '/main/saas', 'v1', 'V1'],
    ['tenantSync', 'kitV2', '/main/saas', 'kit', 'kit V2'],
    ['tenantSync', 'kitV1', '/main/saas', 'v1', 'kit V1'],
  ] as const)(
    '%s of %s is recognised, and its signature judged',
    async (event, generation, path, type, scheme) => {
      const send = (key: string) => trigger(event, path, key, '--generation', generation)
      const [right] = await hearing(seller.url, send(keys[type]))
      const signed = scheme.endsWith('V1') ? { signature: 'right' } : {}
      expect(right).toMatchObject({
        call: { scheme, activity: event, signature: { state: 'right', keyType: type } },
        answer: { status: 200, resultCode: '000000', ...signed },
        end: 'answered',
      })
      const [wrong] = await hearing(seller.url, send('another'))
      expect(wrong).toMatchObject({
        call: { scheme, activity: event, signature: { state: 'wrong' } },
        answer: { status: 200, resultCode: '000001' },
      })
    },
  )

  test('that nobody signed is told so, and so is one whose key is not known', async () => {
    const [unsigned] = await hearing(seller.url, (url) =>
      fetch(`${url}/main/saas`, { method: 'POST', body: '{"activity":"newInstance"}' }),
    )
    expect(unsigned).toMatchObject({ call: { signature: { state: 'missing' } } })
    const calls: HeardCall[] = []
    const listener = await startListener({
      seller: seller.url,
      keys: {},
      heard: (call) => calls.push(call),
    })
    await trigger('newInstance', '/main/saas', keys.basic)(listener.url)
    await listener.close()
    expect(calls).toMatchObject([{ call: { signature: { state: 'unchecked' } } }])
  })

  test('shows nothing private of what it carries', async () => {
    const [heard] = await hearing(
      seller.url,
      trigger(
        'newInstance',
        '/main/saas',
        keys.v1,
        '--generation',
        'saasV1',
        '--set',
        'customerName=张三丰',
        '--set',
        'mobilePhone=18612345678',
      ),
    )
    const shown = JSON.stringify(heard)
    expect(shown).toContain('customerName')
    for (const secret of ['张三丰', '18612345678', keys.v1, 'authToken'])
      expect(shown).not.toContain(secret)
  })
})

test('hands bytes and headers on as they came, both ways, in their order and case', async () => {
  const seen: unknown[] = []
  const server = createServer(({ method, url, rawHeaders }, response) => {
    seen.push({ method, url, rawHeaders })
    response.sendDate = false
    response.writeHead(207, ['Body-SIGN', '"a"', 'X-b', '1', 'x-B', '2', 'Content-Length', '3'])
    response.end(Buffer.from([0xff, 0x00, 0x0a]))
  })
  const origin = await listenOnLoopback(server, 0)
  const answers: unknown[] = []
  await hearing(origin, async (url) => {
    const headers = [
      'hOST',
      'store.example',
      'AuthToken',
      'x=',
      'X-two',
      'a',
      'x-TWO',
      'b',
      'Content-Length',
      '4',
    ]
    const asked = requestOverHttp(`${url}/a%2fb?x=%20+&x=`, { method: 'PUT', headers }).end('{ }\n')
    const answer = await new Promise<IncomingMessage>((came) => asked.once('response', came))
    answers.push(answer.statusCode, answer.rawHeaders, Buffer.concat(await answer.toArray()))
  })
  await closeServer(server)
  const { host } = origin
  expect(seen).toEqual([
    {
      method: 'PUT',
      url: '/a%2fb?x=%20+&x=',
      rawHeaders: [
        'Host',
        host,
        'AuthToken',
        'x=',
        'X-two',
        'a',
        'x-TWO',
        'b',
        'Content-Length',
        '4',
        'Connection',
        'close',
      ],
    },
  ])
  const [status, rawHeaders, body] = answers
  expect(status).toBe(207)
  expect((rawHeaders as string[]).slice(0, 8)).toEqual([
    'Body-SIGN',
    '"a"',
    'X-b',
    '1',
    'x-B',
    '2',
    'Content-Length',
    '3',
  ])
  expect(body).toEqual(Buffer.from([0xff, 0x00, 0x0a]))
})

test('tells of a seller that is not there, and of one that never answers', async () => {
  const nobody = new URL(`http://127.0.0.1:${await freePort()}`)
  const [away] = await hearing(nobody, (url) => fetch(url))
  expect(away).toMatchObject({ end: 'unreachable', reason: 'ECONNREFUSED' })
  const server = createServer(() => undefined)
  const [silent] = await hearing(await listenOnLoopback(server, 0), (url) =>
    trigger('newInstance', '/', 'k', '--within', '1')(url),
  )
  expect(silent).toMatchObject({ end: 'cut', call: { activity: 'newInstance' } })
  await closeServer(server)
})

describe('koogate listen', () => {
  test('prints a line for each call until it is stopped', async () => {
    const port = await freePort()
    const args = ['listen', seller.url.href, '--port', String(port), '--key', keys.basic]
    const listening = startKoogate(args)
    const url = `http://127.0.0.1:${port}`
    await until(
      () => Promise.resolve(listening.err()),
      (text) => text.includes(url),
    )
    await trigger('newInstance', '/main/saas', keys.basic)(url)
    await trigger('newInstance', '/main/saas', 'another')(url)
    await until(
      () => Promise.resolve(listening.out().split('\n')),
      (lines) => lines.length > 2,
    )
    listening.send('SIGINT')
    const { code, out } = await listening.ended
    expect(code).toBe(130)
    const [right, wrong] = out.split('\n')
    expect(right).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3} {2}V2 newInstance +signature right \(basic\) {2}000000 {2}\d+ ms$/,
    )
    expect(wrong).toMatch(/V2 newInstance +signature WRONG {2}000001 /)
  })

  test('says that its port is taken, and exits with 2', async () => {
    const server = createServer()
    const { port } = await listenOnLoopback(server, 0)
    const { code, err } = await koogate(['listen', 'http://127.0.0.1:1', '--port', port])
    expect(code).toBe(2)
    expect(err).toBe(`koogate cannot listen at port ${port} (EADDRINUSE): --port takes another.\n`)
    await closeServer(server)
  })

  test('ends with 0 when a supervisor stops it', async () => {
    const listening = startKoogate(['listen', seller.url.href, '--port', '0'])
    await until(
      () => Promise.resolve(listening.err()),
      (text) => text.includes('calls for'),
    )
    listening.send('SIGTERM')
    expect(await listening.ended).toMatchObject({ code: 0 })
  })
})
