import type { IncomingHttpHeaders } from 'node:http'
import type { ErrorObject } from 'ajv'
import type { Context, OpenAPIBackend } from 'openapi-backend'
import { createBackend, fieldOf, isInBody, validationMessage } from '../../contract/index.ts'
import type { ManagementContext } from '../../management/context.ts'
import { managementOperations } from '../../management/index.ts'
import { readIfMatch } from '../../management/if-match.ts'
import { type FaultyField, Problem, faultyRequest, inBody } from '../../management/problem.ts'
import { managementFormats } from './formats.ts'
import { type ManagementCall, unstorableFields } from './request.ts'

/** Answers one request whose token held. Throws Problem. */
export type AnswerManagementCall = (call: ManagementCall) => Promise<object>

/** Loads the management contract: a request has its operation found and is validated. */
export async function createManagementBackend(
  context: ManagementContext,
): Promise<AnswerManagementCall> {
  const backend = await createBackend('management', managementFormats, {
    coerceTypes: true,
    allErrors: true,
    handlers: {
      ...operationHandlers(context),
      validationFail: refuseInvalid,
      notFound: refusePath,
      methodNotAllowed: refuseMethod,
    },
    // The router has checked the token before: for unknown paths too, and before it read a body.
    securityHandlers: { managementToken: () => true },
  })
  return async (call) => (await backend.handleRequest(call.request, call)) as object
}

type ValidContext = Context<unknown, Record<string, string>, Record<string, unknown>>
type Handler = (validated: ValidContext) => Promise<object>

function operationHandlers(context: ManagementContext): Record<string, Handler> {
  const handlers = Object.entries(managementOperations).map(([operationId, handle]) => {
    // The contract has tied each operation to its request; TypeScript cannot follow that here.
    const answer = handle as (request: object, context: ManagementContext) => Promise<object>
    return [operationId, (validated: ValidContext) => answer(storable(validated), context)]
  })
  return Object.fromEntries(handlers) as Record<string, Handler>
}

function storable({ request }: ValidContext): object {
  const { params: path, query, requestBody: body } = request
  const headers = request.headers as IncomingHttpHeaders
  const faults = [
    ...[path, query].flatMap((part) => unstorableFields(part)),
    ...unstorableFields(body).map(({ field, message }) => inBody(field, message)),
  ]
  if (faults.length > 0) throw faultyRequest(faults)
  return { path, query, body, ifMatch: readIfMatch(headers['if-match']) }
}

function refuseInvalid({ validation }: Context, { bodyFault }: ManagementCall): never {
  const fields = new Map<string, FaultyField>()
  for (const error of validation.errors ?? []) {
    const field = fieldOf(error)
    const message = field === 'body' && bodyFault ? bodyFault : explain(error, field)
    if (fields.has(field)) continue
    fields.set(field, isInBody(error) ? inBody(field, message) : { field, message })
  }
  throw faultyRequest([...fields.values()])
}

function explain(error: ErrorObject, field: string): string {
  if (error.keyword === 'additionalProperties' && !isInBody(error)) {
    return 'is not a parameter of this operation'
  }
  return validationMessage(error).slice(field.length + 1)
}

function refusePath({ request }: Context): never {
  throw new Problem(404, `Nothing is served at ${request.path}.`)
}

function refuseMethod({ request, api }: Context): never {
  const allow = methodsOf(request.path, api)
  const detail = `${request.path} takes ${allow} only.`
  throw new Problem(405, detail, { headers: { allow } })
}

const methods = ['get', 'put', 'post', 'delete', 'patch']

function methodsOf(path: string, { router }: OpenAPIBackend): string {
  const served = methods.filter(
    (method) => router.matchOperation({ method, path, headers: {} }) !== undefined,
  )
  return served.join(', ').toUpperCase()
}
