import type { Context, OpenAPIBackend, Operation } from 'openapi-backend'
import {
  type ContractDocument,
  type StringFormats,
  createBackend,
} from '../../src/contract/index.ts'
import { parseStoreTime } from '../../src/domain/time/store-time.ts'
import { managementFormats } from '../../src/domain/management-formats.ts'
import { validatedDocument } from './documents.ts'
import type { MockRequest } from './read-request.ts'
import { type MockAnswer, refusalOf, unserved } from './refusals.ts'

/** A request passes, as a call of an operation; or it is refused. */
export type Verdict =
  | {
      readonly operationId: string
      /** The parameters of the path. */
      readonly params: Readonly<Record<string, string>>
      /** The activity that is called, where one address has many. */
      readonly activity: string | undefined
    }
  | { readonly refusal: MockAnswer }

export type Validate = (request: MockRequest) => Promise<Verdict>

const formats: Readonly<Record<ContractDocument, StringFormats>> = {
  seller: { 'store-time': (text) => parseStoreTime(text) !== undefined },
  store: { 'store-time': (text) => parseStoreTime(text) !== undefined },
  management: managementFormats,
  simulator: {},
}

/** Validates requests by a document as the service does, but for signatures and tokens. */
export async function createValidator(document: ContractDocument): Promise<Validate> {
  const backend = await backendOf(document)
  return async (request) => (await backend.handleRequest(requestOf(request), request)) as Verdict
}

function backendOf(document: ContractDocument): Promise<OpenAPIBackend> {
  const definition = validatedDocument(document)
  const schemes = Object.keys(definition.components?.securitySchemes ?? {})
  return createBackend(definition, formats[document], {
    coerceTypes: true,
    allErrors: document === 'management',
    securityHandlers: Object.fromEntries(schemes.map((scheme) => [scheme, () => true])),
    handlers: {
      notFound: () => routeError(document, 404),
      methodNotAllowed: () => routeError(document, 405),
      validationFail: (context: Context, { fault }: MockRequest) =>
        refused(document, context, fault),
      notImplemented: ({ operation, request }: Context, { body, fault }: MockRequest): Verdict =>
        fault === undefined
          ? called(operation, request.params, body)
          : { refusal: refusalOf(document, operation, [], fault) },
    },
  })
}

function requestOf({ method, path, query, headers, body }: MockRequest) {
  return { method, path, query, headers, body }
}

function routeError(document: ContractDocument, status: 404 | 405): Verdict {
  const words = status === 404 ? 'unknown address or path' : 'method is not served here'
  return { refusal: unserved(document, status, words) }
}

// A path whose parameters do not fit is one that the store's side does not know.
function refused(
  document: ContractDocument,
  { operation, validation }: Context,
  fault: string | undefined,
): Verdict {
  const errors = validation.errors ?? []
  const isPath = errors.some(({ instancePath }) => instancePath.startsWith('/path'))
  if (isPath && document === 'seller') return routeError(document, 404)
  return { refusal: refusalOf(document, operation, errors, fault) }
}

function called(
  { operationId = '' }: Operation,
  params: Context['request']['params'],
  body: unknown,
): Verdict {
  // The documents know no parameter of a path that is a list.
  return { operationId, params: params as Record<string, string>, activity: activityOf(body) }
}

function activityOf(body: unknown): string | undefined {
  const { activity } = (body ?? {}) as { activity?: unknown }
  return typeof activity === 'string' ? activity : undefined
}
