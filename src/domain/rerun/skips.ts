import type { ManagementSchemas } from '../../contract/index.ts'

/** Why a kept call is not run again. */
export type SkipReason = ManagementSchemas['RerunSkipReason']

/** How many were passed over for a reason, and some of them. */
export type Skip = ManagementSchemas['RerunSkip']

const mostExamples = 5

/** The counts with one more. */
export function withSkip(skips: readonly Skip[], reason: SkipReason, id: string): Skip[] {
  const known = skips.find((one) => one.reason === reason)
  if (known === undefined) return [...skips, { reason, count: 1, examples: [id] }]
  const { count, examples } = known
  const more = examples.length < mostExamples ? [...examples, id] : examples
  return skips.map((one) => (one === known ? { reason, count: count + 1, examples: more } : one))
}
