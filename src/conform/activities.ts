import type { Generation } from './generations.ts'
import type { Activity } from './members.ts'

// What a life begins with, where it begins at the seller.
const purchases: Readonly<Partial<Record<Generation, Activity>>> = {
  saasV2: 'newInstance',
  saasV1: 'newInstance',
  licenseA: 'newInstance',
  licenseB: 'getLicense',
}

const plain: Readonly<Record<Generation, Activity>> = {
  saasV2: 'newInstance',
  saasV1: 'newInstance',
  licenseA: 'newInstance',
  licenseB: 'getLicense',
  licenseC: 'refreshLicenseCode',
  orders: 'orderNotify',
  kitV2: 'tenantSync',
  kitV1: 'tenantSync',
}

/** The activity that makes an instance, or undefined for a generation where nothing is bought. */
export function purchaseOf(generation: Generation): Activity | undefined {
  return purchases[generation]
}

/** An activity that needs nothing before it, and that a test call is right to expect success of. */
export function plainActivityOf(generation: Generation): Activity {
  return plain[generation]
}

/** Those that only ask. */
export const asking: readonly string[] = ['queryInstance', 'changeInstanceCheck']
