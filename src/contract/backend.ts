import {
  OpenAPIBackend,
  OpenAPIRouter,
  OpenAPIValidator,
  ValidationContext,
  type Document,
} from 'openapi-backend'
import { dereferenced } from './dereferenced.ts'
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
  const { definition, router, validator } = loadedOnce(source, formats, options)
  // Without operations, so that it does not go through the document once more.
  const backend = new ContractBackend({ definition: empty, strict: true, validate: false })
  await backend.init()
  Object.assign(backend, { document: definition, definition, router, validator, validate: true })
  if (handlers) backend.register(handlers)
  for (const [name, handler] of Object.entries(securityHandlers ?? {})) {
    if (handler) backend.registerSecurityHandler(name, handler)
  }
  return backend
}

const empty: Document = { openapi: '3.1.0', info: { title: '', version: '' }, paths: {} }

/** What is the same for everybody who serves a document. */
interface Loaded {
  readonly definition: Document
  readonly router: OpenAPIRouter
  readonly validator: OpenAPIValidator
}

const loaded = new WeakMap<StringFormats, Map<string, Loaded>>()

// A process reads and compiles a document once, however many services it starts.
function loadedOnce(
  source: ContractDocument | Document,
  formats: StringFormats,
  options: BackendOptions,
): Loaded {
  if (typeof source !== 'string') return load(source, formats, options)
  const { coerceTypes, allErrors } = options
  const key = JSON.stringify([source, coerceTypes, allErrors])
  const ofFormats = loaded.get(formats) ?? new Map<string, Loaded>()
  loaded.set(formats, ofFormats)
  const known = ofFormats.get(key) ?? load(readDocument(source), formats, options)
  ofFormats.set(key, known)
  return known
}

function load(
  document: Document,
  formats: StringFormats,
  { coerceTypes = false, allErrors = false }: BackendOptions,
): Loaded {
  const definition = dereferenced(withoutMappings(document))
  const router = new OpenAPIRouter({ definition, ignoreTrailingSlashes: false })
  // Asked for at every request, and for every handler: flattened once.
  const operations = router.getOperations()
  router.getOperations = () => operations
  const ofBodies = createValidator(formats, { allErrors })
  const ofParameters = coerceTypes ? createValidator(formats, { allErrors, coerceTypes }) : ofBodies
  // Made here and not by init(), which would compile every schema: 0.3 s of each start. So an operation
  // is compiled when it is first called.
  const validator = new OpenAPIValidator({
    definition,
    router,
    coerceTypes,
    lazyCompileValidators: true,
    customizeAjv: (_made, _options, context) =>
      context === ValidationContext.Params ? ofParameters : ofBodies,
  })
  return { definition, router, validator }
}
