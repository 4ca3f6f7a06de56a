import type { Outcome } from '../calls/retry-windows.ts'
import type { Attempt, CallOptions, Send } from '../store/attempt.ts'
import type { Act, StoreMessage, Subject } from './message.ts'
import { ActionRefused } from './refused.ts'
import type { Notice, StoreData } from './store-data.ts'
import type { Text } from '../text.ts'

/** How the store is run; its data do not hold it. */
export interface StoreOptions {
  /** How a request goes out; over HTTP by default. */
  readonly send?: Send
  /** How long the store waits for an answer; 5 s by default. */
  readonly answerWithinMs?: number
  /** How long an instance stays frozen before it is released (冻结期); 15 days, which is the most, by default. */
  readonly frozenDays?: number
}

/** The store at work: its data, and how it calls the seller. */
export interface Store {
  readonly data: StoreData
  readonly options: StoreOptions
  /** Makes a message and its first attempt. */
  readonly tell: (act: Act, subject: Subject) => Promise<StoreMessage>
}

/** What follows from a message that was carried out, or given up. */
export interface ActRules {
  readonly how?: CallOptions
  readonly succeeded?: (
    store: Store,
    message: StoreMessage,
    attempt: Attempt,
  ) => Promise<void> | void
  readonly stopped?: (store: Store, message: StoreMessage, end: Outcome) => Promise<void> | void
}

/** Does what the clock brings; what the console would refuse is told to operations, and stops nothing else. */
export async function unlessRefused(store: Store, work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ActionRefused)) throw error
    notify(store, 'operations', error.text)
  }
}

/** Writes down what somebody is told. */
export function notify({ data }: Store, to: Notice['to'], text: Text): void {
  data.notices.push({ at: data.now, to, text })
}
