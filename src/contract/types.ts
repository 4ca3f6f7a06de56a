import type {
  components as ManagementComponents,
  operations as ManagementOperationTable,
} from '../../generated/management.ts'
import type {
  components as SellerComponents,
  operations as SellerOperationTable,
  paths as SellerPathTable,
} from '../../generated/seller.ts'
import type {
  components as SimulatorComponents,
  operations as SimulatorOperationTable,
} from '../../generated/simulator.ts'
import type {
  components as StoreComponents,
  operations as StoreOperationTable,
} from '../../generated/store.ts'

export type SellerSchemas = SellerComponents['schemas']

/** The operationIds of the seller contract. */
export type SellerOperation = keyof SellerOperationTable

export type SellerOperations = SellerOperationTable

/** The paths of the seller contract, with their parameters in braces. */
export type SellerPath = keyof SellerPathTable

/** The products below whose addresses the kit lies. */
export type SellerProduct = SellerComponents['parameters']['Product']

export type StoreSchemas = StoreComponents['schemas']

export type StoreOperations = StoreOperationTable

export type ManagementSchemas = ManagementComponents['schemas']

export type ManagementOperations = ManagementOperationTable

export type SimulatorSchemas = SimulatorComponents['schemas']

export type SimulatorOperations = SimulatorOperationTable
