import type { Operation } from 'openapi-backend'
import { createBackend } from './backend.ts'
import type { ContractDocument } from './document.ts'
import type { StringFormats } from './options.ts'
import { type SchemaValidator, createSchemaValidator } from './validator.ts'

/**
 * Loads a document and gives the validator of what an operation takes, by its operationId: the body,
 * or a query that is one object. Each is compiled at its first call.
 */
export async function loadOperationValidators(
  document: ContractDocument,
  formats: StringFormats,
): Promise<(operationId: string) => SchemaValidator> {
  const { router, validator } = await createBackend(document, formats, {})
  const validators = new Map<string, SchemaValidator>()

  function validatorOf(operation: Operation): SchemaValidator {
    if (operation.requestBody === undefined) {
      return createSchemaValidator(document, querySchemaOf(operation), formats)
    }
    const [ofBody] = validator.getRequestValidatorsForOperation(operation.operationId ?? '')
    if (ofBody === undefined) throw new Error(`${String(operation.operationId)} takes no body`)
    return (requestBody) => (ofBody({ requestBody }) ? [] : (ofBody.errors ?? []))
  }

  return (operationId) => {
    const known = validators.get(operationId)
    if (known !== undefined) return known
    const operation = router.getOperation(operationId)
    if (operation === undefined) throw new Error(`the ${document} contract has no ${operationId}`)
    const made = validatorOf(operation)
    validators.set(operationId, made)
    return made
  }
}

// openapi-backend would validate each parameter alone, refuse unknown ones and coerce types.
function querySchemaOf({ operationId = '', parameters = [] }: Operation): object {
  const [parameter] = parameters.filter((one) => 'in' in one && one.in === 'query')
  if (parameter !== undefined && 'schema' in parameter) return parameter.schema
  throw new Error(`${operationId} takes neither a body nor a query`)
}
