import type { ManagementSchemas } from '../contract/index.ts'

type Contract = ManagementSchemas['InstanceImport']

/** Members with a default, which the generated type takes for given. */
type Defaulted = 'orders' | 'trial' | 'status'

/** An instance that was sold before, as the contract has validated it. */
export type InstanceImport = Omit<Contract, Defaulted> & {
  readonly orders?: readonly ManagementSchemas['ImportedOrder'][] | undefined
  readonly trial?: boolean | undefined
  readonly status?: Contract['status'] | undefined
}
