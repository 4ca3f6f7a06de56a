// A seller of SaaS V2, with what Node brings alone. To run it: KOOGATE_BASIC_KEY=... node seller.ts
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'

type Texts = Partial<Record<string, string>>
const { KOOGATE_BASIC_KEY: key = '', PORT = '3000' } = process.env
// What must not be forgotten: a real seller keeps it in a database.
const [nonces, sold, alive] = [new Set<string>(), new Map<string, string>(), new Set<string>()]
const refusal = (code: string, why: string) => new Error(why, { cause: code })
const hmac = (text: string | Buffer) => createHmac('sha256', key).update(text).digest('hex')

function verify({ signature = '', timestamp = '', nonce = '' }: Texts, body: Buffer) {
  const isFresh = Math.abs(Date.now() - Number(timestamp)) <= 60_000
  if (!isFresh || nonce === '') throw refusal('000002', 'timestamp or nonce')
  const expected = Buffer.from(hmac(key + nonce + timestamp + hmac(body)))
  const received = Buffer.from(signature.toLowerCase())
  const isSigned = expected.length === received.length && timingSafeEqual(expected, received)
  if (!isSigned || nonces.has(nonce)) throw refusal('000001', 'signature, or nonce used before')
  nonces.add(nonce)
}

const mandatory: Record<string, string[]> = {
  newInstance: ['orderId', 'orderLineId', 'businessId'],
  queryInstance: ['instanceId'],
  refreshInstance: ['instanceId', 'orderId', 'orderLineId', 'scene', 'expireTime'],
  updateInstanceStatus: ['instanceId', 'status'],
  releaseInstance: ['instanceId'],
}

function perform(call: Texts) {
  const { activity = '', instanceId = '', businessId = '', testFlag } = call
  const missing = (mandatory[activity] ?? ['a known activity']).find((name) => !call[name])
  if (missing !== undefined) throw refusal('000002', `${missing} is missing`)
  const isReal = testFlag !== '1' // a test call names any instance, for ever
  if (activity === 'newInstance') {
    const order = JSON.stringify([isReal, call['orderId'], call['orderLineId']])
    if (isReal && !sold.has(order)) alive.add(businessId)
    sold.set(order, sold.get(order) ?? businessId) // a repeat has another businessId
    return { instanceId: sold.get(order) }
  }
  const ids = instanceId.split(',')
  if (isReal && activity === 'releaseInstance') alive.delete(instanceId)
  else if (isReal && !ids.every((id) => alive.has(id))) throw refusal('000003', 'no such instance')
  const appInfo = { frontEndUrl: 'https://app.example.com' }
  const info = ids.map((id) => ({ instanceId: id, appInfo }))
  return activity === 'queryInstance' ? { info } : {}
}

function answer(query: Texts, body: Buffer): string {
  try {
    verify(query, body)
    const members = perform(JSON.parse(body.toString()) as Texts)
    return JSON.stringify({ resultCode: '000000', resultMsg: 'success.', ...members })
  } catch (error) {
    const { message, cause = '000002' } = error as Error
    return JSON.stringify({ resultCode: cause, resultMsg: message })
  }
}

createServer((request, response) => {
  const query = Object.fromEntries(new URL(request.url ?? '', 'http://seller').searchParams)
  response.setHeader('Content-Type', 'application/json')
  const end = (body: Buffer) => response.end(answer(query, body))
  void buffer(request).then(end, () => response.destroy())
}).listen(Number(PORT))
