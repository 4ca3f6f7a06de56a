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

/** A request passes, with the scene that suits it if one does; or it is refused. */
export type Verdict = { readonly scene: string | undefined } | { readonly refusal: MockAnswer }

export type Validate = (request: MockRequest) => Promise<Verdict>

const formats: Readonly<Record<ContractDocument, StringFormats>> = {
  seller: { 'store-time': (text) => parseStoreTime(text) !== undefined },
  store: { 'store-time': (text) => parseStoreTime(text) !== undefined },
  management: managementFormats,
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
      notImplemented: ({ operation }: Context, { body, fault }: MockRequest): Verdict =>
        fault === undefined
          ? { scene: sceneFor(operation, body) }
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

interface Success {
  readonly content?: Readonly<Record<string, { readonly examples?: object }>>
}

// One address has many activities: the first scene named after the one that was called, or `done`.
function sceneFor({ responses = {} }: Operation, body: unknown): string | undefined {
  const activity = activityOf(body)
  const success = responses['200'] as Success | undefined
  if (activity === undefined || success === undefined) return undefined
  const { examples = {} } = success.content?.['application/json'] ?? {}
  const names = Object.keys(examples)
  return names.find((name) => name.startsWith(activity)) ?? names.find((name) => name === 'done')
}

function activityOf(body: unknown): string | undefined {
  const { activity } = (body ?? {}) as { activity?: unknown }
  return typeof activity === 'string' ? activity : undefined
}
