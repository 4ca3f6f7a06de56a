import type { Status } from '../../domain/instance/instance.ts'

/** What a page says first: how it stands, and what that means for whoever reads it. */
export interface StateText {
  readonly title: string
  readonly says: readonly string[]
}

/** How a purchase stands in the eyes of its buyer. */
export type BuyerState =
  | Exclude<Status, 'active' | 'frozen'>
  | 'open'
  | 'ready'
  | 'expired'
  | 'frozen'

/** Everything that the pages say, in one language. */
export interface Texts {
  readonly lang: 'zh-CN' | 'en'
  /** The link to the same page in the other language, in the words of that one. */
  readonly other: string
  readonly product: string
  readonly trial: string
  readonly goOn: string
  readonly ask: string
  readonly askSeller: string
  readonly askThroughStore: string
  readonly unknown: StateText
  readonly away: StateText
  readonly states: Readonly<Record<BuyerState, StateText>>
}
