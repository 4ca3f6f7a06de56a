import type { StoreAnswers, StoreOperation, StoreRequest } from './store-operations.ts'

/**
 * Why a call did not succeed. `access`: for our access keys or our clock, and nothing that was asked is to
 * blame; it heals once that is mended. `refused`: this one, whenever it is asked again. `later`: the store
 * is away, has too much to do, or said something unknown.
 */
export type StoreFailureKind = 'access' | 'refused' | 'later'

/** What became of a call; `body` is the JSON of the answer as it came, undefined where there was none. */
export type StoreResult<Answer> =
  | {
      readonly ok: true
      readonly code: string
      readonly message: string
      readonly answer: Answer
      /** True if a host that gave no answer may have taken it before this one did. */
      readonly uncertain: boolean
      readonly body: unknown
    }
  | StoreFailure

/** A call that did not succeed. */
export interface StoreFailure {
  readonly ok: false
  readonly kind: StoreFailureKind
  /**
   * The store's code, or the gateway's; `unreachable` if none came, `unreadable` if a success came without
   * what it has to hold, `circuit-open` or `paused` if the store was not asked at all.
   */
  readonly code: string
  readonly message: string
  /** The HTTP status of the answer, if there was one. */
  readonly status: number | undefined
  /** True if the store may have taken what was sent all the same: no answer, or none that can be read. */
  readonly uncertain: boolean
  /** How long the site is better left alone, if that is known: what is called within that fails at once. */
  readonly pauseMs: number | undefined
  readonly body: unknown
}

/** How a call may be made. */
export interface CallOptions {
  /** Breaks the call off: its promise rejects. */
  readonly signal?: AbortSignal | undefined
}

/** Whether a site is called (closed), not called (open), or about to be tried with one probe (half-open). */
export type CircuitState = 'closed' | 'open' | 'half-open'

/** How a site stands, as this process has it. */
export interface SiteStanding {
  readonly site: string
  readonly circuit: CircuitState
  /** Why it is not closed. */
  readonly cause: 'access' | 'away' | undefined
  readonly since: Date
  /** How far the store's clock is ahead of ours, as its last answer told. */
  readonly skewMs: number
  /** When it last answered this process anything but a refusal of our access. */
  readonly answeredAt: Date | undefined
  /** When it may be called again, if it asked for a pause that is not over. */
  readonly pausedUntil: Date | undefined
}

/** The client of one site: a seller's account at one store. It signs with the access keys of that account. */
export interface StoreClient {
  readonly site: string
  /** The most usage records of one call, as the settings have it. */
  readonly usageLimit: number
  /** Calls an open API. Throws for nothing that the network or the store do. */
  call<Operation extends StoreOperation>(
    operation: Operation,
    request: StoreRequest<Operation>,
    options?: CallOptions,
  ): Promise<StoreResult<StoreAnswers[Operation]>>
  standing(): SiteStanding
  close(): Promise<void>
}

/** The clients of all sites whose access keys this process has. */
export interface StoreClients {
  /** Undefined where there are no access keys of the site: what is due there waits. */
  of(site: string): StoreClient | undefined
  readonly all: readonly StoreClient[]
  /**
   * Hears when a site answers again after it did not, or after it had refused our access: what waited for
   * it is due at once. Returns what ends that.
   */
  onRecovered(listener: (site: string) => void): () => void
  close(): Promise<void>
}
