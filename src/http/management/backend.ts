import { parse as parseQuery } from 'node:querystring'
import type { ErrorObject } from 'ajv'
import type { Context, OpenAPIBackend } from 'openapi-backend'
import {
  type Scope,
  createBackend,
  fieldOf,
  isForAnyCaller,
  isInBody,
  requiredScopes,
  validationMessage,
} from '../../contract/index.ts'
import { insertAudit } from '../../db/audit/audit-entries.ts'
import { type Caller, openAccess } from '../../management/access.ts'
import type { ManagementContext, SharedContext } from '../../management/context.ts'
import { managementOperations } from '../../management/index.ts'
import { readIfMatch } from '../../management/if-match.ts'
import {
  type FaultyField,
  Problem,
  faultyRequest,
  inBody,
  lacksScope,
} from '../../management/problem.ts'
import { type OnceRequest, answerOnce } from './answer-once.ts'
import { managementFormats } from '../../domain/management-formats.ts'
import { readPersonHeaders } from './person-headers.ts'
import { refuseForeignPage } from './same-origin.ts'
import type { Metrics } from '../metrics.ts'
import { splitTarget } from '../split-target.ts'
import { type ManagementCall, hasEscapes, unstorableFields } from './request.ts'

/** Answers one request whose token held. Throws Problem. */
export type AnswerManagementCall = (call: ManagementCall) => Promise<object>

/**
 * Loads the management contract: a request has its operation found, then the scope of its token is
 * asked, then it is validated.
 */
export async function createManagementBackend(
  context: SharedContext,
  metrics: Pick<Metrics, 'managementRefused'>,
): Promise<AnswerManagementCall> {
  const scopes = requiredScopes()
  const scopeOf = (asked: Context) => scopes.get(idOf(asked))
  const may = (caller: Caller, asked: Context) => {
    const scope = scopeOf(asked)
    return scope === undefined ? isForAnyCaller(idOf(asked)) : caller.scopes.has(scope)
  }
  const backend = await createBackend('management', managementFormats, {
    coerceTypes: true,
    allErrors: true,
    handlers: {
      ...operationHandlers(context),
      validationFail: refuseInvalid,
      notFound: refusePath,
      methodNotAllowed: refuseMethod,
      unauthorizedHandler: (refused, call: ManagementCall) => {
        metrics.managementRefused('forbidden')
        throw mayNot(scopeOf(refused), refused, call)
      },
    },
    // The router has checked the token before: for unknown paths too, and before it read a body.
    securityHandlers: {
      managementToken: (asked, { caller }: ManagementCall) =>
        caller.session === undefined && may(caller, asked),
      managementSession: (asked, { caller }: ManagementCall) =>
        caller.session !== undefined && may(caller, asked),
    },
  })
  return async (call) => (await backend.handleRequest(call.request, call)) as object
}

type ValidContext = Context<unknown, Record<string, string>, Record<string, unknown>>
type Handler = (validated: ValidContext, call: ManagementCall) => Promise<object>
type Answer = (request: object, context: ManagementContext) => Promise<object>

function operationHandlers(context: SharedContext): Record<string, Handler> {
  const handlers = Object.entries(managementOperations).map(([operationId, handle]) => {
    // The contract has tied each operation to its request; TypeScript cannot follow that here.
    return [operationId, withAccess(handle as Answer, operationId, context)]
  })
  return Object.fromEntries(handlers) as Record<string, Handler>
}

/** Answers with what the caller may see; what was shown in clear is noted before the answer leaves. */
function withAccess(answer: Answer, operation: string, context: SharedContext): Handler {
  return async (validated, { caller, requestId, gone, browser, asked }) => {
    const { services } = context
    refuseKey(validated, asked)
    refuseOddNumbers(validated, asked.target)
    const request = storable(validated, asked)
    // Of a file the audit tells no members.
    const body = Buffer.isBuffer(request.body) ? undefined : request.body
    if (operation === 'createSession') refuseForeignPage(asked.headers)
    const said = readPersonHeaders({ ...validated, headers: asked.headers, caller, body }, context)
    const reason = said.reason === undefined ? null : services.vault.encrypt(said.reason)
    const access = openAccess(
      { caller, requestId, operation, body, reveals: said.reveals, reason },
      services.now,
    )
    const { show, audit, seen, readOf } = access
    const own = { ...context, browser, services: { ...services, show, audit, caller, gone } }
    const once = async () => ({ answered: await answer(request, own), subjects: seen() })
    // An answer that is given again shows again what it showed.
    const { answered, subjects } = await answerOnce({ ...asked, caller }, services, once)
    const read = readOf(subjects)
    if (read !== undefined) await insertAudit(services.db, read)
    return answered
  }
}

const idempotencyKey = 'Idempotency-Key'

/**
 * Refuses a key where the contract takes none: the request would not be done once, and what is answered
 * to createToken is kept nowhere (answer-once.ts).
 */
function refuseKey({ operation, request }: ValidContext, { headers }: OnceRequest): void {
  if (request.method !== 'post' || headers['idempotency-key'] === undefined) return
  const takesKey = operation.parameters?.some(
    (parameter) => 'name' in parameter && parameter.name === idempotencyKey,
  )
  if (takesKey === true) return
  throw faultyRequest([{ field: idempotencyKey, message: 'is not taken by this operation' }])
}

/** The validator takes whatever JavaScript reads as a number: `1e2` and `0x64` would be 100. */
function refuseOddNumbers({ operation }: ValidContext, target: string): void {
  const query = parseQuery(splitTarget(target)[1])
  const odd = operation.parameters?.flatMap((parameter) => {
    if (!('name' in parameter) || !isInteger(parameter.schema)) return []
    const { name } = parameter
    const text = query[name]
    return typeof text === 'string' && !/^-?\d+$/.test(text) ? [name] : []
  })
  if (odd === undefined || odd.length === 0) return
  throw faultyRequest(odd.map((field) => ({ field, message: 'must be integer' })))
}

function isInteger(schema: object | undefined): boolean {
  return schema !== undefined && 'type' in schema && schema.type === 'integer'
}

function storable({ request }: ValidContext, asked: OnceRequest) {
  const { params: path, query, requestBody: body } = request
  const { headers } = asked
  const inText = Buffer.isBuffer(body) || !hasEscapes(asked.body) ? [] : unstorableFields(body)
  const faults = [
    ...[path, query].flatMap((part) => unstorableFields(part)),
    ...inText.map(({ field, message }) => inBody(field, message)),
  ]
  if (faults.length > 0) throw faultyRequest(faults)
  const idempotencyKey = headers['idempotency-key']
  return { path, query, body, ifMatch: readIfMatch(headers['if-match']), idempotencyKey }
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

function idOf({ operation }: Context): string {
  return operation.operationId ?? ''
}

function mayNot(scope: Scope | undefined, refused: Context, { caller }: ManagementCall): Problem {
  const id = idOf(refused)
  if (scope !== undefined && !caller.scopes.has(scope)) {
    return lacksScope(scope, `The token lacks the scope ${scope}, which ${id} needs.`)
  }
  const [given, other] = caller.session === undefined ? ['token', 'session'] : ['session', 'token']
  return new Problem(403, `${id} takes no ${given}, but a ${other}.`)
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
