import type { InterfaceType } from '../address.ts'

/** What came of an activity at an address, real or test. */
export interface SeenActivity {
  readonly operation: string
  readonly activity: string
  readonly test: boolean
  readonly firstAt: Date
  readonly lastAt: Date
  readonly lastCode: string
  /** When one was first answered with success. */
  readonly passedAt: Date | null
}

/** What is known of an address beside its settings. */
export interface SetupFacts {
  /** How the world reaches Koogate; undefined where nobody said so. */
  readonly publicUrl: string | undefined
  readonly fingerprints: Readonly<Record<InterfaceType, readonly string[]>>
  /** The access keys of its site: undefined where there are none. */
  readonly store: { readonly answeredAt: Date | null } | undefined
  readonly calls: readonly SeenActivity[]
  /** When the last test call of each half day came that had no failure, the first two of them. */
  readonly passedHalfDays: readonly Date[]
  readonly kitKey: { readonly publicKey: string; readonly fingerprint: string } | undefined
  /** When the product was first known to have answered what it is asked. */
  readonly productAnsweredAt: Date | null
  readonly hasSignedIn: boolean
  readonly endpoints: readonly {
    readonly url: string
    readonly isTested: boolean
    readonly lastSuccessAt: Date | null
  }[]
  /** Of what was bought before Koogate kept calls by activity. */
  readonly firstSoldAt: Date | null
}

/** The latest of some calls. */
export function latestOf(calls: readonly SeenActivity[]): SeenActivity | undefined {
  return calls.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())[0]
}

/** The earliest of some times; null where there is none. */
export function earliest(times: readonly (Date | null)[]): Date | null {
  const known = times.flatMap((time) => (time === null ? [] : [time.getTime()]))
  return known.length === 0 ? null : new Date(Math.min(...known))
}
