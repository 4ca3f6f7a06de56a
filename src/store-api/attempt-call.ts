import { signStoreRequest } from '../crypto/ak-sk-signature.ts'
import type { ExchangeAnswer, ExchangeFault, StoreConnections } from './exchange.ts'
import type { StoreContent } from './license-form.ts'
import { type StoreOperationDefinition, storeOperations } from './operations.ts'
import type { OutboundCall } from './outbound-call.ts'
import { pauseOf } from './pause.ts'
import { readJson } from './read-answer.ts'
import { isThrottled, kindOfCode, kindOfStatus, readResult } from './result-code.ts'
import type { CallOptions, StoreFailure, StoreResult } from './store-client.ts'
import { type StoreClock, isOff } from './store-clock.ts'
import type { StoreAnswers, StoreOperation, StoreRequest } from './store-operations.ts'

/** What attempts of a site work with. */
export interface AttemptContext {
  readonly site: string
  readonly accessKey: string
  readonly secretKey: string
  readonly timeoutMs: number
  readonly connections: StoreConnections
  readonly clock: StoreClock
  readonly now: () => Date
  readonly onAttempt: (call: OutboundCall) => void
}

/** A call with its bytes made. */
export interface PreparedCall<Operation extends StoreOperation> {
  readonly operation: Operation
  readonly request: StoreRequest<Operation>
  readonly target: string
  readonly content: StoreContent | undefined
}

/** Makes the bytes of a call, once for all attempts. */
export function prepareCall<Operation extends StoreOperation>(
  operation: Operation,
  request: StoreRequest<Operation>,
): PreparedCall<Operation> {
  const { target, content } = definitionOf(operation)
  return { operation, request, target: target(request), content: content?.(request) }
}

/** How an attempt ended: an answer, or the fault of the network. */
export type Attempt<Operation extends StoreOperation> =
  | { readonly result: StoreResult<StoreAnswers[Operation]>; readonly fault?: undefined }
  | { readonly result: StoreFailure; readonly fault: ExchangeFault }

/**
 * Calls one host, signed for it. A refusal of our access is tried once more with the other time that may be
 * the store's, where its clock and ours differ by much, or with the time of now where our clock was set
 * meanwhile (or the machine slept): what was refused was not taken.
 */
export async function attemptCall<Operation extends StoreOperation>(
  context: AttemptContext,
  call: PreparedCall<Operation>,
  host: URL,
  options: CallOptions,
): Promise<Attempt<Operation>> {
  const { clock, now } = context
  const [correctionMs] = clock.corrections()
  const begun = now()
  const first = await attemptAt(context, call, { host, correctionMs, ...options })
  if (!isAccess(first.result)) return first
  // No call takes so long.
  const wasSet = isOff(now().getTime() - begun.getTime())
  if (wasSet) return attemptAt(context, call, { host, correctionMs, ...options })
  const other = clock.corrections().find((ms) => isOff(ms - correctionMs))
  if (other === undefined) return first
  const second = await attemptAt(context, call, { host, correctionMs: other, ...options })
  // The store may have taken what was left without an answer.
  if (second.fault !== undefined) return second.result.uncertain ? second : first
  if (isAccess(second.result)) return first
  clock.prefer(other)
  return second
}

function isAccess(result: StoreResult<unknown>): boolean {
  return !result.ok && result.kind === 'access'
}

interface AttemptOptions extends CallOptions {
  readonly host: URL
  readonly correctionMs: number
}

