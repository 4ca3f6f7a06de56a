import type { ErrorObject } from 'ajv'
import type { Context, OpenAPIBackend, Operation } from 'openapi-backend'
import { type Judge, createBackend, createJudge } from '../../contract/index.ts'
import type { Answer } from '../../domain/answer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStoreTime } from '../../domain/time/store-time.ts'
import { answerCall } from '../../calls/answer-call.ts'
import type { Decide } from '../../calls/call.ts'
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
import { explainViolation, firstViolation, isInBody } from '../validation-message.ts'
import { NotServed } from './route-error.ts'
import { type StoreCall, membersOf, presentMembers, reopenCall } from './call.ts'
import { withListsRead } from './kit-lists.ts'

/**
 * Answers one call of the store whose body was read; a refusal of a call whose signature held is an
 * answer too. Throws Refusal for a call that is not authentic (or replayed).
 */
export type AnswerStoreCall = (call: AdmittedCall, expired: () => boolean) => Promise<Answer>

/** A call that may be authentic, and how that is found out. */
export interface AdmittedCall extends StoreCall {
  readonly verify: Verify
}

/** The contract at the door: for calls as they come, and for kept ones that are run again. */
export interface StoreBackend {
  /**
   * Judges a call by its head, before anybody reads its body. Throws Refusal for one that cannot be
   * authentic, NotServed for a path or method.
   */
  readonly admitStoreCall: (call: StoreCall) => AdmittedCall
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

function verify({ request }: Context, call: AdmittedCall, sent: ContractRequest): boolean {
  call.authentic = call.verify(call)
  // The request was made before it was verified; what is judged is read only now.
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

function notServed(status: 404 | 405): NotServed {
  return new NotServed(
    status,
    status === 404 ? 'unknown address or path' : 'method is not served here',
  )
}
