import type { ManagementOperations } from '../contract/index.ts'
import type { Address } from '../domain/address.ts'
import type { IfMatch } from './if-match.ts'
import type { Rerun } from '../calls/rerun/stored-call.ts'
import type { AuditChange, Services } from '../calls/services.ts'
import type { Show } from '../domain/show.ts'
import type { Caller } from './access.ts'

/** What a request of the management API works with beside the services of all. */
export interface ManagementServices extends Services {
  readonly show: Show
  readonly audit: AuditChange
  /** Who asks. */
  readonly caller: Caller
  /** Is aborted when whoever asks has hung up. */
  readonly gone: AbortSignal
}

/** What all requests of the management API have in common. */
export interface SharedContext extends Omit<ManagementContext, 'services' | 'browser'> {
  readonly services: Services
}

/** What a management operation works with. */
export interface ManagementContext {
  readonly services: ManagementServices
  readonly addresses: ReadonlyMap<string, Address>
  /** How the world reaches Koogate; undefined where nobody said so. */
  readonly publicUrl?: string | undefined
  /** Writes down what this process has noted so far: uses of keys, and what the store judges by. */
  readonly saveNoted: () => Promise<void>
  /** Whether a session has to say why it changes something. */
  readonly reasonRequired: boolean
  /** What a session of the token of the settings is marked with. */
  readonly settingsMark: string
  readonly browser: Browser
  readonly rerun: Rerun
}

/** What a request comes from, as far as the session there goes. */
export interface Browser {
  /** The hash of the cookie that came with the request, be it known or not. */
  readonly sessionHash: string | undefined
  readonly giveCookie: (secret: string) => void
  readonly takeCookie: () => void
}

/** The operations below `/api/v1`; those of health and what browsers open stand elsewhere, and a webhook is not served here. */
export type OperationId = Exclude<
  keyof ManagementOperations,
  'getLive' | 'getReady' | 'getMetrics' | 'getSsoKeys' | `${string}Page` | `${string}Webhook`
>

type Parameters<Id extends OperationId> = Required<ManagementOperations[Id]['parameters']>

type Body<Id extends OperationId> = ManagementOperations[Id] extends {
  requestBody: { content: { 'application/json': infer Content } }
}
  ? Content
  : ManagementOperations[Id] extends { requestBody: { content: { 'text/csv': string } } }
    ? Buffer
    : undefined

/** A request that the contract has validated. */
export interface ManagementRequest<Id extends OperationId> {
  readonly path: Parameters<Id>['path']
  readonly query: Parameters<Id>['query']
  readonly body: Body<Id>
  /** On which versions the change may be made. */
  readonly ifMatch?: IfMatch
  /** The key that a POST is done once by. */
  readonly idempotencyKey?: string
}

/** What an operation answers with HTTP 200. */
export type ManagementAnswer<Id extends OperationId> =
  ManagementOperations[Id]['responses'][200]['content']['application/json']

/** Serves one operation. Throws Problem. */
export type ManagementHandler<Id extends OperationId> = (
  request: ManagementRequest<Id>,
  context: ManagementContext,
) => Promise<ManagementAnswer<Id>>
