import type { VerifiedCall } from '../call.ts'

/** A verified call and what it was answered. */
export interface AnsweredCall {
  readonly call: VerifiedCall
  readonly activity: string
  readonly resultCode: string
}
