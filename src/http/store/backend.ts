import type { ErrorObject } from 'ajv'
import type { Context, OpenAPIBackend, Operation } from 'openapi-backend'
import { type SchemaValidator, createBackend, createSchemaValidator } from '../../contract/index.ts'
import type { Answer } from '../../domain/answer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStoreTime } from '../../domain/time/store-time.ts'
import { answerCall } from '../../calls/answer-call.ts'
import type { Handler } from '../../calls/call.ts'
import type { Rerun } from '../../management/context.ts'
import type { Services } from '../../calls/services.ts'
import { type StoreOperation, storeOperations } from '../../calls/store-operations.ts'
import {
  type Admit,
  type Verify,
  admitKitV1,
  admitKitV2,
  admitV1Query,
  admitV2Query,
} from './authenticate.ts'
import { validationMessage, firstViolation, isInBody } from '../validation-message.ts'
import { RouteError } from './route-error.ts'
import { type StoreCall, membersOf, presentMembers, reopenCall } from './call.ts'
import { withListsRead } from './kit-lists.ts'

/**
 * Answers one call of the store whose body was read; a refusal of a call whose signature was verified is an
 * answer too. Throws Refusal for a call that is not verified (or replayed).
 */
export type AnswerStoreCall = (call: AdmittedCall, expired: () => boolean) => Promise<Answer>

/** A call that may be authentic, and how that is found out. */
export interface AdmittedCall extends StoreCall {
  readonly verify: Verify
}

/** The contract applied to calls as they come, and to saved ones that are run again. */
export interface StoreBackend {
  /**
   * Judges a call by its head, before anybody reads its body. Throws Refusal for one that cannot be
   * authentic, RouteError for a path or method.
   */
  readonly admitStoreCall: (call: StoreCall) => AdmittedCall
  readonly answerStoreCall: AnswerStoreCall
  readonly rerun: Rerun
}

/** Who handles a call that was verified; of a call that breaks its contract it is a refusal. */
interface RoutedCall extends StoreOperation {
  readonly body: unknown
}

const formats = { 'store-time': (text: string) => parseStoreTime(text) !== undefined }

/** The GET interfaces by operationId: their query is one object, validated by a schema of its own. */
const queryValidators: ReadonlyMap<string, SchemaValidator> = new Map([
  ['saasV1', createSchemaValidator('seller', 'SaasV1Request', formats)],
  ['licenseB', createSchemaValidator('seller', 'LicenseBRequest', formats)],
])

/** Loads the contract: a call has its operation found, its signature verified, its body validated. */
export async function createStoreBackend(services: Services): Promise<StoreBackend> {
  const backend = await createBackend('seller', formats, {
    alreadyParsed: true,
    notValidated: [...queryValidators.keys()],
    handlers: {
      ...Object.fromEntries(Object.keys(storeOperations).map((id) => [id, pass])),
      unauthorizedHandler: refuseUnauthorized,
      validationFail: refuseInvalid,
    },
    securityHandlers: Object.fromEntries(
      Object.keys(admitBySignature).map((name) => [name, verify]),
    ),
  })
  return {
    admitStoreCall(call) {
      const operation = operationOf(call, backend)
      call.operation = operation.operationId ?? ''
      return Object.assign(call, { verify: admitOf(operation)(call) })
    },
    async answerStoreCall(call, expired) {
      const request = requestOf(call)
      const routed = (await backend.handleRequest(request, call, request)) as RoutedCall
      return (await answerCall(verifiedCall(call, routed, expired), routed.handle, services)).answer
    },
    async rerun(stored) {
      const operation = backend.router.getOperation(stored.operation)
      if (operation === undefined) throw new Error(`the contract has no ${stored.operation}`)
      const call = reopenCall(stored, operation.method, services.now())
      const routed = validated(call, operation, backend)
      const again = { ...verifiedCall(call, routed, () => false), rerunOf: stored.id }
      return answerCall(again, routed.handle, services)
    },
  }
}

/** How a call is admitted, by the name of its signature in the contract. */
const admitBySignature: Readonly<Record<string, Admit>> = {
  basicSignature: (call) => admitV2Query(call, 'basic'),
  licenseSignature: (call) => admitV2Query(call, 'license'),
  orderSignature: (call) => admitV2Query(call, 'order'),
  v1AuthToken: admitV1Query,
  kitSignature: admitKitV2,
  kitV1AuthToken: admitKitV1,
}

function admitOf({ security = [], operationId }: Operation): Admit {
  const [name = ''] = Object.keys(security[0] ?? {})
  const admit = admitBySignature[name]
  if (admit === undefined) throw new Error(`nobody verifies calls of ${operationId ?? name}`)
  return admit
}

