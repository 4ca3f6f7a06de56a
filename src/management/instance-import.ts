import type { ManagementSchemas } from '../contract/index.ts'
import type { Address } from '../domain/address.ts'

type Contract = ManagementSchemas['InstanceImport']

/** Members with a default, which the generated type takes for given. */
type Defaulted = 'orders' | 'trial' | 'status'

/** Orders that were applied to it, the oldest first. */
export type ImportedOrders = readonly ManagementSchemas['ImportedOrder'][]

/** An instance that was sold before, as the contract has validated it. */
export type InstanceImport = Omit<Contract, Defaulted> & {
  readonly orders?: ImportedOrders | undefined
  readonly trial?: boolean | undefined
  readonly status?: Contract['status'] | undefined
}

/** An instance to be imported, and its address. */
export interface Import {
  readonly given: InstanceImport
  readonly address: Address
}
