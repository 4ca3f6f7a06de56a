import type { SellerOperation } from '../../contract/index.ts'
import type { InterfaceType } from '../address.ts'
import type { Condition } from './debug-cases.ts'

/** What has to be done on the way to the first real purchase. */
export type StepName =
  | 'public-url'
  | 'keys'
  | 'access-keys'
  | 'first-call'
  | 'debug-case'
  | 'provisioning'
  | 'kit-key'
  | 'sign-on'
  | 'webhook-endpoint'
  | 'dial-test'
  | 'first-purchase'

export type StepState = 'done' | 'waiting' | 'not_needed'

/** Where something is done in the seller center. */
export type SellerCenterPlace =
  | 'keys'
  | 'production-addresses'
  | 'debug'
  | 'order-notification'
  | 'credentials'
  | 'access-keys'
  | 'messages'

/** A value that is pasted there, or compared. */
export interface SetupValue {
  readonly name:
    | 'public-url'
    | 'domain'
    | 'production-address'
    | 'fingerprint'
    | 'public-key'
    | 'public-key-fingerprint'
    | 'login-url'
    | 'callback-url'
    | 'webhook-url'
  readonly value: string
}

/** One step of an address. */
export interface SetupStep {
  readonly step: StepName
  readonly interface: SellerOperation | null
  readonly interfaceType: InterfaceType | null
  readonly activity: string | null
  readonly condition: Condition | null
  readonly state: StepState
  /** When it was done first; null where that is not known. */
  readonly doneAt: Date | null
  readonly lastAt: Date | null
  readonly resultCode: string | null
  readonly setting: string | null
  readonly place: SellerCenterPlace | null
  readonly values: readonly SetupValue[]
}

const blank = {
  interface: null,
  interfaceType: null,
  activity: null,
  condition: null,
  doneAt: null,
  lastAt: null,
  resultCode: null,
  setting: null,
  place: null,
  values: [],
}

/** A step of which the rest says nothing. */
export function setupStep(
  known: Partial<SetupStep> & Pick<SetupStep, 'step' | 'state'>,
): SetupStep {
  return { ...blank, ...known }
}

/** Done or waiting. */
export function doneIf(isDone: boolean): StepState {
  return isDone ? 'done' : 'waiting'
}
