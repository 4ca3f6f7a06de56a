/** A usage record of the store as it is pushed. */
export interface PushedUsage {
  readonly meteringSn: string
  readonly instanceId: string
  /** '' where it draws from no package. */
  readonly packageId: string
  readonly beginTime: Date
  readonly endTime: Date
  /** Decimal text. */
  readonly value: string
  /** The product of the instance, which the old interface names; null as long as nobody knows it. */
  readonly productId: string | null
  /** When its first record came. */
  readonly recordedAt: Date
}

/** One push: usage records of the instances of one production address. */
export interface UsagePush {
  readonly site: string
  readonly form: 'new' | 'old'
  /** The key of the address, which signs the new form. */
  readonly key: string
  readonly records: readonly PushedUsage[]
}

/** A record that the store rejected; no page names the members, so each is null where it cannot be read. */
export interface RejectedUsage {
  /** The code of the record, `001` to `013`. */
  readonly code: string | null
  readonly message: string | null
  readonly meteringSn: string | null
  readonly instanceId: string | null
  /** As the store writes times of usage, `20260809T080000Z`. */
  readonly beginTime: string | null
  readonly endTime: string | null
}

/** What became of a push. */
export type PushOutcome =
  | {
      readonly ok: true
      readonly status: number
      readonly code: string
      readonly message: string
      /** A host that gave no answer may have taken it before this one was asked. */
      readonly uncertain: boolean
      readonly rejected: readonly RejectedUsage[]
    }
  | {
      readonly ok: false
      /** The HTTP status; undefined where no answer came. */
      readonly status: number | undefined
      /** The store's code or its gateway's; another word where none came. */
      readonly code: string
      readonly message: string
      /** The store may have taken it all the same. */
      readonly uncertain: boolean
      /** How long the site is to be left alone, if that is known. */
      readonly pauseMs: number | undefined
    }

/** Pushes usage. Throws for nothing that the network or the store do; rejects when the signal breaks it off. */
export type PushUsage = (push: UsagePush, signal?: AbortSignal) => Promise<PushOutcome>

/** A site whose access keys there are, as the one who takes usage. */
export interface UsageSite {
  readonly site: string
  /** The most records of a call, as the settings have it. */
  readonly limit: number
  /** False while the site is not called: it is away, refuses our access, or has asked for a pause. */
  readonly isOpen: () => boolean
  readonly push: PushUsage
}

/** A time as the store writes it in usage, UTC: `20260809T080000Z`. */
export function usageTime(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d{3}/g, '')
}