async function attemptAt<Operation extends StoreOperation>(
  context: AttemptContext,
  call: PreparedCall<Operation>,
  options: AttemptOptions,
): Promise<Attempt<Operation>> {
  const { now, connections, timeoutMs, clock } = context
  const { host, signal } = options
  const begun = performance.now()
  const at = now()
  const answer = await connections.send({
    origin: host,
    target: call.target,
    method: definitionOf(call.operation).method,
    headers: headersOf(context, call, options),
    body: call.content?.body,
    timeoutMs,
    signal,
  })
  const isAnswer = 'status' in answer
  if (isAnswer) clock.learn(singleOf(answer.headers.date), at, now())
  const attempt = isAnswer ? readAttempt(call.operation, answer, now()) : faultAttempt(answer)
  const ms = Math.round(performance.now() - begun)
  context.onAttempt({
    ...toldOf(context, call, attempt),
    at,
    host: host.host,
    ms,
    answer: isAnswer ? answer.body.toString() : undefined,
  })
  return attempt
}

function toldOf<Operation extends StoreOperation>(
  { site }: AttemptContext,
  { operation, request, target, content }: PreparedCall<Operation>,
  { result, fault }: Attempt<Operation>,
) {
  const { method, label, subject } = definitionOf(operation)
  const [path = ''] = target.split('?')
  const isCoded = fault === undefined && result.code !== 'unreachable'
  return {
    site,
    operation,
    label,
    method,
    path,
    subject: subject?.(request),
    status: result.ok ? 200 : result.status,
    code: fault?.message ?? (isCoded ? result.code : undefined),
    result:
      fault !== undefined ? ('unanswered' as const) : result.ok ? ('done' as const) : result.kind,
    request: content?.kept ?? target,
  }
}

function headersOf<Operation extends StoreOperation>(
  { accessKey, secretKey, now }: AttemptContext,
  { operation, request, target, content }: PreparedCall<Operation>,
  { host, correctionMs }: AttemptOptions,
): Record<string, string> {
  const { method, headers } = definitionOf(operation)
  const signedAt = new Date(now().getTime() + correctionMs)
  const body = content?.body ?? Buffer.alloc(0)
  const signed = signStoreRequest({
    method,
    url: new URL(target, host),
    headers: { 'content-type': content?.type ?? 'application/json' },
    body,
    accessKey,
    secretKey,
    now: signedAt,
  })
  // Not signed: what stands between may change it.
  const others = { accept: 'application/json', 'accept-encoding': 'identity' }
  return { ...signed, ...others, ...headers?.(request, body, signedAt) }
}

function readAttempt<Operation extends StoreOperation>(
  operation: Operation,
  { status, headers, body: bytes }: ExchangeAnswer,
  now: Date,
): Attempt<Operation> {
  const body = readJson(bytes)
  const result = readResult(body)
  const definition = definitionOf(operation)
  const pauseMs = pauseOf(status, headers['retry-after'], now)
  const common = { status, pauseMs, body, uncertain: false, ok: false } as const
  if (result === undefined) {
    const message = `HTTP ${status} without a result code`
    const kind = kindOfStatus(status, definition)
    return { result: { ...common, kind, code: 'unreachable', message, uncertain: true } }
  }
  const kind = kindOfCode(result.code, status, definition)
  if (kind !== 'done') {
    const isLater = pauseMs !== undefined || isThrottled(result.code, status)
    return { result: { ...common, ...result, kind: isLater ? 'later' : kind } }
  }
  const reading = definition.read(body)
  if (reading.ok)
    return { result: { ok: true, ...result, answer: reading.answer, uncertain: false, body } }
  const message = `missing or malformed: ${reading.faults}`
  return { result: { ...common, kind: 'later', code: 'unreadable', message, uncertain: true } }
}

function faultAttempt(fault: ExchangeFault) {
  const result: StoreFailure = {
    ok: false,
    kind: 'later',
    code: 'unreachable',
    message: fault.message,
    status: undefined,
    uncertain: fault.fault !== 'connect' && fault.fault !== 'tls',
    pauseMs: undefined,
    body: undefined,
  }
  return { result, fault }
}

function singleOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined
}

/** The row of the table, typed by its operation. */
export function definitionOf<Operation extends StoreOperation>(
  operation: Operation,
): StoreOperationDefinition<Operation> {
  return storeOperations[operation]
}
