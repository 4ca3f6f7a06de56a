import { canonicalQuery, signStoreRequest } from '../crypto/ak-sk-signature.ts'
import { describeNetworkFault, type NetworkFault } from './network-fault.ts'
import { pauseOf } from './pause.ts'
import { readText } from './read-text.ts'
import { readResult } from './result-code.ts'

/**
 * How the store's open APIs are called. `urls` are origins: the first is asked, each next one only
 * when the one before cannot be reached. `timeoutMs` holds for one attempt, its answer included.
 */
export interface StoreOptions {
  readonly urls: readonly URL[]
  readonly accessKey: string
  readonly secretKey: string
  readonly timeoutMs: number
  /** Hears of every attempt, once it has ended. */
  readonly onCall?: (line: OutboundCall) => void
  readonly fetch?: typeof fetch
  readonly now?: () => Date
}

/** What is told of an attempt: what was asked, what came back, and how long that took. */
export interface OutboundCall {
  readonly host: string
  readonly method: string
  readonly path: string
  readonly orderId: string | undefined
  readonly status: number | undefined
  /** The store's result code, or why no answer came. */
  readonly code: string | undefined
  readonly ms: number
}

/** A call of an open API; parameters are not yet encoded. */
export interface StoreApiCall {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly parameters: readonly (readonly [name: string, value: string])[]
  /** The body of a POST. */
  readonly content?: StoreContent
  /** Headers of this interface alone, made anew for each host. */
  readonly headers?: () => Readonly<Record<string, string>>
  /** Breaks the call off; its promise rejects then. */
  readonly signal?: AbortSignal | undefined
}

/** A body as it is sent, byte for byte, and its content type. */
export interface StoreContent {
  readonly type: string
  readonly body: Buffer
}

/** An HTTP answer; `body` is undefined if it is not JSON. */
export interface StoreAnswer {
  readonly reached: true
  readonly status: number
  readonly body: unknown
  /** How long the store wants no further call, if it says so. */
  readonly pauseMs: number | undefined
}

/** No HTTP answer from any host, and why. */
export interface StoreUnreachable {
  readonly reached: false
  readonly message: string
}

/** Calls the store, signed anew for each host, and returns its answer whatever the status. */
export async function callStoreApi(
  options: StoreOptions,
  call: StoreApiCall,
): Promise<StoreAnswer | StoreUnreachable> {
  const faults: string[] = []
  for (const origin of options.urls) {
    const result = await attempt(origin, options, call)
    if ('reached' in result) return result
    faults.push(`${origin.host}: ${result.message}`)
    if (!result.elsewhere) break
  }
  return { reached: false, message: faults.join('; ') }
}

function signalOf({ timeoutMs }: StoreOptions, { signal }: StoreApiCall): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs)
  return signal === undefined ? timeout : AbortSignal.any([timeout, signal])
}

async function attempt(
  origin: URL,
  options: StoreOptions,
  call: StoreApiCall,
): Promise<StoreAnswer | NetworkFault> {
  const begun = performance.now()
  const result = await send(addressOf(origin, call), options, call).catch(describeNetworkFault)
  options.onCall?.({
    host: origin.host,
    method: call.method,
    path: call.path,
    orderId: call.parameters.find(([name]) => name === 'orderId')?.[1],
    status: 'status' in result ? result.status : undefined,
    code: 'body' in result ? readResult(result.body)?.code : result.message,
    ms: Math.round(performance.now() - begun),
  })
  return result
}

async function send(url: URL, options: StoreOptions, call: StoreApiCall): Promise<StoreAnswer> {
  const { method, content } = call
  const now = options.now?.() ?? new Date()
  const headers = signStoreRequest({
    method,
    url,
    headers: { accept: 'application/json', 'content-type': content?.type ?? 'application/json' },
    body: content?.body ?? '',
    accessKey: options.accessKey,
    secretKey: options.secretKey,
    now,
  })
  const response = await (options.fetch ?? fetch)(url, {
    method,
    headers: { ...headers, ...call.headers?.() },
    ...(content && { body: new Uint8Array(content.body) }),
    redirect: 'manual',
    signal: signalOf(options, call),
  })
  const body = parseJson(await readText(response))
  return { reached: true, status: response.status, body, pauseMs: pauseOf(response, now) }
}

function addressOf(origin: URL, call: StoreApiCall): URL {
  const url = new URL(call.path, origin)
  url.search = canonicalQuery(call.parameters)
  return url
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
