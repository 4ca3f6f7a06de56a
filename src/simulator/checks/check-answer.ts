import type { SellerSchemas } from '../../contract/index.ts'
import { bodyOf, readAnswer } from '../calls/answer.ts'
import { schemaViolations, type SchemaViolation } from './schema-violations.ts'
import { endpointOf } from '../calls/endpoints.ts'
import { absentFromSuccess } from './mandatory.ts'
import type { CallName } from '../calls/result-codes.ts'
import { timeoutMs, type HttpResult } from '../calls/sender.ts'
import { bodySignFaults } from './signed-answer.ts'

/**
 * What was asked: `key` signed the call, `accepts` are the result codes that are fine, `withinMs` is
 * the time to answer.
 */
export interface CheckedCall extends CallName {
  readonly key: string
  readonly accepts: readonly string[]
  readonly withinMs?: number
}

/** One thing that is wrong with an answer. */
export interface Fault {
  readonly check: Check
  readonly message: string
}

export interface Verdict {
  readonly passed: boolean
  readonly faults: readonly Fault[]
}

type Find = (http: HttpResult, call: CheckedCall) => readonly string[]

// Source: FAQs access_topic_0000008 (V2) and zh-cn_topic_0070649300 (V1, lengths).
const checks = [
  ['DBG-1', unreachable],
  ['DBG-2', late],
  ['DBG-3', otherThan200],
  ['DBG-4', otherThanJson],
  ['DBG-5', unreadable],
  ['DBG-6', unaccepted],
  ['DBG-7', absent],
  ['DBG-8', tooLong],
  ['DBG-9', unsigned],
] as const satisfies readonly (readonly [string, Find])[]

/** A check of the store's debugger; the table is in its order. */
export type Check = (typeof checks)[number][0]

/** Checks an answer as the store's debugger does, and reports every fault at once. */
export function checkAnswer(http: HttpResult, call: CheckedCall): Verdict {
  const faults = checks.flatMap(([check, find]) =>
    find(http, call).map((message) => ({ check, message })),
  )
  return { passed: faults.length === 0, faults }
}

function unreachable(http: HttpResult): string[] {
  return http.kind === 'unreachable' ? [`not reachable: ${http.reason}`] : []
}

function late(http: HttpResult, { withinMs = timeoutMs }: CheckedCall): string[] {
  const inTime = http.kind !== 'silence' && http.milliseconds <= withinMs
  return inTime ? [] : [`no answer within ${withinMs / 1000} s (the store's debugger waits 20 s)`]
}

function otherThan200(http: HttpResult): string[] {
  const right = http.kind !== 'answer' || http.status === 200
  return right ? [] : [`HTTP status is ${http.status}, not 200`]
}

function otherThanJson(http: HttpResult): string[] {
  if (http.kind !== 'answer' || isJson(http.contentType)) return []
  return [`Content-Type is ${http.contentType || 'missing'}, not application/json`]
}

function isJson(contentType: string): boolean {
  return contentType.split(';')[0]?.trim().toLowerCase() === 'application/json'
}

function unreadable(http: HttpResult, call: CheckedCall): string[] {
  if (http.kind !== 'answer') return []
  const body = bodyOf(http)
  if (body === undefined) return ['the body is not a JSON object']
  const lacking = envelope.filter((name) => body[name] === undefined || body[name] === null)
  return [
    ...lacking.map((name) => `${name} is missing`),
    ...violations(http, call, 'misshapen').map(({ message }) => message),
  ]
}

function unaccepted(http: HttpResult, { accepts }: CheckedCall): string[] {
  const { resultCode } = readAnswer(http)
  if (resultCode === undefined || accepts.includes(resultCode)) return []
  return [`resultCode is ${resultCode}, not ${accepts.join(' or ')}`]
}

function absent(http: HttpResult, call: CheckedCall): string[] {
  const given = violations(http, call, 'missing').map(({ at }) => at)
  const below = given.filter((at) => !envelope.some((name) => name === at))
  const places = [...absentFromSuccess(http, call), ...below]
  return places.map((at) => `${at} is missing`)
}

function tooLong(http: HttpResult, call: CheckedCall): string[] {
  return violations(http, call, 'too-long').map(({ message }) => message)
}

function unsigned(http: HttpResult, { generation, key }: CheckedCall): readonly string[] {
  const isWanted = http.kind === 'answer' && endpointOf(generation).isAnswerSigned
  return isWanted ? bodySignFaults(http, key) : []
}

type Schemas = SellerSchemas
const envelope = ['resultCode', 'resultMsg'] as const satisfies (keyof Schemas['Result'])[]

// Three checks look at the same: an answer is held against the contract once.
const known = new WeakMap<HttpResult, SchemaViolation[]>()

function violations(
  http: HttpResult,
  { generation }: CheckedCall,
  kind: SchemaViolation['kind'],
): SchemaViolation[] {
  const all = known.get(http) ?? schemaViolations(endpointOf(generation).answer, bodyOf(http))
  known.set(http, all)
  return all.filter((one) => one.kind === kind)
}
