import { randomBytes, randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { signV2Query } from '../../src/crypto/v2-query-signature.ts'

/** One kind of call, made anew for each request. */
export type MakeBody = () => Record<string, string>

export interface Load {
  readonly url: string
  readonly path: string
  readonly key: string
  readonly makeBody: MakeBody
  readonly connections: number
  readonly seconds: number
  /** Calls a second over all connections; as many as possible when left out. */
  readonly rate?: number
}

export interface Measured {
  readonly callsPerSecond: number
  readonly p99Ms: number
  readonly failures: number
}

/** Sends signed calls for some seconds; an answer without resultCode 000000 is a failure. */
export async function measure(load: Load): Promise<Measured> {
  let failures = 0
  const run = autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    ...(load.rate !== undefined && { overallRate: load.rate }),
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...signed(load) }) }],
    setupClient: (client) => {
      client.on('body', (body: Buffer) => {
        if (!body.includes('"resultCode":"000000"')) failures += 1
      })
    },
  })
  const { requests, latency, errors, non2xx } = await run
  return {
    callsPerSecond: requests.average,
    p99Ms: latency.p99,
    failures: failures + errors + non2xx,
  }
}

function signed({ path, key, makeBody }: Load) {
  const body = JSON.stringify(makeBody())
  const timestamp = String(Date.now())
  const nonce = randomBytes(16).toString('hex')
  const signature = signV2Query({ key, nonce, timestamp, payload: body })
  return {
    path: `${path}?signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`,
    headers: { 'content-type': 'application/json;charset=utf8' },
    body,
  }
}

/** A purchase of an order line that nobody bought before. */
export const purchase: MakeBody = () => {
  const orderId = `CS${randomBytes(8).toString('hex')}`
  return {
    activity: 'newInstance',
    businessId: randomUUID(),
    orderId,
    orderLineId: `${orderId}-000001`,
  }
}
