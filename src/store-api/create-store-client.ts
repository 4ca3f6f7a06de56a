import type { Span } from '../span.ts'
import {
  type Attempt,
  type AttemptContext,
  type PreparedCall,
  attemptCall,
  definitionOf,
  prepareCall,
} from './attempt-call.ts'
import type { CircuitLimits } from './circuit.ts'
import { type ExchangeFault, openConnections } from './exchange.ts'
import { type HostOrder, createHostOrder } from './host-order.ts'
import type { OutboundCall } from './outbound-call.ts'
import { createSiteGate, evidenceOf } from './site-gate.ts'
import type { CallOptions, SiteStanding, StoreClient, StoreResult } from './store-client.ts'
import { createStoreClock, isOff } from './store-clock.ts'
import type { StoreAnswers, StoreOperation } from './store-operations.ts'

/** A site as the settings have it, and how long it is waited for. */
export interface StoreClientOptions {
  readonly site: string
  /** Origins: the first is asked, each next one only when the one before gives no answer. */
  readonly hosts: readonly URL[]
  readonly accessKey: string
  readonly secretKey: string
  readonly usageLimit: number
  /** How many calls it may get in a second; undefined for as many as there are. */
  readonly callsPerSecond: number | undefined
  /** Holds for one attempt, its answer included. */
  readonly timeoutMs: number
  readonly circuit: CircuitLimits
  readonly now: () => Date
  readonly span: Span
  /** Hears of every attempt, once it has ended. */
  readonly onAttempt: (call: OutboundCall) => void
  /** Hears of every change of how the site stands. */
  readonly onStanding: (standing: SiteStanding) => void
}

// One of the store's fixed orders, which every seller may read.
const probe = prepareCall('queryOrder', { query: { orderId: 'MOCKPERIODYEARNEW' } })

/** Makes the client of a site; what it learns of the site is its own, not that of other processes. */
export function createStoreClient(options: StoreClientOptions): StoreClient {
  const { site, usageLimit, now, span } = options
  const context: AttemptContext = {
    ...options,
    connections: openConnections(),
    clock: createStoreClock(),
  }
  const { clock, connections } = context
  const hosts = createHostOrder(options.hosts)
  let since = now()
  let answeredAt: Date | undefined

  const standing = (): SiteStanding => ({
    ...{ site, since, answeredAt },
    circuit: gate.state(),
    cause: gate.cause(),
    skewMs: clock.skewMs(),
    pausedUntil: gate.pausedUntil(),
  })
  const changed = () => {
    since = now()
    options.onStanding(standing())
  }

  /** Calls, and notes what that shows of the site's clock. */
  async function send<Operation extends StoreOperation>(
    call: PreparedCall<Operation>,
    callOptions: CallOptions,
  ): Promise<StoreResult<StoreAnswers[Operation]>> {
    const wasOff = isOff(clock.skewMs())
    const result = await callHosts(call, { context, hosts, ...callOptions })
    if (evidenceOf(result) === 'answers') answeredAt = now()
    if (isOff(clock.skewMs()) !== wasOff) changed()
    return result
  }

  const gate = createSiteGate({
    limits: options.circuit,
    callsPerSecond: options.callsPerSecond,
    waitMs: options.timeoutMs,
    now,
    probe: () => send(probe, {}),
    changed,
  })

  return {
    site,
    usageLimit,
    call: (operation, request, callOptions = {}) =>
      span(definitionOf(operation).span, async (tell) => {
        const call = prepareCall(operation, request)
        const heldBack = await gate.pass(callOptions.signal)
        const result = heldBack ?? gate.hear(await send(call, callOptions))
        tell(() => ({ ...spanAttributes(call), 'koogate.result': result.ok ? 'ok' : result.code }))
        return result
      }),
    standing,
    async close() {
      gate.close()
      await connections.close()
    },
  }

  function spanAttributes<Operation extends StoreOperation>(call: PreparedCall<Operation>) {
    const subject = definitionOf(call.operation).subject?.(call.request)
    const isOrder = call.operation === 'queryOrder' && subject !== undefined
    return { 'koogate.site': site, ...(isOrder && { 'koogate.order_id': subject }) }
  }
}

interface HostOptions extends CallOptions {
  readonly context: AttemptContext
  readonly hosts: HostOrder
}

/** Asks the hosts one after the other, as long as none has answered and another one may be asked. */
async function callHosts<Operation extends StoreOperation>(
  call: PreparedCall<Operation>,
  { context, hosts, signal }: HostOptions,
): Promise<StoreResult<StoreAnswers[Operation]>> {
  const faults: string[] = []
  let isUncertain = false
  let last: Extract<Attempt<Operation>, { fault: ExchangeFault }> | undefined
  for (const host of hosts.next()) {
    const attempt = await attemptCall(context, call, host, { signal })
    if (attempt.fault === undefined) {
      hosts.answered(host)
      // The host before may have taken it, whatever this one says.
      return isUncertain ? { ...attempt.result, uncertain: true } : attempt.result
    }
    last = attempt
    isUncertain ||= attempt.result.uncertain
    faults.push(`${host.host}: ${attempt.fault.message}`)
    if (!mayGoElsewhere(attempt.fault, call)) break
  }
  if (last === undefined) throw new Error('a site has at least one host')
  return { ...last.result, uncertain: isUncertain, message: faults.join('; ') }
}

// Of what a host may have taken, another one gets it only where that does no harm. Where a certificate does
// not hold, or what answers is not the store, an operator has to hear of it.
function mayGoElsewhere<Operation extends StoreOperation>(
  { fault }: ExchangeFault,
  { operation }: PreparedCall<Operation>,
): boolean {
  if (fault === 'connect') return true
  return definitionOf(operation).isRepeatable && (fault === 'timeout' || fault === 'broken')
}
