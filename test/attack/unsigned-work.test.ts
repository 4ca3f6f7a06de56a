import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { operationsIn } from '../harness/contract-operations.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { managementToken } from '../harness/service.ts'
import { costOf, memoryOf } from './cost.ts'
import { hostileBodies, manyMembers, wrongSignature } from './hostile-bodies.ts'
import { openConnection, sendRaw } from './raw-request.ts'

const mebibyte = 1024 * 1024
const bounds = { cpuMs: 50, mebibytes: 20 }

const interfaces = operationsIn('seller').map(({ path, method, operationId }) => ({
  operationId,
  method,
  path: path.replace('{address}', 'main').replace('{product}', 'saas'),
  longest: longestBody(path),
}))
const posted = interfaces.filter(({ method }) => method === 'post')

function longestBody(path: string): number {
  if (!path.includes('/produceAPI/')) return mebibyte
  return (path.includes('/v2/') ? 10 : 6) * mebibyte
}

let service: ServiceProcess
let keyless: ServiceProcess
let resident: number

beforeAll(async () => {
  service = await launched({})
  keyless = await launched({ KOOGATE_KIT_KEY: '', KOOGATE_ORDER_KEY: '', KOOGATE_LICENSE_KEY: '' })
  // What is compiled and allocated once is no cost of a call.
  for (const { path, longest: bytes } of posted) {
    const { query, headers } = wrongSignature()
    await sendRaw(service, { path: `${path}?${query}`, headers, body: Buffer.alloc(bytes, '"\\"') })
  }
  resident = memoryOf(service.pid, 'VmRSS')
})
afterAll(async () => {
  await service.stop()
  await keyless.stop()
})

async function launched(settings: Record<string, string>): Promise<ServiceProcess> {
  const process = await serviceProcess(await createDatabase(inject('postgresUrl')), settings)
  process.launch()
  await process.ready()
  return process
}

async function expectCheap(
  process: ServiceProcess,
  call: () => Promise<string>,
  answered: RegExp,
): Promise<void> {
  let text = ''
  const cost = await costOf(
    process,
    async () => {
      text = await call()
    },
    bounds,
  )
  expect(text).toMatch(answered)
  expect(cost.cpuMs).toBeLessThan(bounds.cpuMs)
  expect(cost.mebibytes).toBeLessThan(bounds.mebibytes)
}

describe.each(posted)('$operationId costs under 50 ms and 20 MiB', ({ path, longest }) => {
  test.each(hostileBodies)('with a signature that does not hold over $name', async ({ make }) => {
    const body = make(longest)
    const call = () => {
      const { query, headers } = wrongSignature()
      return sendRaw(service, { path: `${path}?${query}`, headers, body })
    }
    await expectCheap(service, call, /"resultCode":"00000[12]"/)
  })

  test('without a signature over a million members', async () => {
    const body = manyMembers(longest)
    await expectCheap(service, () => sendRaw(service, { path, body }), /"resultCode":"00000[12]"/)
  })

  test('in chunks of one byte', async () => {
    const body = Buffer.alloc(longest * 6, '1\r\na\r\n')
    const call = () => {
      const { query, headers } = wrongSignature()
      const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      const head = `POST ${path}?${query} HTTP/1.1\r\nhost: x\r\n${fields.join('')}transfer-encoding: chunked\r\n\r\n`
      return openConnection(service, Buffer.concat([Buffer.from(head), body])).closed
    }
    await expectCheap(service, call, /"resultMsg":"body has too much between its chunks"/)
  })
})

describe.each(interfaces.filter(({ method }) => method === 'get'))(
  '$operationId costs under 50 ms and 20 MiB',
  ({ path }) => {
    test.each([
      ['thousands of parameters', '&a='.repeat(5_000)],
      ['a plus sign in each of them', '&a+'.repeat(5_000)],
      ['different names', Array.from({ length: 2_500 }, (_none, place) => `&${place}`).join('')],
      ['escapes', `&a=${'%e4'.repeat(5_000)}`],
    ])('with a token that does not hold over %s', async (_what, more) => {
      const { query } = wrongSignature()
      const target = `${path}?${query}${more.slice(0, 15_000)}`
      const body = Buffer.alloc(10 * mebibyte, '1')
      const call = () => sendRaw(service, { path: target, method: 'GET', body })
      await expectCheap(service, call, /"resultCode":"000001"/)
    })
  },
)

test.each(['license-code', 'orders', 'saas/produceAPI/v2/allOrgSync'])(
  'an interface without a key costs as little: %s',
  async (path) => {
    const body = manyMembers(10 * mebibyte)
    const { query, headers } = wrongSignature()
    const call = () => sendRaw(keyless, { path: `/main/${path}?${query}`, headers, body })
    await expectCheap(keyless, call, /no (license|order|kit) key is set/)
  },
)

test.each([
  ['a call without a token', 'PUT', '/api/v1/instances/a/app-info', {}, /"status":401/],
  [
    'a wrong token',
    'PUT',
    '/api/v1/instances/a/app-info',
    { authorization: `Bearer ${managementToken}x` },
    /"status":401/,
  ],
  ['an unknown path', 'POST', '/nothing', {}, /unknown address or path/],
  [
    'an unknown interface',
    'POST',
    '/main/saas/produceAPI/v2/nothingSync',
    {},
    /unknown address or path/,
  ],
  ['another method', 'PUT', '/main/saas', {}, /method is not served here/],
  ['the docs', 'POST', '/docs/', {}, /./],
])('%s costs as little', async (_what, method, path, headers, answered) => {
  const body = manyMembers(10 * mebibyte)
  await expectCheap(service, () => sendRaw(service, { path, method, headers, body }), answered)
})

test('and of all of it no memory is kept', () => {
  expect((memoryOf(service.pid, 'VmRSS') - resident) / 1024).toBeLessThan(bounds.mebibytes)
})
