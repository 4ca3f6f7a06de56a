import type { CodeChange } from '../../domain/license/code.ts'
import { isStorable } from '../../domain/storable-text.ts'
import { formatStoreTime } from '../../domain/time/store-time.ts'
import { brokenOff } from '../../store-api/broken-off.ts'
import type { StoreClient } from '../../store-api/store-client.ts'
import { answeredCode } from './check-code.ts'
import type { CodeAt } from './code-at.ts'
import type { AnsweredCode } from './keep-codes.ts'
import { isOfOneCode } from './is-of-one-code.ts'
import { queryCode } from './query-code.ts'

/** What became of a code that somebody brought. */
export type CodeOutcome =
  | 'activated'
  | 'already_active'
  | 'not_yet'
  | 'unknown'
  | 'refused'
  | 'failed'

/** A code that was to be activated. */
export interface ActivatedCode {
  readonly at: CodeAt
  readonly outcome: CodeOutcome
  /** The store's code, or why it gave none; null where it was not asked. */
  readonly storeCode: string | null
  /** What is to be kept of one that is active. */
  readonly answered?: AnsweredCode
}

/** How codes are activated. */
export interface Activation {
  readonly store: StoreClient
  /** When the service began; undefined for now. */
  readonly effectiveTime: Date | undefined
  /** Ends it: what is not done by then has failed. */
  readonly signal: AbortSignal
  readonly now: Date
}

// Codes of the open APIs about codes, zh-cn_topic_0070649195; others that are about one code refuse it.
const outcomes: ReadonlyMap<string, CodeOutcome | 'confirm'> = new Map<
  string,
  CodeOutcome | 'confirm'
>([
  ['92020003', 'confirm'],
  ['92020004', 'not_yet'],
  ['92020005', 'unknown'],
  ['95000001', 'refused'],
])

/** Activates one code. */
export async function activateCode(at: CodeAt, activation: Activation): Promise<ActivatedCode> {
  const { store, effectiveTime, signal } = activation
  if (signal.aborted) return failedCode(at, 'unreachable')
  const body = { license: at.code, ...effectOf(effectiveTime) }
  const result = await brokenOff(store.call('activateLicense', { body }, { signal }), signal)
  if (result.ok) {
    const { info } = result.answer
    const told = { orderId: textIn(info?.order_id), productId: textIn(info?.product_id) }
    return activatedCode(at, result.code, { ...activation, told })
  }
  const outcome = outcomes.get(result.code) ?? (isOfOneCode(result) ? 'refused' : 'failed')
  if (outcome === 'confirm') return confirmed(at, result.code, activation)
  return { at, outcome, storeCode: result.code }
}

/** What the store was not asked for, or did not decide. */
export function failedCode(at: CodeAt, storeCode: string): ActivatedCode {
  return { at, outcome: 'failed', storeCode }
}

/** When the service began, as the store wants it: UTC, yyyyMMddHHmmss. */
export function effectOf(time: Date | undefined) {
  return time && { real_effect_time: formatStoreTime(time).slice(0, 14) }
}

interface Activated extends Pick<Activation, 'effectiveTime' | 'now'> {
  readonly told?: Pick<CodeChange, 'orderId' | 'productId'>
}

/** What the store has activated. The expiry that it tells is an estimate: the first check has the one that counts. */
export function activatedCode(
  at: CodeAt,
  storeCode: string,
  { effectiveTime, now, told }: Activated,
): ActivatedCode {
  const change = { ...told, activatedAt: effectiveTime ?? now }
  return { at, outcome: 'activated', storeCode, answered: { at, change, nextAskAt: now } }
}

function textIn(text: string | null | undefined): string | null {
  return text && text.length <= 64 && isStorable(text) ? text : null
}

/** The store says that it is not to be activated; that it is active, its query says. */
async function confirmed(
  at: CodeAt,
  storeCode: string,
  { store, signal, now }: Activation,
): Promise<ActivatedCode> {
  const queried = await queryCode(store, at.code, signal)
  if (!queried.ok) return failedCode(at, queried.code)
  const answered = answeredCode(at, queried, now)
  if (answered.change === undefined) return { at, outcome: 'refused', storeCode }
  return { at, outcome: 'already_active', storeCode, answered }
}
