import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { operationsIn } from '../harness/contract-operations.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { drawn, scale } from '../harness/scale.ts'
import { keys, managementToken } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { bounds, costOf, memoryOf } from './cost.ts'
import { hostileBodies, hostileChunks, manyMembers, wrongSignature } from './hostile-bodies.ts'
import { openConnection, sendRaw } from './raw-request.ts'

const mebibyte = 1024 * 1024
const longestBody = 10 * mebibyte

const interfaces = operationsIn('seller').map(({ path, method, operationId, part }) => ({
  operationId,
  method,
  path: path.replace('{address}', 'main').replace('{product}', 'saas'),
  longest: longestBodyOf(path),
  signature: Object.keys((part.node['security'] as object[] | undefined)?.[0] ?? {}).join(),
}))
const posted = firstOfEachSignature(interfaces.filter(({ method }) => method === 'post'))
const got = firstOfEachSignature(interfaces.filter(({ method }) => method === 'get'))
const bodies = drawn(hostileBodies, scale.hostileBodies)
// Each of these waits until the service has closed the connection.
const cut = posted.toSorted((a, b) => a.longest - b.longest).slice(-scale.interfacesASignature)
const chunks = hostileChunks.slice(0, scale.hostileChunks)

function longestBodyOf(path: string): number {
  if (!path.includes('/produceAPI/')) return mebibyte
  return (path.includes('/v2/') ? 10 : 6) * mebibyte
}

/** As many interfaces as the run has time for, of each way to sign. */
function firstOfEachSignature<One extends { readonly signature: string }>(all: One[]): One[] {
  const bySignature = Map.groupBy(all, ({ signature }) => signature)
  return [...bySignature.values()].flatMap((some) => some.slice(0, scale.interfacesASignature))
}

// One process for all: it is not started for each what it costs. Beside the address with every key one
// with a single key.
const folder = mkdtempSync(join(tmpdir(), 'koogate-unsigned-'))
let service: ServiceProcess
let resident: number

