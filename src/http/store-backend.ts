import type { ErrorObject } from 'ajv'
import type { Context } from 'openapi-backend'
import { createBackend } from '../contract.ts'
import type { InterfaceType } from '../domain/address.ts'
import type { Answer } from '../domain/answer.ts'
import { Refusal } from '../domain/refusal.ts'
import { parseStoreTime } from '../domain/store-time.ts'
import { answerCall } from '../handlers/answer-call.ts'
import type { Services } from '../handlers/services.ts'
import { type StoreOperation, storeOperations } from '../handlers/store-operations.ts'
import { authenticateV2Query } from './authenticate.ts'
import { explainViolation, firstViolation } from './explain-violation.ts'
import { NotServed } from './not-served.ts'
import { type StoreCall, membersOf, presentMembers } from './store-call.ts'

/**
 * Answers one call of the store; a refusal of a call whose signature held is an answer too. Throws
 * Refusal for a call that is not authentic (or replayed), NotServed for a path or method.
 */
export type AnswerStoreCall = (call: StoreCall, expired: () => boolean) => Promise<Answer>

/** Who decides a call that was verified; of a call that breaks its contract it is a refusal. */
interface Passed extends Pick<StoreOperation, 'decide'> {
  readonly body: unknown
}

/** The contract at the door: finds the operation, has the signature verified, validates. */
export async function createStoreBackend(services: Services): Promise<AnswerStoreCall> {
  const formats = { 'store-time': (text: string) => parseStoreTime(text) !== undefined }
  const backend = await createBackend('seller', formats, {
    handlers: {
      ...mapOperations(({ decide }) => (context: Context): Passed => {
        return { body: context.request.requestBody, decide }
      }),
      unauthorizedHandler: refuseUnauthorized,
      validationFail: refuseInvalid,
      notFound: () => refusePath(404, 'unknown address or path'),
      methodNotAllowed: () => refusePath(405, 'method is not served here'),
    },
    securityHandlers: { basicSignature: verify('basic'), orderSignature: verify('order') },
  })
  return async (call, expired) => {
    const passed = (await backend.handleRequest(requestOf(call), call)) as Passed
    return (await answerCall(verifiedCall(call, passed, expired), passed.decide, services)).answer
  }
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

function verifiedCall(call: StoreCall, { body }: Passed, expired: () => boolean) {
  const { address, family, rawBody, receivedAt, authentic } = call
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
  const results = Object.values(security ?? {}) as ({ error?: unknown } | boolean | undefined)[]
  const thrown = results.map((result) => (typeof result === 'object' ? result.error : undefined))
  throw thrown.find((error) => error !== undefined) ?? new Refusal('000001', 'not authorised')
}

function refuseInvalid({ validation, request }: Context, call: StoreCall): Passed {
  const violation = firstViolation((validation.errors ?? []) as ErrorObject[])
  const broken = new Refusal(
    '000002',
    violation ? explainViolation(violation) : 'call is not valid',
  )
  const refusal = 'refusal' in call.body ? call.body.refusal : broken
  return { body: request.requestBody, decide: () => Promise.reject(refusal) }
}

function refusePath(status: 404 | 405, message: string): never {
  throw new NotServed(status, message)
}
