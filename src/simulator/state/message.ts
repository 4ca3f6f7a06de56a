import type { Generation } from '../calls/calls.ts'
import type { Moment } from './moment.ts'
import type { Text } from '../text.ts'

/** What a message makes happen at the seller, whatever the generation calls it. */
export type Act =
  | 'purchase'
  | 'open'
  | 'accept'
  | 'poll'
  | 'query'
  | 'renew'
  | 'check'
  | 'upgrade'
  | 'freeze'
  | 'unfreeze'
  | 'release'
  | 'license'
  | 'notify'
  | 'tenant'
  | 'application'
  | 'departments'
  | 'users'

/** What a message is about, by ids. */
export interface Subject {
  readonly product: string
  readonly orderId?: string
  /** The store's id of an instance. */
  readonly instance?: string
  readonly tenantId?: string
  readonly license?: string
  /** Accounts that are granted or taken away, or a target of a change. */
  readonly users?: readonly string[]
  readonly offer?: string
  readonly quantity?: number
  /** Expiry and violation end an instance in different ways in V1. */
  readonly because?: 'expiry' | 'violation'
  /** Of the kit: taken away, not given. */
  readonly undo?: boolean
}

/** The names are this simulator's own: the console's are not documented. */
export type MessageState = 'CALLING' | 'RETRYING' | 'SUCCESS' | 'STOPPED'

/** One attempt, as the page shows it: what was sent, what came back, and why it does not do. */
export interface MessageAttempt {
  readonly at: Moment
  readonly milliseconds: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }
  readonly fault?: string
  readonly status?: number
  readonly contentType?: string
  readonly answer?: string
  readonly resultCode?: string
  /** 异常信息; absent where the attempt did. */
  readonly exception?: Text
}

/** A production interface message (生产接口消息): a call of the store with its attempts. */
export interface StoreMessage {
  readonly id: string
  readonly act: Act
  readonly subject: Subject
  readonly generation: Generation
  readonly activity: string
  readonly createdAt: Moment
  state: MessageState
  readonly attempts: MessageAttempt[]
  /** When it is called again by itself. */
  nextAt?: Moment
  /** 异常信息 of the last attempt. */
  exception?: Text
}
