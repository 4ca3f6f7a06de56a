import type { SimulatorOperations } from '../../contract/index.ts'
import type { UsageLedger } from '../api/usage-ledger.ts'
import type { SimulatedAuthCentre } from '../auth-centre/auth-centre.ts'
import type { StoreState } from '../state/index.ts'
import type { Revisions } from './revisions.ts'
import type { RunningClock } from './running-clock.ts'

/** What the operations of the own API work with. */
export interface ApiContext {
  /** The store that is there now; another one after it began anew. */
  readonly store: () => StoreState
  readonly usage: UsageLedger
  readonly centre: SimulatedAuthCentre
  readonly revisions: Revisions
  readonly clock: RunningClock
  /** Begins anew. */
  readonly reset: () => Promise<void>
}

type Operations = SimulatorOperations
export type OperationId = keyof Operations

type Parameters<Id extends OperationId> = Required<Operations[Id]['parameters']>

type Body<Id extends OperationId> = Operations[Id] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Given } }
}
  ? Given
  : undefined

type JsonOf<Response> = Response extends {
  readonly content: { readonly 'application/json': infer Given }
}
  ? Given
  : never

// An operation has one success.
type Answered<Id extends OperationId> = {
  [Status in keyof Operations[Id]['responses'] & (200 | 201)]: JsonOf<
    Operations[Id]['responses'][Status]
  >
}[keyof Operations[Id]['responses'] & (200 | 201)]

/** A request that the contract has let through. */
export interface ApiRequest<Id extends OperationId> {
  readonly path: Parameters<Id>['path']
  readonly query: Parameters<Id>['query']
  readonly body: Body<Id>
  /** Is aborted when whoever asked has hung up. */
  readonly gone: AbortSignal
}

/** Answers an operation. Throws StoreProblem, or ActionRefused where the store refuses. */
export type Operation<Id extends OperationId> = (
  request: ApiRequest<Id>,
  context: ApiContext,
) => Answered<Id> | Promise<Answered<Id>>
