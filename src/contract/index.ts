// The only importer of generated/: everything else meets the contract here.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import type { Options as AjvOptions, AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv'
import {
  OpenAPIBackend,
  OpenAPIValidator,
  ValidationContext,
  type Document,
  type Operation,
  type Options,
  type ParsedRequest,
  type Request,
} from 'openapi-backend'
import type {
  components as ManagementComponents,
  operations as ManagementOperationTable,
} from '../../generated/management.ts'
import type {
  components as SellerComponents,
  operations as SellerOperationTable,
} from '../../generated/seller.ts'
import type { components as StoreComponents } from '../../generated/store.ts'

export { limits } from '../../generated/limits.ts'

export type SellerSchemas = SellerComponents['schemas']
/** The operationIds of the seller contract. */
export type SellerOperation = keyof SellerOperationTable
export type StoreSchemas = StoreComponents['schemas']
export type ManagementSchemas = ManagementComponents['schemas']
export type ManagementOperations = ManagementOperationTable

export type ContractDocument = 'seller' | 'store' | 'management'

/** Checks a string of a `format` that JSON Schema does not know. */
export type StringFormats = Readonly<Record<string, (text: string) => boolean>>

/** The bundled document, as an object of its own. */
export function readDocument(name: ContractDocument): Document {
  const url = new URL(`../../generated/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as Document
}

/**
 * openapi-backend checks a document against the 3.0 schema, which refuses 3.1 documents;
 * Redocly has judged ours already.
 */
class ContractBackend extends OpenAPIBackend {
  override validateDefinition(): Document {
    return this.document
  }
}

/** How values are judged; Ajv's own options. */
export type ValidatorOptions = Pick<
  AjvOptions,
  'allErrors' | 'coerceTypes' | 'logger' | 'unicode' | 'validateFormats' | 'verbose'
>

export interface BackendOptions
  extends
    Pick<Options, 'handlers' | 'securityHandlers' | 'coerceTypes'>,
    Pick<ValidatorOptions, 'allErrors'> {
  /** Ids of operations whose requests are not judged: neither parameters nor body. */
  readonly unjudged?: readonly string[] | undefined
  /**
   * Requests come with lower-case header names, and with query and body read: nothing is left to
   * parse. Not together with coerced types, since the parameters of a path are shared by its requests.
   */
  readonly areRead?: boolean
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
  judgeRequests(backend, formats, options)
  rememberOperations(backend.router, options)
  return backend
}

// Made here and not by init(), which would compile every schema: 0.3 s of each start. So an operation
// is compiled when it is first called.
function judgeRequests(
  backend: OpenAPIBackend,
  formats: StringFormats,
  { unjudged = [], coerceTypes = false, allErrors = false }: BackendOptions,
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
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Ajv and Ajv2020 share their core.
      context === ValidationContext.Params ? ofParameters : ofBodies,
  })
  backend.validate = ({ operation }) => !unjudged.includes(operation.operationId ?? '')
}

type Router = OpenAPIBackend['router']

// openapi-backend lists all operations anew, makes a pattern of each path and parses the request
// three times at every call. The document does not change, so the first two are remembered (of the
// paths that were met up to a bound), and a request is parsed once, for its operation.
const mostPaths = 1_000

function rememberOperations(router: Router, { areRead = false }: BackendOptions): void {
  const operations = router.getOperations()
  router.getOperations = () => operations
  const match = router.matchOperation.bind(router)
  router.matchOperation = remembering((request, strict = false) => match(request, strict))
  const parse = router.parseRequest.bind(router)
  const paramsOf = remembering(
    (request, operation: Operation) => parse(request, operation).params as PathParameters,
  )
  const parsed = new WeakMap<Request, ParsedRequest>()
  router.parseRequest = (request, operation?: Operation) => {
    if (operation === undefined) return unparsed(request)
    const made =
      parsed.get(request) ??
      (areRead ? asRead(request, paramsOf(request, operation)) : parse(request, operation))
    parsed.set(request, made)
    return made
  }
}

/** What is made of a request by its method and path, made once for each of the paths that are met. */
function remembering<Rest extends unknown[], Made>(
  make: (request: Request, ...rest: Rest) => Made,
): (request: Request, ...rest: Rest) => Made {
  const met = new Map<string, Made>()
  return (request, ...rest) => {
    const key = `${request.method} ${request.path}`
    const made = met.get(key) ?? make(request, ...rest)
    if (met.size < mostPaths) met.set(key, made)
    return made
  }
}

type PathParameters = Readonly<Record<string, string>>

function asRead(request: Request, params: PathParameters): ParsedRequest {
  const requestBody: unknown = request.body
  return { ...request, params, cookies: {}, requestBody } as ParsedRequest
}

// What is asked for before the operation is known; nothing of ours reads it.
function unparsed(request: Request): ParsedRequest {
  return { ...request, params: {}, cookies: {}, query: {}, requestBody: undefined } as ParsedRequest
}

/** One JSON Schema 2020-12 validator for every schema of a document. */
export function createValidator(formats: StringFormats, options: ValidatorOptions = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    discriminator: true,
    validateSchema: false,
    meta: false,
    ...options,
  })
  addFormatsModule.default(ajv)
  for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check)
  return ajv
}

/** Judges a value by a schema; the violations are those of a request with the value as its body. */
export type Judge = (value: unknown) => readonly ErrorObject[]

/**
 * Makes the judge of a schema, a named one or one that may refer to them; it is compiled at first use.
 * For the query of a GET interface, which is one object with an `activity`: openapi-backend would
 * judge each parameter alone, refuse unknown ones and coerce types.
 */
export function createJudge(
  document: ContractDocument,
  schema: string | AnySchemaObject,
  formats: StringFormats,
  options: ValidatorOptions = {},
): Judge {
  let validate: ValidateFunction | undefined
  return (value) => {
    validate ??= compileJudge(document, schema, createValidator(formats, options))
    return validate({ requestBody: value }) ? [] : (validate.errors ?? [])
  }
}

function compileJudge(
  document: ContractDocument,
  schema: string | AnySchemaObject,
  ajv: Ajv2020,
): ValidateFunction {
  const requestBody =
    typeof schema === 'string' ? { $ref: `#/components/schemas/${schema}` } : schema
  const { schemas = {} } = withoutMappings(readDocument(document)).components ?? {}
  return ajv.compile({
    components: { schemas: referredBy(requestBody, new Map(Object.entries(schemas))) },
    type: 'object',
    properties: { requestBody },
  })
}

/** What a schema refers to: the validator walks through everything that it is given. */
function referredBy(
  schema: AnySchemaObject,
  all: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const wanted = new Map<string, unknown>([['', schema]])
  for (const node of wanted.values()) {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/schemas\/(\w+)"/g)) {
      wanted.set(name, all.get(name))
    }
  }
  wanted.delete('')
  return Object.fromEntries(wanted)
}

// Ajv refuses `mapping`, without which the generated types have wrong literals: dropped in memory.
function withoutMappings<Node>(node: Node): Node {
  for (const member of Object.values(node as AnySchemaObject)) {
    if (typeof member !== 'object' || member === null) continue
    const { discriminator } = member as { discriminator?: { mapping?: unknown } }
    delete discriminator?.mapping
    withoutMappings(member)
  }
  return node
}
