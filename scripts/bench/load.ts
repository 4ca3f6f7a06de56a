import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
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
}

export interface Measured {
  readonly callsPerSecond: number
  readonly failures: number
}

/**
 * Sends as many signed calls as are answered, for some seconds; an answer without resultCode 000000
 * is a failure.
 */
export async function measureMost(load: Load): Promise<Measured> {
  let failures = 0
  const run = autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...signed(load) }) }],
    setupClient: (client) => {
      client.on('body', (body: Buffer) => {
        if (!body.includes('"resultCode":"000000"')) failures += 1
      })
    },
  })
  const { requests, errors, non2xx } = await run
  return { callsPerSecond: requests.average, failures: failures + errors + non2xx }
}

/**
 * Sends signed calls evenly, so many a second whether or not the ones before are answered, and
 * returns the 99th percentile of the time to the whole answer, in milliseconds. (autocannon's rate
 * is a burst at the beginning of each second.)
 */
export async function measureSteady(load: Load, callsPerSecond: number): Promise<number> {
  const answers: Promise<number>[] = []
  const startedAt = performance.now()
  while (answers.length < callsPerSecond * load.seconds) {
    const due = ((performance.now() - startedAt) / 1000) * callsPerSecond
    while (answers.length < due) answers.push(timeOfCall(load))
    await wait(1)
  }
  const times = (await Promise.all(answers)).toSorted((a, b) => a - b)
  return Math.round(times[Math.floor(times.length * 0.99)] ?? NaN)
}

// fetch takes twice the processor of node:http, which it takes from the program it measures.
const agent = new Agent({ keepAlive: true })

async function timeOfCall(load: Load): Promise<number> {
  const { path, headers, body } = signed(load)
  const sentAt = performance.now()
  const call = request(load.url + path, { method: 'POST', headers, agent })
  call.end(body)
  const [answer] = (await once(call, 'response')) as [IncomingMessage]
  const received = await text(answer)
  if (!received.includes('"resultCode":"000000"')) throw new Error(`a call failed: ${received}`)
  return performance.now() - sentAt
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
