import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { closeServer, listenOnLoopback } from '../../src/simulator/api/loopback-http.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import type { Generation } from '../../src/simulator/calls/calls.ts'
import { endpointOf } from '../../src/simulator/calls/endpoints.ts'
import { triggerEvents } from '../../src/simulator/trigger/events.ts'
import { type StartedSeller, startSeller, targetOf } from '../broken-sellers/right-seller/start.ts'
import { koogate, startKoogate } from './run-koogate.ts'

const keys = makeAccessKeys()
const pair = generateKeyPairSync('rsa', { modulusLength: 3072 })
const folder = mkdtempSync(join(tmpdir(), 'koogate-trigger-'))
const publicKey = join(folder, 'public.pem')
writeFileSync(publicKey, pair.publicKey.export({ type: 'spki', format: 'pem' }))
let seller: StartedSeller
beforeAll(async () => {
  seller = await startSeller({ keys, privateKey: pair.privateKey })
})
afterAll(async () => {
  await seller.close()
  rmSync(folder, { recursive: true })
})

/** The production address of a generation, and the key of its interface type. */
function access(generation: Generation): readonly string[] {
  const { url, urls } = targetOf(seller)
  const { keyType } = endpointOf(generation)
  const address = urls?.[generation] ?? url
  return ['--url', address.href, '--key', `${keyType}=${keys[keyType]}`]
}

const newInstance = () => ['trigger', 'newInstance', ...access('saasV2')]

test('writes out what a seller would make the terminal do', async () => {
  const server = createServer((request, response) => {
    request.resume()
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ resultCode: '\u001b[2J\u001b[8m\r000000', resultMsg: 'ok' }))
  })
  const { href: url } = await listenOnLoopback(server, 0)
  const { out } = await koogate(['trigger', 'newInstance', '--url', url, '--key', 'k1234567'], {
    terminal: true,
  })
  await closeServer(server)
  expect(out).toContain(String.raw`\u001b[2J\u001b[8m\u000d000000`)
  expect(out).not.toMatch(/\u001b\[(?:2J|8m)|\r/)
})

test.each(triggerEvents())(
  'sends $event of $generation, which a right seller carries out',
  async ({ event, generation }) => {
    const args = ['trigger', event, '--generation', generation, ...access(generation)]
    const { code, out, err } = await koogate([...args, '--public-key', publicKey])
    expect(err).toBe('')
    expect(out).toContain(`${event} (${generation})`)
    expect(out).toContain('"resultCode":"000000"')
    expect(code).toBe(0)
  },
)

test('lists every event with the generations that know it, as JSON too', async () => {
  const { out } = await koogate(['trigger', '--list'])
  expect(out).toMatch(/^newInstance +saasV2, saasV1, licenseA$/m)
  const { out: json } = await koogate(['trigger', '--list', '--json'])
  const events = json
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object)
  expect(events).toContainEqual({ event: 'tenantSync', generations: ['kitV2', 'kitV1'] })
})

test('gives each call an order of its own, unless one is set', async () => {
  const instanceOf = async (...more: string[]) => {
    const { out } = await koogate([...newInstance(), '--json', ...more])
    return (JSON.parse(out) as { answer: { body: { instanceId: string } } }).answer.body.instanceId
  }
  const order = ['--set', 'orderId=CS-1', '--set', 'orderLineId=CS-1-000001']
  const ids = [await instanceOf(), await instanceOf(), await instanceOf(...order)]
  expect(new Set(ids).size).toBe(3)
  expect(await instanceOf(...order)).toBe(ids[2])
})

test('marks a call as a test unless it is to be real, and sets members of any type', async () => {
  const membersOf = async (...args: string[]) => {
    const { out } = await koogate(['trigger', ...args, '--json'])
    return (JSON.parse(out) as { members: object }).members
  }
  const saas = access('saasV2')
  expect(await membersOf('newInstance', ...saas)).toMatchObject({ testFlag: '1' })
  expect(await membersOf('newInstance', ...saas, '--real')).not.toHaveProperty('testFlag')
  expect(await membersOf('tenantSync', ...access('kitV2'), '--real')).toMatchObject({ testFlag: 0 })
  expect(await membersOf('orderNotify', ...access('orders'), '--real')).toMatchObject({
    testFlag: '0',
  })
  const check = ['changeInstanceCheck', ...saas, '--set', 'productInfo.linearValue=7']
  expect(await membersOf(...check, '--set', 'odd:=[1,"a"]')).toMatchObject({
    productInfo: { linearValue: 7, productId: 'OFFI461867333479178240' },
    odd: [1, 'a'],
  })
})

