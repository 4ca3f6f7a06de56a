import type { ErrorObject } from 'ajv'
import type { Context, OpenAPIBackend, Operation } from 'openapi-backend'
import { createBackend } from '../../contract.ts'
import type { InterfaceType } from '../../domain/address.ts'
import type { Answer } from '../../domain/answer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStoreTime } from '../../domain/store-time.ts'
import { answerCall } from '../../handlers/answer-call.ts'
import type { Decide } from '../../handlers/ask.ts'
import type { Rerun } from '../../handlers/management/desk.ts'
import { NotBuilt, notBuilt } from '../../handlers/not-built.ts'
import type { Services } from '../../handlers/services.ts'
import { type StoreOperation, storeOperations } from '../../handlers/store-operations.ts'
import { authenticateV2Query } from './authenticate.ts'
import { explainViolation, firstViolation, isInBody } from '../explain-violation.ts'
import { NotServed } from './not-served.ts'
import { type StoreCall, membersOf, presentMembers, reopenCall } from './call.ts'

/**
 * Answers one call of the store; a refusal of a call whose signature held is an answer too. Throws
 * Refusal for a call that is not authentic (or replayed), NotServed for a path or method, NotBuilt for
 * an operation that nobody decides yet.
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

/** Loads the contract: a call has its operation found, its signature verified, its body validated. */
export async function createStoreBackend(services: Services): Promise<StoreBackend> {
  const formats = { 'store-time': (text: string) => parseStoreTime(text) !== undefined }
  const backend = await createBackend('seller', formats, {
    judgeAnswers: false,
    unjudged: notBuilt,
    handlers: {
      ...mapOperations(({ family, decide }) => (context: Context): Passed => {
        return { body: context.request.requestBody, family, decide }
      }),
      ...Object.fromEntries(notBuilt.map((operationId) => [operationId, refuseNotBuilt])),
      unauthorizedHandler: refuseUnauthorized,
      validationFail: refuseInvalid,
      notFound: () => refusePath(404, 'unknown address or path'),
      methodNotAllowed: () => refusePath(405, 'method is not served here'),
    },
    securityHandlers: {
      basicSignature: verify('basic'),
      licenseSignature: verify('license'),
      orderSignature: verify('order'),
    },
  })
  return {
    async answerStoreCall(call, expired) {
      const passed = (await backend.handleRequest(requestOf(call), call)) as Passed
      return (await answerCall(verifiedCall(call, passed, expired), passed.decide, services)).answer
    },
    async rerun(kept) {
      const call = reopenCall(kept, services.now())
      const passed = validated(call, backend)
      const again = { ...verifiedCall(call, passed, () => false), rerunOf: kept.id }
      return answerCall(again, passed.decide, services)
    },
  }
}

// Of a kept call nobody asks for signature, timestamp and nonce again: only its body is judged.
function validated(call: StoreCall, { router, validator }: OpenAPIBackend): Passed {
  const request = requestOf(call)
  const operation = router.matchOperation(request, true)
  const { errors } = validator.validateRequest(request, operation)
  const inBody = (errors ?? []).filter(isInBody)
  const { body } = request
  const { family, decide } = decidedBy(operation)
  return { body, family, decide: inBody.length > 0 ? refuse(call, inBody) : decide }
}

function decidedBy({ operationId = '' }: Pick<Operation, 'operationId'>): StoreOperation {
  const known = storeOperations[operationId]
  if (known === undefined) throw new Error(`nobody decides calls of ${operationId}`)
  return known
}

function requestOf(call: StoreCall) {
  // What else stands in the query is the signature's and was verified from the URL itself.
  const query = {
    timestamp: call.query.get('timestamp') ?? '',
    nonce: call.query.get('nonce') ?? '',
  }
  const { method, path } = call
  // Any content type will do, and none: the contract sees the one it names.
  const headers = { 'content-type': 'application/json' }
  return { method, path, headers, query, body: presentMembers(membersOf(call)) }
}

function mapOperations<Value>(map: (operation: StoreOperation) => Value): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(storeOperations).map(([operationId, one]) => [operationId, map(one)]),
  )
}

function verifiedCall(call: StoreCall, { body, family }: Passed, expired: () => boolean) {
  const { address, rawBody, receivedAt, authentic } = call
  return {
    address,
    family,
    body,
    members: membersOf(call),
    rawBody,
    receivedAt,
    expired,
    ...(authentic && {
      nonce: { interfaceType: authentic.interfaceType, value: authentic.nonce },
    }),
  }
}

function verify(interfaceType: InterfaceType) {
  return (_context: Context, call: StoreCall) => {
    call.authentic = authenticateV2Query(call, interfaceType)
    return true
  }
}

// openapi-backend collects what the security handlers threw; the refusal goes on from here.
function refuseUnauthorized({ security }: Context): never {
  const results = Object.values(security) as ({ error?: unknown } | boolean | undefined)[]
  const thrown = results.map((result) => (typeof result === 'object' ? result.error : undefined))
  throw thrown.find((error) => error instanceof Error) ?? new Refusal('000001', 'not authorised')
}

function refuseInvalid({ validation, request, operation }: Context, call: StoreCall): Passed {
  const { family } = decidedBy(operation)
  return { body: request.requestBody, family, decide: refuse(call, validation.errors ?? []) }
}

function refuseNotBuilt(): never {
  throw new NotBuilt()
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
