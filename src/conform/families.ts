import { type Generation, generations } from './generations.ts'

/** The generations that a rule is about, by what they have in common. */
export const signedInQuery = ['saasV2', 'licenseA', 'licenseC', 'orders'] as const
/** With a timestamp and a nonce beside the signature. */
export const stamped = [...signedInQuery, 'kitV2'] as const
/** GET, everything in the query, an authToken among it. */
export const tokenInQuery = ['saasV1', 'licenseB'] as const
/** With Body-Sign in their answers. */
export const signedAnswers = [...tokenInQuery, 'kitV1'] as const
export const posted = [...stamped, 'kitV1'] as const
export const kit = ['kitV2', 'kitV1'] as const

/** All that has activities beside the plain one. */
export const withSeveralActivities: readonly Generation[] = generations.filter(
  (generation) => generation !== 'orders',
)