beforeAll(async () => {
  const file = join(folder, 'addresses.json')
  const { basic: basicKey, v1: v1Key, kit: kitKey, license: licenseKey, order: orderKey } = keys
  const main = { basicKey, v1Key, kitKey, licenseKey, orderKey }
  const bare = { basicKey: 'another-key-for-tests' }
  writeFileSync(file, JSON.stringify({ addresses: { main, bare } }))
  service = await serviceProcess(await createDatabase(inject('postgresUrl')), {
    KOOGATE_CONFIG_FILE: file,
    // As npm start has it.
    NODE_OPTIONS: '--max-semi-space-size=16',
  })
  service.launch()
  await service.ready()
  // What is compiled and allocated once is no cost of a call.
  for (const { path, longest } of [...posted, ...posted]) {
    await sendRaw(service, { ...signedWrongly(path), body: Buffer.alloc(longest, '"\\"') })
    const { path: target, headers } = signedWrongly(path)
    const chunked = { ...headers, 'transfer-encoding': 'chunked' }
    await sendRaw(service, { path: target, headers: chunked, body: Buffer.alloc(mebibyte, '1') })
  }
  resident = memoryOf(service.pid, 'VmRSS')
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

function signedWrongly(path: string, more = '') {
  const { query, headers } = wrongSignature()
  return { path: `${path}?${query}${more}`, headers }
}

/** Sends bytes as the chunks of a body; what came back, once the service has closed the connection. */
function sendChunks(target: string, bytes: Buffer, method = 'POST'): Promise<string> {
  const { path, headers } = signedWrongly(target)
  const fields = Object.entries({
    ...headers,
    host: 'x',
    'transfer-encoding': 'chunked',
  })
  const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines}\r\n`)
  return openConnection(service, Buffer.concat([head, bytes])).closed
}

async function expectCheap(call: () => Promise<string>, answered: RegExp): Promise<void> {
  let text = ''
  const cost = await costOf(service, async () => {
    text = await call()
  })
  expect(text).toMatch(answered)
  expect(cost.cpuMs).toBeLessThan(bounds.cpuMs)
  expect(cost.mebibytes).toBeLessThan(bounds.mebibytes)
}

describe.each(posted)('$operationId costs under 50 ms and 20 MiB', ({ path, longest }) => {
  test.each(bodies)('with a signature that does not hold over $name', async ({ make }) => {
    const body = make(longest)
    const call = () => sendRaw(service, { ...signedWrongly(path), body })
    await expectCheap(call, /"resultCode":"00000[12]"/)
  })

  test('without a signature over a million members', async () => {
    const body = manyMembers(longest)
    await expectCheap(() => sendRaw(service, { path, body }), /"resultCode":"00000[12]"/)
  })
})

describe.each(cut)('$operationId costs under 50 ms and 20 MiB', ({ path, longest }) => {
  test.each(chunks)('in $name', async ({ make }) => {
    const sent = make(longest)
    await expectCheap(() => sendChunks(path, sent), /"body (has too much between|is larger than)/)
  })
})

const hostileQueries = [
  ['thousands of parameters', '&a='.repeat(5_000)],
  ['a plus sign in each of them', '&a+'.repeat(5_000)],
  ['different names', Array.from({ length: 2_500 }, (_none, place) => `&${place}`).join('')],
  ['escapes', `&a=${'%e4'.repeat(5_000)}`],
] as const

describe.each(got)('$operationId costs under 50 ms and 20 MiB', ({ path }) => {
  test.each(drawn(hostileQueries, scale.hostileTargets))(
    'with a token that does not hold over %s',
    async (_what, more) => {
      const request = { ...signedWrongly(path, more.slice(0, 15_000)), method: 'GET' }
      const body = Buffer.alloc(longestBody, '1')
      await expectCheap(() => sendRaw(service, { ...request, body }), /"resultCode":"000001"/)
    },
  )
})

test.each(['license-code', 'orders', 'saas/produceAPI/v2/allOrgSync'])(
  'an interface without a key costs as little: %s',
  async (path) => {
    const request = { ...signedWrongly(`/bare/${path}`), body: manyMembers(longestBody) }
    await expectCheap(() => sendRaw(service, request), /no (license|order|kit) key is set/)
  },
)

const wrongToken = { authorization: `Bearer ${managementToken}x` }

const unsigned = [
  ['a call without a token', 'PUT', '/api/v1/instances/a/app-info', {}, /"status":401/],
  ['a wrong token', 'PUT', '/api/v1/instances/a/app-info', wrongToken, /"status":401/],
  ['an unknown path', 'POST', '/nothing', {}, /unknown address or path/],
  ['an unknown interface', 'POST', '/main/saas/produceAPI/v2/no', {}, /unknown address or path/],
  ['another method', 'PUT', '/main/saas', {}, /method is not served here/],
  ['the docs', 'POST', '/docs/', {}, /./],
] as const

test.each(drawn(unsigned, scale.hostileTargets))(
  '%s costs as little',
  async (_what, method, path, headers, answered) => {
    const body = manyMembers(longestBody)
    await expectCheap(() => sendRaw(service, { path, method, headers, body }), answered)
  },
)

const inBytes = [
  ['a call without a token', 'PUT', '/api/v1/instances/a/app-info', / 401 /],
  ['an unknown path', 'POST', '/nothing', / 404 /],
  ['what asks the database first', 'GET', '/health/ready', / 200 /],
  // In a fresh clone the pages may not be built yet.
  ['the docs', 'GET', '/docs/', / (200|503) /],
] as const

test.each(drawn(inBytes, scale.hostileTargets))(
  '%s costs as little in chunks of one byte',
  async (_what, method, path, answered) => {
    const sent = hostileChunks[0]?.make(longestBody) ?? Buffer.alloc(0)
    await expectCheap(() => sendChunks(path, sent, method), answered)
  },
)

test('and of all of it no memory is kept', async () => {
  const kept = () => (memoryOf(service.pid, 'VmRSS') - resident) / 1024
  // Hundreds of calls were made; the heap is not asked to give back what four bodies take.
  await until(
    () => Promise.resolve(kept()),
    (mebibytes) => mebibytes < 2 * bounds.mebibytes,
  )
})
