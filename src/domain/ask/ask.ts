import type { Plan } from '../instance/plan.ts'
import type { OrderKey } from '../instance/order-key.ts'

/** What the seller's product is asked for. */
export type AskKind = 'provision' | 'make-license' | 'apply-change'

/**
 * Where an ask is: waiting for its order, to be asked, taken by the product, over in one of three ways,
 * or still open after the store has stopped waiting.
 */
export type AskState = 'order' | 'due' | 'asked' | 'done' | 'refused' | 'cancelled' | 'overdue'

/** Those in which an answer is still to come. */
export const openStates = ['order', 'due', 'asked', 'overdue'] as const satisfies AskState[]

/** One thing that the seller's product is asked until it answers; its id is the same at every attempt. */
export interface Ask extends OrderKey {
  readonly id: string
  readonly kind: AskKind
  /** The instance, the license, or the order that has changed something. */
  readonly subject: string
  /** From 1: a purchase that was refused is asked for anew when the store calls again. */
  readonly version: number
  readonly instanceId: string
  readonly site: string
  readonly state: AskState
  /** How often the product was asked. */
  readonly attempt: number
  /** When it is asked next; null if it is not, or as long as it waits for its order. */
  readonly nextAt: Date | null
  /** Until then one process alone works on it. */
  readonly leaseUntil: Date | null
  /** Until when the store waits; null where its documents name no time. */
  readonly deadline: Date | null
  /** How the last attempt ended, and what was wrong with it. */
  readonly answerCode: string | null
  readonly lastError: string | null
  /** The beginning of that answer; at rest only inside the vault. */
  readonly lastAnswer: string | null
  /** What an order has changed. */
  readonly change: AppliedChange | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** The change of an ask to apply one. */
export interface AppliedChange {
  readonly scene: string
  /** What was bought before. */
  readonly previousPlan: Plan | null
  readonly previousTrial: boolean
  /** ISO 8601. */
  readonly previousExpiry: string | null
}

/** What is asked, and of what order it is. */
export type NewAsk = Pick<
  Ask,
  'id' | 'kind' | 'subject' | 'version' | 'instanceId' | 'site' | 'orderId' | 'orderLineId'
> & {
  readonly deadlineMs: number | null
  /** It is asked for once its order was read. */
  readonly waitsForOrder: boolean
  /** For so long the call that makes it works on it itself. */
  readonly leaseMs: number
  readonly change?: AppliedChange
}

/** An ask that nobody was asked yet. */
export function newAsk(given: NewAsk, now: Date): Ask {
  const { deadlineMs, waitsForOrder, leaseMs, change = null, ...ask } = given
  return {
    ...ask,
    change,
    state: waitsForOrder ? 'order' : 'due',
    attempt: 0,
    nextAt: waitsForOrder ? null : now,
    leaseUntil: leaseMs > 0 ? later(now, leaseMs) : null,
    deadline: deadlineMs === null ? null : later(now, deadlineMs),
    answerCode: null,
    lastError: null,
    lastAnswer: null,
    createdAt: now,
    updatedAt: now,
  }
}

export function isOpen({ state }: Pick<Ask, 'state'>): boolean {
  return (openStates as readonly AskState[]).includes(state)
}

/** True while some process asks, or is about to. */
export function isWorkedOn(ask: Pick<Ask, 'state' | 'leaseUntil'>, now: Date): boolean {
  return isOpen(ask) && ask.leaseUntil !== null && ask.leaseUntil > now
}

/** Why an attempt came to nothing: no answer, or one that is none. */
export interface FailedAttempt {
  readonly code: string
  readonly error: string
  /** The beginning of what was answered, if anything was. */
  readonly answer: string | null
}

/** What an attempt leaves: the product has taken it and reports later, or is asked again. */
export type Postponed = Pick<Ask, 'state' | 'nextAt' | 'answerCode' | 'lastError' | 'lastAnswer'>

/** The product has taken it: it reports later, and is not asked again. */
export function taken(ask: Ask): Postponed {
  const state = stateWhile(ask, 'asked')
  return { state, nextAt: null, answerCode: '202', lastError: null, lastAnswer: null }
}

/** The attempt has failed: the next one comes a while later. */
export function failed(ask: Ask, attempt: FailedAttempt, now: Date): Postponed {
  const { code, error, answer } = attempt
  const nextAt = later(now, pauseMs(ask))
  const told = { answerCode: code, lastError: error, lastAnswer: answer }
  return { state: stateWhile(ask, 'due'), nextAt, ...told }
}

function stateWhile({ state }: Ask, open: 'asked' | 'due'): AskState {
  return state === 'overdue' ? state : open
}

const second = 1_000
const minute = 60 * second
const pausesMs = [5 * second, 15 * second, minute, 2 * minute, 5 * minute]
// The store may have refunded it by then; who makes it all the same does not wait for seconds.
const overduePauseMs = 60 * minute
/** The longest between two attempts. */
export const longestPauseMs = overduePauseMs

function pauseMs({ attempt, state }: Ask): number {
  if (state === 'overdue') return overduePauseMs
  return pausesMs[Math.min(attempt, pausesMs.length) - 1] ?? pausesMs[0] ?? 0
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}
