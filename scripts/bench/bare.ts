// The bare program that the service is measured against: node:http and pg by hand, one statement a
// call, the same signature checked and the same rows written. It validates next to nothing, repeats
// and refusals are not its business.
import {
  createCipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'

const { DATABASE_URL = '', BENCH_KEY = '', BENCH_SECRET = '', PORT = '0' } = process.env
const secret = createSecretKey(Buffer.from(BENCH_SECRET, 'base64'))
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 })

interface Body {
  readonly businessId: string
  readonly orderId: string
  readonly orderLineId: string
}

const purchase = `
  with nonce as (insert into nonces values ('main', 'basic', $1, $2)),
  claim as (insert into claims values ('main', 'saas', false, 'newInstance', $3, $4, $2)),
  instance as (insert into instances (instance_id, address, family, test, business_id, order_id,
    order_line_id, latest_order_id, latest_order_line_id, phase, frozen, frozen_after_expiry, app_info,
    usage_info, version, created_at, updated_at)
    values ($4, 'main', 'saas', false, $4, $5, $6, $5, $6, 'ready', false, false, $7, '[]', 1, $2, $2)),
  event as (insert into events values ($8, $4, 'instance.created', $5, $2), ($9, $4, 'instance.activated', $5, $2)),
  job as (insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy)
    values ('fetch-order', $10, 1000, 5, true, 600, 'standard'))
  insert into messages values ($11, 'main', 'saas', 'newInstance', $4, $5, false, true, '000000',
    'success.', $2, 1, null, $12, $13)`

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/health/ready') {
    send(response, '{"status":"ready"}')
    return
  }
  const raw = await read(request)
  const { searchParams } = new URL(request.url ?? '', 'http://localhost')
  const nonce = searchParams.get('nonce') ?? ''
  const timestamp = searchParams.get('timestamp') ?? ''
  const inner = hmac(raw)
  const expected = Buffer.from(hmac(BENCH_KEY + nonce + timestamp + inner))
  const given = Buffer.from((searchParams.get('signature') ?? '').toLowerCase())
  const fresh = Math.abs(Date.now() - Number(timestamp)) <= 60_000
  if (!fresh || given.length !== expected.length || !timingSafeEqual(given, expected)) {
    send(response, '{"resultCode":"000001","resultMsg":"signature does not match"}')
    return
  }
  const body = JSON.parse(raw.toString()) as Body
  send(response, await buy(body, raw, nonce))
}

async function buy(body: Body, raw: Buffer, nonce: string): Promise<string> {
  const { businessId, orderId, orderLineId } = body
  const text = `{"resultCode":"000000","resultMsg":"success.","instanceId":"${businessId}"}`
  const appInfo = encipher(`{"frontEndUrl":"https://app.example.com/${businessId}"}`)
  const job = {
    address: 'main',
    orderId,
    orderLineId,
    instanceId: businessId,
    callNamedProduct: false,
  }
  await pool.query({
    name: 'purchase',
    text: purchase,
    values: [
      nonce,
      new Date(),
      JSON.stringify([orderId, orderLineId]),
      businessId,
      orderId,
      orderLineId,
      appInfo,
      randomUUID(),
      randomUUID(),
      job,
      randomUUID(),
      encipher(raw),
      encipher(text),
    ],
  })
  return text
}

function send(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

function read(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

function hmac(message: Buffer | string): string {
  return createHmac('sha256', BENCH_KEY).update(message).digest('hex')
}

function encipher(plain: Buffer | string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error)
    send(response, '{"resultCode":"000005","resultMsg":"failed"}')
  })
}).listen(Number(PORT), '127.0.0.1')
