import { sumOfAmounts } from '../domain/usage/amount.ts'
import type { Told } from './told.ts'

/** What became of usage; a type that is not here never comes from this version. */
export type UsageEventType = 'usage.parked' | 'usage.shifted' | 'usage.at_risk' | 'usage.expired'

/** A window that something became of. */
export interface UsageStory {
  readonly meteringSn: string
  readonly instanceId: string
  readonly site: string
  readonly signer: string
  readonly test: boolean
  readonly records: number
  /** Decimal text. */
  readonly value: string
  readonly code?: string | null
  readonly reason?: string | null
  /** For how many days it waits, if that is what is told. */
  readonly days?: number
}

const mostIds = 100

/** What is told of windows that came to the same end: one event for each instance, code and age. */
export function toldUsage(type: UsageEventType, stories: readonly UsageStory[], at: Date): Told[] {
  const keyOf = (one: UsageStory) =>
    [one.instanceId, one.signer, one.code ?? '', one.days ?? ''].join('\n')
  return [...Map.groupBy(stories, keyOf).values()].flatMap((own) => toldOf(type, own, at))
}

function toldOf(type: UsageEventType, own: readonly UsageStory[], at: Date): Told[] {
  const [first] = own
  if (first === undefined) return []
  const { instanceId, site, signer: address, test } = first
  return [
    {
      ...{ site, address, test },
      topic: `usage:${instanceId}`,
      seq: at.getTime(),
      types: [type],
      personal: false,
      data: {
        ...{ instanceId, site, address, test },
        windows: own.length,
        records: own.reduce((sum, { records }) => sum + records, 0),
        value: sumOf(own),
        code: first.code ?? null,
        reason: first.reason ?? null,
        days: first.days ?? null,
        meteringSns: own.slice(0, mostIds).map(({ meteringSn }) => meteringSn),
      },
    },
  ]
}

/** The sum of amounts, decimal text; of several instances it mixes units. */
export function sumOf(own: readonly { readonly value: string }[]): string {
  return sumOfAmounts(own.map(({ value }) => value))
}
