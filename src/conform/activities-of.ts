import type { Generation } from './generations.ts'
import type { Activity } from './members.ts'

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
} as const satisfies Readonly<Record<Generation, readonly Activity[]>>

/** The activities that every seller of a generation serves, in the order of a life. */
export function activitiesOf(generation: Generation): readonly Activity[] {
  return mandatory[generation]
}
