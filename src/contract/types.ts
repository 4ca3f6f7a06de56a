import type {
  components as ManagementComponents,
  operations as ManagementOperationTable,
} from '../../generated/management.ts'
import type {
  components as SellerComponents,
  operations as SellerOperationTable,
} from '../../generated/seller.ts'
import type { components as StoreComponents } from '../../generated/store.ts'

export type SellerSchemas = SellerComponents['schemas']

/** The operationIds of the seller contract. */
export type SellerOperation = keyof SellerOperationTable

export type StoreSchemas = StoreComponents['schemas']

export type ManagementSchemas = ManagementComponents['schemas']

export type ManagementOperations = ManagementOperationTable
