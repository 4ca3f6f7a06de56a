import { z } from 'zod'

// An hour is the greatest unit and a minute the least that the store's documents use.
const duration = z.string().regex(/^PT(?=\d)(\d+H)?(\d+M)?$/, 'is no duration such as PT2M or PT3H')

/** What the store does when its attempts end without success. */
const endings = ['refund', 'by-hand', 'buyer-decides', 'administrator-decides', 'unknown'] as const

/** The form of `x-retry` where the store is the caller; a member that is missing is not documented. */
export const retrySchema = z
  .strictObject({
    /** The pause between two attempts. */
    every: duration.optional(),
    /** From the first attempt to the last; two of them where the documents disagree, the shorter first. */
    for: z.union([duration, z.tuple([duration, duration])]).optional(),
    /** All attempts, the first one counted, where the documents count them. */
    times: z.int().min(1).optional(),
    /** The result code that is asked after again; without it any failure is. */
    after: z
      .string()
      .regex(/^\d{6}$/, 'is no result code')
      .optional(),
    then: z.enum(endings),
    /** Which members no document states of this very call. */
    inferred: z
      .array(z.enum(['every', 'for', 'times', 'then']))
      .min(1)
      .optional(),
  })
  .refine((retry) => retry.for === undefined || retry.times === undefined, {
    error: 'has for or times, not both',
  })
  .refine((retry) => (retry.inferred ?? []).every((name) => retry[name] !== undefined), {
    error: 'infers a member that it does not have',
  })
  .refine(({ for: window }) => typeof window !== 'object' || isAscending(window), {
    error: 'has the shorter of two durations first',
  })

/** How the store repeats one of its calls. */
export type Retry = z.infer<typeof retrySchema>
export type RetryEnding = Retry['then']

/** The milliseconds of a duration such as `PT1H30M`. */
export function durationMs(text: string): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text) ?? []
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

function isAscending([shorter, longer]: readonly [string, string]): boolean {
  return durationMs(shorter) < durationMs(longer)
}
