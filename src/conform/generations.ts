import type { ActivityOf, Generation as Played } from '../simulator/calls/calls.ts'
import { generations as played } from '../simulator/calls/debug-cases.ts'

const onlineV2 = [
  'newInstance',
  'queryInstance',
  'refreshInstance',
  'updateInstanceStatus',
  'releaseInstance',
] as const
// applicationSync has rules of its own, and so has getLicenseAsync of License A.
const kit = ['tenantSync', 'singleOrgSync', 'allOrgSync', 'authSync'] as const

// Those that every seller of a generation has, in the order of a life. Optional ones are upgrade and
// the check of a change; in V1 the query and the status are of what is paid by use.
const mandatory = {
  saasV2: onlineV2,
  saasV1: ['newInstance', 'refreshInstance', 'expireInstance', 'releaseInstance'],
  licenseA: ['newInstance', 'refreshInstance', 'updateInstanceStatus', 'releaseInstance'],
  licenseB: ['getLicense', 'refreshLicense', 'expireLicense', 'releaseLicense'],
  licenseC: ['refreshLicenseCode', 'updateLicenseCodeStatus', 'releaseLicenseCode'],
  orders: ['orderNotify'],
  kitV2: kit,
  kitV1: kit,
} as const satisfies Readonly<Partial<Record<Played, readonly ActivityOf[]>>>

/** A generation that a seller's server is judged at. */
export type Generation = keyof typeof mandatory

/** Those of the store that sellers are judged at, the newest first. */
export const generations: readonly Generation[] = played.filter((one) =>
  Object.hasOwn(mandatory, one),
)

/** The activities that every seller of a generation serves, in the order of a life. */
export function activitiesOf(generation: Generation): readonly ActivityOf[] {
  return mandatory[generation]
}