function operationOf({ method, path }: StoreCall, { router }: OpenAPIBackend): Operation {
  try {
    return router.matchOperation({ method, path, headers: {} }, true)
  } catch (error) {
    if (String(error).includes('405')) throw notServed(405)
    throw notServed(404)
  }
}

// Of a kept call nobody asks for signature, timestamp and nonce again: only its body is validated.
function validated(
  call: StoreCall,
  operation: Operation,
  { validator }: OpenAPIBackend,
): RoutedCall {
  if (queryValidators.has(call.operation)) return validateQuery(call)
  const request = withBodyRead(requestOf(call), call)
  const { errors } = validator.validateRequest(request, operation)
  const inBody = (errors ?? []).filter(isInBody)
  return routedCall(call, request.body, inBody)
}

interface ContractRequest {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly query: Record<string, string>
  body: Readonly<Record<string, unknown>>
}

function requestOf(call: StoreCall): ContractRequest {
  const { method, path, query, headers, family } = call
  return {
    method,
    path,
    // Any content type will do, and none: the contract sees the one it names.
    headers: {
      'content-type': 'application/json',
      'x-timestamp': headers['x-timestamp']?.toString() ?? '',
      'x-nonce': headers['x-nonce']?.toString() ?? '',
    },
    // What else stands in the query is the signature's and was verified from the URL itself.
    // The kit, signed in its headers, has no query.
    query:
      family === 'kit'
        ? {}
        : { timestamp: query.get('timestamp') ?? '', nonce: query.get('nonce') ?? '' },
    body: presentMembers(membersOf(call)),
  }
}

/** The request with the lists read that came as text: work that only a verified call may cause. */
function withBodyRead(request: ContractRequest, call: StoreCall): ContractRequest {
  if (call.family === 'kit') request.body = withListsRead(request.body, membersOf(call))
  return request
}

function pass({ request, operation }: Context, call: StoreCall): RoutedCall {
  if (queryValidators.has(operation.operationId ?? '')) return validateQuery(call)
  return routedCall(call, request.requestBody, [])
}

function validateQuery(call: StoreCall): RoutedCall {
  const parameters = presentMembers(membersOf(call))
  return routedCall(call, parameters, queryValidators.get(call.operation)?.(parameters) ?? [])
}

function routedCall(call: StoreCall, body: unknown, errors: readonly ErrorObject[]): RoutedCall {
  const { family, activity, handle } = storeOperationOf(call.operation)
  const isBroken = errors.length > 0 || 'refusal' in call.body
  return {
    body,
    family,
    ...(activity && { activity }),
    handle: isBroken ? refuse(call, errors) : handle,
  }
}

function storeOperationOf(operationId: string): StoreOperation {
  const known = storeOperations[operationId]
  if (known === undefined) throw new Error(`no handler for ${operationId}`)
  return known
}

function verifiedCall(call: StoreCall, routed: RoutedCall, expired: () => boolean) {
  const { address, rawBody, receivedAt, verification, operation } = call
  const { body, family, activity } = routed
  return {
    address,
    family,
    operation,
    activity,
    body,
    members: membersOf(call),
    rawBody,
    receivedAt,
    expired,
    key: verification?.key ?? address.keys.v1[0] ?? '',
    ...(verification?.nonce !== undefined && {
      nonce: { interfaceType: verification.interfaceType, value: verification.nonce },
    }),
  }
}

function verify({ request }: Context, call: AdmittedCall, sent: ContractRequest): boolean {
  call.verification = call.verify(call)
  // The request was made before it was verified; what is validated is read only now.
  sent.body = presentMembers(membersOf(call))
  request.requestBody = withBodyRead(sent, call).body
  return true
}

// openapi-backend collects what the security handlers threw; the refusal goes on from here.
function refuseUnauthorized({ security }: Context): never {
  const results = Object.values(security) as ({ error?: unknown } | boolean | undefined)[]
  const thrown = results.map((result) => (typeof result === 'object' ? result.error : undefined))
  throw thrown.find((error) => error instanceof Error) ?? new Refusal('000001', 'not authorised')
}

function refuseInvalid({ validation, request }: Context, call: StoreCall): RoutedCall {
  return routedCall(call, request.requestBody, validation.errors ?? [])
}

function refuse({ body }: StoreCall, errors: readonly ErrorObject[]): Handler<unknown> {
  const violation = firstViolation(errors)
  const broken = new Refusal(
    '000002',
    violation ? validationMessage(violation) : 'call is not valid',
  )
  return () => Promise.reject('refusal' in body ? body.refusal : broken)
}

function notServed(status: 404 | 405): RouteError {
  return new RouteError(
    status,
    status === 404 ? 'unknown address or path' : 'method is not served here',
  )
}
