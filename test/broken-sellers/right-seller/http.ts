import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Parts, Received, Reply, Route, Seller } from './parts.ts'
import { Refusal, invalid } from './refusal.ts'
import { keyTypes } from './signing.ts'

const success = { resultCode: '000000', resultMsg: 'success.' }

/** Success, and what the answer shows. */
export function succeed(members: object = {}): Answer {
  return { ...success, ...members }
}

const products = {
  saas: { GET: 'saasV1', POST: 'saasV2' },
  license: { GET: 'licenseB', POST: 'licenseA' },
  'license-code': { POST: 'licenseC' },
  orders: { POST: 'orders' },
} as const

const kit =
  /\/(saas|license|license-code)\/produceAPI\/(v2\/)?(tenant|application|auth|singleOrg|allOrg)Sync$/
const basic = /\/(saas|license|license-code|orders)$/

function route({ method = '', url = '' }: IncomingMessage): Route | number {
  const [path = ''] = url.split('?')
  const found = kit.exec(path)
  if (found !== null)
    return method === 'POST'
      ? { generation: found[2] ? 'kitV2' : 'kitV1', activity: `${found[3] ?? ''}Sync` }
      : 405
  const product = basic.exec(path)?.[1] as keyof typeof products | undefined
  if (product === undefined) return 404
  const methods: Partial<Record<string, Route['generation']>> = products[product]
  const generation = methods[method]
  return generation === undefined ? 405 : { generation }
}

// What is too long is dropped as it comes, so that the answer is not lost; but not for ever.
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
    if (size > limit + mostDropped) break
  }
  if (size > limit) throw invalid('the body is too long')
  return Buffer.concat(chunks)
}

const mebibyte = 1024 * 1024
const mostDropped = 10 * mebibyte

export const httpParts = {
  route,
  bodyLimit: (generation) => (generation.startsWith('kit') ? 6 : 1) * mebibyte,
  readBody,
  statusOf: () => 200,
  contentType: () => 'application/json',
  // Beyond ASCII as escapes, which is what the memo wants (SaaS V2, queryInstance).
  serialise: (answer) =>
    JSON.stringify(answer).replaceAll(
      /[\u0080-\uffff]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  reply(answer, { generation, key }, { does }): Reply {
    const body = does.serialise(answer)
    const signature = keyTypes[generation] === 'v1' ? { 'Body-Sign': does.bodySign(key, body) } : {}
    const headers = { 'Content-Type': does.contentType(), ...signature }
    return { status: does.statusOf(answer), headers, body }
  },
  answerTo: (error) =>
    error instanceof Refusal
      ? { resultCode: error.code, resultMsg: error.message }
      : { resultCode: '000005', resultMsg: 'internal error' },
} satisfies Partial<Parts>

/** Answers a request from its first byte to its last. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  seller: Seller,
): Promise<void> {
  const { status, headers, body } = await replyTo(request, seller)
  // What was not read of a body that is too long is not waited for.
  if (!request.complete) response.setHeader('Connection', 'close')
  const length = { 'Content-Length': Buffer.byteLength(body) }
  response.writeHead(status, { ...headers, ...length }).end(body)
}

async function replyTo(request: IncomingMessage, seller: Seller): Promise<Reply> {
  const { does } = seller
  const route = does.route(request)
  if (typeof route === 'number') return notServed(route, seller)
  let [key = ''] = seller.keys[keyTypes[route.generation]]
  const answer = await answerTo().catch((error: unknown) => does.answerTo(error))
  return does.reply(answer, { ...route, key }, seller)

  async function answerTo(): Promise<Answer> {
    const received = await receive(request, route as Route, seller)
    key = does.verify(received, seller)
    const call = does.readCall({ ...received, key }, seller)
    does.checkMembers(call)
    return does.perform(call, seller)
  }
}

async function receive(
  request: IncomingMessage,
  route: Route,
  { does }: Seller,
): Promise<Received> {
  const rawBody = await does.readBody(request, does.bodyLimit(route.generation))
  const [, query = ''] = (request.url ?? '').split(/\?(.*)/s)
  return { ...route, query, headers: request.headers, rawBody }
}

function notServed(status: number, { does }: Seller): Reply {
  const answer = { resultCode: '000002', resultMsg: 'this is not served' }
  return { status, headers: { 'Content-Type': does.contentType() }, body: does.serialise(answer) }
}
