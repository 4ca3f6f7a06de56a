// The only importer of generated/: everything else meets the contract here.
export { lengths } from '../../generated/lengths.ts'
export type {
  SellerSchemas,
  SellerOperation,
  SellerOperations,
  SellerPath,
  SellerProduct,
  StoreOperations,
  StoreSchemas,
  ManagementSchemas,
  ManagementOperations,
  SimulatorSchemas,
  SimulatorOperations,
} from './types.ts'
export { type ContractDocument, readDocument } from './document.ts'
export { contractEventTypes } from './event-types.ts'
export { type Scope, isForAnyCaller, requiredScopes } from './scopes.ts'
export { namesSignedWith } from './signed-names.ts'
export type { StringFormats, ValidatorOptions, BackendOptions } from './options.ts'
export { createBackend } from './backend.ts'
export { createValidator, type SchemaValidator, createSchemaValidator } from './validator.ts'
export { fieldOf, firstViolation, isInBody, validationMessage } from './validation-message.ts'
export { loadOperationValidators } from './operation-validators.ts'
