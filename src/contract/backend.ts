import { OpenAPIBackend, OpenAPIValidator, ValidationContext, type Document } from 'openapi-backend'
import { type ContractDocument, withoutMappings, readDocument } from './document.ts'
import type { StringFormats, BackendOptions } from './options.ts'
import { createValidator } from './validator.ts'

/**
 * openapi-backend checks a document against the 3.0 schema, which refuses 3.1 documents;
 * Redocly has validated ours already.
 */
class ContractBackend extends OpenAPIBackend {
  override validateDefinition(): Document {
    return this.document
  }
}

/**
 * Serves a document, given by name or whole: finds the operation, checks the signature, validates, calls the handler.
 * Types are coerced in the path and the query only: in a JSON body a text is no number.
 */
export async function createBackend(
  source: ContractDocument | Document,
  formats: StringFormats,
  options: BackendOptions,
): Promise<OpenAPIBackend> {
  const { handlers, securityHandlers } = options
  const backend = new ContractBackend({
    ...(handlers && { handlers }),
    ...(securityHandlers && { securityHandlers }),
    definition: withoutMappings(typeof source === 'string' ? readDocument(source) : source),
    strict: true,
    validate: false,
  })
  await backend.init()
  installValidators(backend, formats, options)
  return backend
}

// Made here and not by init(), which would compile every schema: 0.3 s of each start. So an operation
// is compiled when it is first called.
function installValidators(
  backend: OpenAPIBackend,
  formats: StringFormats,
  { coerceTypes = false, allErrors = false }: BackendOptions,
): void {
  const ofBodies = createValidator(formats, { allErrors })
  const ofParameters = coerceTypes ? createValidator(formats, { allErrors, coerceTypes }) : ofBodies
  const { definition, router } = backend
  backend.validator = new OpenAPIValidator({
    definition,
    router,
    coerceTypes,
    lazyCompileValidators: true,
    customizeAjv: (_made, _options, context) =>
      context === ValidationContext.Params ? ofParameters : ofBodies,
  })
  backend.validate = true
}