describe('the key', () => {
  const env = { KOOGATE_BASIC_KEY: `${keys.basic},former` }
  const noKey = () => newInstance().slice(0, 4)
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return ['--key-file', join(folder, name)]
  }

  test.each([
    ['the environment', () => [], env],
    ['a file of settings', () => file('a.env', `# mine\nKOOGATE_BASIC_KEY="${keys.basic}"\n`), {}],
    [
      'the file that Koogate keeps',
      () => file('a.json', JSON.stringify({ BASIC_KEY: keys.basic })),
      {},
    ],
    ['a file with nothing else', () => file('a.txt', `${keys.basic}\n`), {}],
    ['an option before the environment', () => ['--key', keys.basic], { KOOGATE_BASIC_KEY: 'x' }],
  ])('comes from %s', async (_what, args, shell) => {
    expect(await koogate([...noKey(), ...args()], { env: shell })).toMatchObject({ code: 0 })
  })

  test('is shown nowhere', async () => {
    const ended = await Promise.all([koogate(newInstance()), koogate([...newInstance(), '--json'])])
    for (const { out, err } of ended) expect(out + err).not.toContain(keys.basic)
  })

  test('that is wrong shows as the refusal of the seller, and exits with 1', async () => {
    const { code, out } = await koogate([...noKey(), '--key', 'another'])
    expect(code).toBe(1)
    expect(out).toContain('DBG-6  resultCode is 000001, not 000000')
  })
})

test.each([
  [['no-such-call'], 'The store has no call no-such-call'],
  [[], 'The event is missing'],
  [['upgrade', '--generation', 'saasV2'], '--generation is saasV2, which has no upgrade; saasV1'],
  [['newInstance', '--generation', 'saasV9'], '--generation is saasV9; there are saasV2'],
  [['newInstance', '--url', 'seller'], '--url is seller, and not an address'],
  [['newInstance', '--url', 'ftp://seller'], '--url is ftp://seller, and not an address'],
  [['newInstance', '--url', 'http://a', '--key', 'k', '--set', 'x'], '--set is x, and neither'],
  [
    ['newInstance', '--url', 'http://a', '--key', 'k', '--set', 'x:=y'],
    '--set is x:=y, and neither',
  ],
  [
    ['newInstance', '--url', 'http://a', '--key', 'k', '--within', '0'],
    '--within is 0, and not a whole',
  ],
  [['newInstance', '--url', 'http://a', '--key', 'k', '--aes', '1'], '--aes is 1, and neither'],
  [
    ['newInstance', '--url', 'http://a'],
    'There is no key to sign newInstance with: --key, --key-file or KOOGATE_BASIC_KEY',
  ],
  [
    ['newInstance', '--url', 'http://a', '--key-file', 'nowhere'],
    '--key-file: nowhere cannot be read (ENOENT)',
  ],
  [['applicationSync', '--url', 'http://a', '--key', 'k'], '--public-key says which'],
  [
    ['applicationSync', '--url', 'http://a', '--key', 'k', '--public-key', 'package.json'],
    '--public-key holds no public key',
  ],
])('%j is a wrong use, and exits with 2', async (args, sentence) => {
  const { code, out, err } = await koogate(['trigger', ...args])
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(sentence)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})

describe('a server that cannot be judged', () => {
  /** What comes of a call to a server that does this. */
  async function triggerAt(serve: (request: IncomingMessage, response: ServerResponse) => void) {
    const server = createServer(serve)
    const url = await listenOnLoopback(server, 0)
    const args = ['trigger', 'newInstance', '--key', 'k', '--within', '1', '--json']
    const ended = await koogate([...args, '--url', url.href])
    await closeServer(server)
    return { ...ended, told: JSON.parse(ended.out) as object }
  }

  test('is told, and exits with 3, when it is not there', async () => {
    const url = `http://127.0.0.1:${await freePort()}`
    const ended = await koogate(['trigger', 'newInstance', '--key', 'k', '--url', url])
    expect(ended.code).toBe(3)
    expect(ended.out).toContain('nobody answers (ECONNREFUSED)')
  })

  test('likewise when it says nothing', async () => {
    const { code, told } = await triggerAt(() => undefined)
    expect(code).toBe(3)
    expect(told).toMatchObject({ reason: 'no answer within 1 s', faults: [], verdict: 'notJudged' })
  })

  test('likewise when it answers a web page', async () => {
    const { code, told } = await triggerAt((_request, response) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>'),
    )
    expect(code).toBe(3)
    expect(told).toMatchObject({ reason: expect.stringContaining('web page') as string })
  })
})

test('Ctrl-C breaks off a call that nobody answers, and exits with 130', async () => {
  const server = createServer()
  const asked = once(server, 'request')
  const url = (await listenOnLoopback(server, 0)).href
  const args = ['trigger', 'newInstance', '--key', 'k', '--url', url, '--within', '600']
  const running = startKoogate(args)
  await asked
  running.send('SIGINT')
  expect(await running.ended).toEqual({ code: 130, out: '', err: '' })
  await closeServer(server)
})

test('shows no secret that the seller answers', async () => {
  const server = createServer((_request, response) => {
    const answer = {
      resultCode: '000000',
      resultMsg: 'ok',
      instanceId: 'i',
      appInfo: { password: 'open-sesame' },
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  const url = (await listenOnLoopback(server, 0)).href
  for (const json of [[], ['--json']]) {
    const { code, out } = await koogate([
      'trigger',
      'newInstance',
      '--key',
      'k',
      '--url',
      url,
      ...json,
    ])
    expect(code).toBe(0)
    expect(out).toContain('"instanceId":"i"')
    expect(out).not.toContain('open-sesame')
  }
  await closeServer(server)
})
