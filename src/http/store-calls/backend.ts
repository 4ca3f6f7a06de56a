import type { ErrorObject } from 'ajv'
import type { Context, OpenAPIBackend, Operation } from 'openapi-backend'
import { type Judge, createBackend, createJudge } from '../../contract.ts'
import type { InterfaceType } from '../../domain/address.ts'
import type { Answer } from '../../domain/answer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStoreTime } from '../../domain/store-time.ts'
import { answerCall } from '../../handlers/answer-call.ts'
import type { Decide } from '../../handlers/ask.ts'
import type { Rerun } from '../../handlers/management/desk.ts'
import type { Services } from '../../handlers/services.ts'
import { type StoreOperation, storeOperations } from '../../handlers/store-operations.ts'
import {
  authenticateKitV1,
  authenticateKitV2,
  authenticateV1Query,
  authenticateV2Query,
} from './authenticate.ts'
import { explainViolation, firstViolation, isInBody } from '../explain-violation.ts'
import { NotServed } from './not-served.ts'
import { type Authentic, type StoreCall, membersOf, presentMembers, reopenCall } from './call.ts'
import { withListsRead } from './kit-lists.ts'

/**
 * Answers one call of the store; a refusal of a call whose signature held is an answer too. Throws
 * Refusal for a call that is not authentic (or replayed), NotServed for a path or method.
 */
export type AnswerStoreCall = (call: StoreCall, expired: () => boolean) => Promise<Answer>

/** The contract at the door: for calls as they come, and for kept ones that are run again. */
export interface StoreBackend {
  readonly answerStoreCall: AnswerStoreCall
  readonly rerun: Rerun
}

/** Who decides a call that was verified; of a call that breaks its contract it is a refusal. */
interface Passed extends StoreOperation {
  readonly body: unknown
}

const formats = { 'store-time': (text: string) => parseStoreTime(text) !== undefined }

/** The GET interfaces by operationId: their query is one object, judged by a schema of its own. */
const queryJudges: ReadonlyMap<string, Judge> = new Map([
  ['saasV1', createJudge('seller', 'SaasV1Request', formats)],
  ['licenseB', createJudge('seller', 'LicenseBRequest', formats)],
])

/** Loads the contract: a call has its operation found, its signature verified, its body validated. */
export async function createStoreBackend(services: Services): Promise<StoreBackend> {
  const backend = await createBackend('seller', formats, {
    areRead: true,
    unjudged: [...queryJudges.keys()],
    handlers: {
      ...Object.fromEntries(Object.keys(storeOperations).map((id) => [id, pass])),
      unauthorizedHandler: refuseUnauthorized,
      validationFail: refuseInvalid,
      notFound: () => refusePath(404, 'unknown address or path'),
      methodNotAllowed: () => refusePath(405, 'method is not served here'),
    },
    securityHandlers: {
      basicSignature: verifyV2('basic'),
      licenseSignature: verifyV2('license'),
      orderSignature: verifyV2('order'),
      v1AuthToken: verify(authenticateV1Query),
      kitSignature: verify(authenticateKitV2),
      kitV1AuthToken: verify(authenticateKitV1),
    },
  })
  return {
    async answerStoreCall(call, expired) {
      const request = requestOf(call)
      const passed = (await backend.handleRequest(request, call, request)) as Passed
      return (await answerCall(verifiedCall(call, passed, expired), passed.decide, services)).answer
    },
    async rerun(kept) {
      const operation = backend.router.getOperation(kept.operation)
      if (operation === undefined) throw new Error(`the contract has no ${kept.operation}`)
      const call = reopenCall(kept, operation.method, services.now())
      const passed = validated(call, operation, backend)
      const again = { ...verifiedCall(call, passed, () => false), rerunOf: kept.id }
      return answerCall(again, passed.decide, services)
    },
  }
}

// Of a kept call nobody asks for signature, timestamp and nonce again: only its body is judged.
function validated(call: StoreCall, operation: Operation, { validator }: OpenAPIBackend): Passed {
  if (queryJudges.has(call.operation)) return judged(call)
  const request = withBodyRead(requestOf(call), call)
  const { errors } = validator.validateRequest(request, operation)
  const inBody = (errors ?? []).filter(isInBody)
  return decided(call, request.body, inBody)
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

function pass({ request, operation }: Context, call: StoreCall): Passed {
  if (queryJudges.has(operation.operationId ?? '')) return judged(call)
  return decided(call, request.requestBody, [])
}

function judged(call: StoreCall): Passed {
  const parameters = presentMembers(membersOf(call))
  return decided(call, parameters, queryJudges.get(call.operation)?.(parameters) ?? [])
}

function decided(call: StoreCall, body: unknown, errors: readonly ErrorObject[]): Passed {
  const { family, activity, decide } = decidedBy(call.operation)
  const isBroken = errors.length > 0 || 'refusal' in call.body
  return {
    body,
    family,
    ...(activity && { activity }),
    decide: isBroken ? refuse(call, errors) : decide,
  }
}

function decidedBy(operationId: string): StoreOperation {
  const known = storeOperations[operationId]
  if (known === undefined) throw new Error(`nobody decides calls of ${operationId}`)
  return known
}

function verifiedCall(call: StoreCall, passed: Passed, expired: () => boolean) {
  const { address, rawBody, receivedAt, authentic, operation } = call
  const { body, family, activity } = passed
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
    key: authentic?.key ?? address.keys.v1[0] ?? '',
    ...(authentic?.nonce !== undefined && {
      nonce: { interfaceType: authentic.interfaceType, value: authentic.nonce },
    }),
  }
}

function verifyV2(interfaceType: InterfaceType) {
  return verify((call) => authenticateV2Query(call, interfaceType))
}

function verify(authenticate: (call: StoreCall) => Authentic) {
  return ({ operation, request }: Context, call: StoreCall, sent: ContractRequest) => {
    call.operation = operation.operationId ?? ''
    call.authentic = authenticate(call)
    // The request was parsed before it was verified, and what was parsed then is judged.
    request.requestBody = withBodyRead(sent, call).body
    return true
  }
}

// openapi-backend collects what the security handlers threw; the refusal goes on from here.
function refuseUnauthorized({ security }: Context): never {
  const results = Object.values(security) as ({ error?: unknown } | boolean | undefined)[]
  const thrown = results.map((result) => (typeof result === 'object' ? result.error : undefined))
  throw thrown.find((error) => error instanceof Error) ?? new Refusal('000001', 'not authorised')
}

function refuseInvalid({ validation, request }: Context, call: StoreCall): Passed {
  return decided(call, request.requestBody, validation.errors ?? [])
}

function refuse({ body }: StoreCall, errors: readonly ErrorObject[]): Decide<unknown> {
  const violation = firstViolation(errors)
  const broken = new Refusal(
    '000002',
    violation ? explainViolation(violation) : 'call is not valid',
  )
  return () => Promise.reject('refusal' in body ? body.refusal : broken)
}

function refusePath(status: 404 | 405, message: string): never {
  throw new NotServed(status, message)
}
