import type { Generation as Played } from '../simulator/calls/calls.ts'

/** The generations that a seller's server is judged at, the newest first. */
export const generations = [
  'saasV2',
  'saasV1',
  'licenseA',
  'licenseB',
  'licenseC',
  'orders',
  'kitV2',
  'kitV1',
] as const satisfies readonly Played[]

/** A generation that a seller's server is judged at. */
export type Generation = (typeof generations)[number]
