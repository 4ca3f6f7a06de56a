import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync, readdirSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { bodySign } from '../../src/crypto/body-sign.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { managementToken } from '../harness/service.ts'

interface Given {
  readonly status?: number
  readonly type?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

let close: () => void = () => undefined
afterEach(() => close())

/** Asks a server that answers as it is told. */
async function asked(target: string, given: Given, method = 'POST') {
  const { status = 200, type = 'application/json', body = '', headers = {} } = given
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  close = () => server.close()
  const { port } = server.address() as AddressInfo
  return sendTo({ url: `http://127.0.0.1:${port}` }, target, { method })
}

const right = '{"resultCode":"000000","resultMsg":"success."}'
const problem =
  '{"type":"about:blank","title":"Not Found","status":404,"code":"not-found","detail":"No.","requestId":"1"}'
const signed = { 'Body-Sign': bodySign('Key', right) }
const privately = { 'cache-control': 'no-store' }

describe('an answer of the contract passes', () => {
  test.each<[string, string, Given, string?]>([
    ['of SaaS V2', '/main/saas?nonce=1', { body: right }],
    ['of SaaS V1, signed', '/main/saas', { body: right, headers: signed }, 'GET'],
    ['of the kit', '/main/license/produceAPI/v2/tenantSync', { body: right }],
    ['at a path that is not served', '/main/nothing', { status: 404, body: right }],
    ['at a product that is not one', '/main/x/produceAPI/tenantSync', { status: 404, body: right }],
    [
      'of the management API',
      '/api/v1/instances/nobody',
      { status: 404, type: 'application/problem+json', body: problem, headers: privately },
      'GET',
    ],
    ['of the metrics', '/metrics', { type: 'text/plain; version=0.0.4', body: 'up 1' }, 'GET'],
    ['of the docs, which are no part of it', '/docs/', { type: 'text/html', body: '<p>' }, 'GET'],
  ])('%s', async (_what, target, given, method = 'POST') => {
    await expect(asked(target, given, method)).resolves.toMatchObject({
      status: given.status ?? 200,
    })
  })
})

describe('an answer that departs from the contract is a finding', () => {
  test.each<[string, string, Given, string?]>([
    ['an answer of SaaS V1 without Body-Sign', '/main/saas', { body: right }, 'GET'],
    ['a code that is unknown', '/main/saas', { body: right.replace('000000', '000009') }],
    ['a message that is missing', '/main/orders', { body: '{"resultCode":"000000"}' }],
    ['a body that is not JSON', '/main/saas', { body: 'OK' }],
    ['another content type', '/main/saas', { type: 'application/json;charset=utf8', body: right }],
    ['a page', '/main/saas', { type: 'text/html', body: right }],
    ['text beyond ASCII', '/main/saas', { body: right.replace('success', '成功') }],
    ['success where nothing is served', '/main/nothing', { body: right }],
    ['a code of License A in SaaS V2', '/main/saas', { body: right.replace('000000', '000900') }],
    [
      'a problem that names another status',
      '/api/v1/instances/nobody',
      { status: 400, type: 'application/problem+json', body: problem, headers: privately },
      'GET',
    ],
    [
      'a problem that may be kept by a proxy',
      '/api/v1/instances/nobody',
      { status: 404, type: 'application/problem+json', body: problem },
      'GET',
    ],
    [
      'an instance without its members',
      '/api/v1/instances/one',
      { body: '{"instanceId":"one"}', headers: privately },
      'GET',
    ],
    [
      'a secret',
      '/api/v1/instances/nobody',
      {
        status: 404,
        type: 'application/problem+json',
        body: problem.replace('No.', managementToken),
        headers: privately,
      },
      'GET',
    ],
    ['an unknown state of health', '/health/live', { body: '{"status":"fine"}' }, 'GET'],
  ])('%s', async (_what, target, given, method = 'POST') => {
    await expect(asked(target, given, method)).rejects.toThrow()
  })
})

// Each of these speaks to something that is not the service, or hands what it got to the hook.
const ownWays = new Map([
  ['attack/raw-request.ts', 'bytes that no client would send, judged there'],
  ['attack/long-queries.test.ts', 'connections that are kept, judged there'],
  ['console/access.test.ts', 'a page that asks as a foreign one does'],
  ['console/addresses.ts', 'the mock or the service, for ids to look at'],
  ['console/demo.test.ts', 'the demo, which is files'],
  ['console/mocked-console.ts', 'the mock behind the console'],
  ['console/overview.test.ts', 'answers that it changes on their way to the page'],
  ['console/serving.test.ts', 'the files of the console, no part of the contract'],
  ['contract/mock.test.ts', 'the mock, whose answers it hands to the hook'],
  ['contract/mock-end.test.ts', 'the mock while it ends'],
  ['contract/mock-memory.test.ts', 'the mock, whose answers it hands to the hook'],
  ['contract/prism.test.ts', 'Prism, which is to refuse'],
  ['harness/contract-hook.ts', 'the one way'],
  ['docs/site.test.ts', 'the docs on a static server'],
  ['docs/serving.test.ts', 'the docs, no part of the contract'],
  ['guarantees/stop.test.ts', 'connections that stay open, judged there'],
  ['guarantees/mutated-requests.test.ts', 'requests that fetch would set right, judged there'],
  ['management/koogate-client.test.ts', 'servers that are not the service'],
  ['scale/pages.test.ts', 'answers that are timed to their last byte, and judged before'],
  ['scale/read-pages.ts', 'far pages and those by two filters, of which the statements are judged'],
  ['sso/browser.ts', 'pages as a browser gets them, no part of the contract'],
  ['sso/sessions.test.ts', 'pages as a browser gets them, no part of the contract'],
  ['sso/sign-on.test.ts', 'pages as a browser gets them, no part of the contract'],
  ['package/bench.test.ts', 'the programs of the bench'],
  ['guarantees/shadow.test.ts', 'the recording proxy, and the old server behind it'],
  ['harness/recording-proxy.ts', 'the server behind it'],
  ['events/positions.test.ts', 'a request that hangs up, which has no answer'],
  ['field/docs-alone.test.ts', 'the docs, no part of the contract'],
  ['field/front-ends.test.ts', 'the balancers in front'],
  ['field/over-tls.ts', 'the balancers in front'],
  ['field/compose.test.ts', 'the balancer in front'],
  ['clients/seller.ts', 'the mock, whose answers it changes on purpose'],
  ['examples/receivers.ts', 'the programs of the examples'],
  ['examples/signed.ts', 'the programs of the examples'],
  ['examples/product.test.ts', 'the program of an example'],
  ['examples/with-koogate.test.ts', 'the program of an example, which the service calls'],
  ['cli/dev-all.test.ts', 'the store in a box, and the program of an example'],
  ['cli/listen.test.ts', 'sellers behind the proxy under test'],
  ['cli/package.test.ts', 'the store in a box, from the tarball'],
  ['cli/store.test.ts', 'the store in a box'],
  ['docs/first-seller.test.ts', 'the store in a box'],
  ['broken-sellers/right-seller/open-api.ts', 'the store that a seller asks'],
  ['simulator/server/scene.ts', 'the store in a box'],
  ['simulator/server/server-api.test.ts', 'the store in a box'],
  ['simulator/server/server-guard.test.ts', 'the store in a box'],
  ['simulator/server/server-open-apis.test.ts', 'the store in a box'],
  ['management/access.test.ts', 'a path that fetch would repair, handed to the hook'],
])

test('no test speaks to the service around the hook', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  const speaking = files
    .filter((path) => path.endsWith('.ts'))
    .filter((path) =>
      // That of a route passes on what a page in a browser asks for.
      /(?<!route\.)\bfetch\(|import .*\b(request|get)\b.* from '(undici|node:https?)'/.test(
        readFileSync(`test/${path}`, 'utf8'),
      ),
    )
  expect(speaking.filter((path) => !ownWays.has(path))).toEqual([])
})
