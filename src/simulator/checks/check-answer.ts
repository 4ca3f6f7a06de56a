import type { SellerSchemas } from '../../contract/index.ts'
import { bodyOf, readAnswer } from '../calls/answer.ts'
import { deviationsFrom, type Deviation } from './schema-violations.ts'
import { doorOf } from '../calls/endpoints.ts'
import { absentFromSuccess } from './mandatory.ts'
import type { Asking } from '../calls/result-codes.ts'
import { patienceMs, type Came } from '../calls/sender.ts'
import { bodySignFaults } from './signed-answer.ts'

/**
 * What was asked: `key` signed the call, `accepts` are the result codes that are fine, `withinMs` is
 * the time to answer.
 */
export interface Asked extends Asking {
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

type Find = (came: Came, asked: Asked) => readonly string[]

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

/** Judges what came as the store's debugger does, and tells every fault at once. */
export function judge(came: Came, asked: Asked): Verdict {
  const faults = checks.flatMap(([check, find]) =>
    find(came, asked).map((message) => ({ check, message })),
  )
  return { passed: faults.length === 0, faults }
}

function unreachable(came: Came): string[] {
  return came.kind === 'unreachable' ? [`not reachable: ${came.reason}`] : []
}

function late(came: Came, { withinMs = patienceMs }: Asked): string[] {
  const inTime = came.kind !== 'silence' && came.milliseconds <= withinMs
  return inTime ? [] : [`no answer within ${withinMs / 1000} s (the store's debugger waits 20 s)`]
}

function otherThan200(came: Came): string[] {
  const right = came.kind !== 'answer' || came.status === 200
  return right ? [] : [`HTTP status is ${came.status}, not 200`]
}

function otherThanJson(came: Came): string[] {
  if (came.kind !== 'answer' || isJson(came.contentType)) return []
  return [`Content-Type is ${came.contentType || 'missing'}, not application/json`]
}

function isJson(contentType: string): boolean {
  return contentType.split(';')[0]?.trim().toLowerCase() === 'application/json'
}

function unreadable(came: Came, asked: Asked): string[] {
  if (came.kind !== 'answer') return []
  const body = bodyOf(came)
  if (body === undefined) return ['the body is not a JSON object']
  const lacking = envelope.filter((name) => body[name] === undefined || body[name] === null)
  return [
    ...lacking.map((name) => `${name} is missing`),
    ...deviations(came, asked, 'misshapen').map(({ message }) => message),
  ]
}

function unaccepted(came: Came, { accepts }: Asked): string[] {
  const { resultCode } = readAnswer(came)
  if (resultCode === undefined || accepts.includes(resultCode)) return []
  return [`resultCode is ${resultCode}, not ${accepts.join(' or ')}`]
}

function absent(came: Came, asked: Asked): string[] {
  const given = deviations(came, asked, 'missing').map(({ at }) => at)
  const below = given.filter((at) => !envelope.some((name) => name === at))
  const places = [...absentFromSuccess(came, asked), ...below]
  return places.map((at) => `${at} is missing`)
}

function tooLong(came: Came, asked: Asked): string[] {
  return deviations(came, asked, 'too-long').map(({ message }) => message)
}

function unsigned(came: Came, { generation, key }: Asked): readonly string[] {
  const isWanted = came.kind === 'answer' && doorOf(generation).isAnswerSigned
  return isWanted ? bodySignFaults(came, key) : []
}

type Schemas = SellerSchemas
const envelope = ['resultCode', 'resultMsg'] as const satisfies (keyof Schemas['Result'])[]

function deviations(came: Came, { generation }: Asked, kind: Deviation['kind']): Deviation[] {
  const schema = doorOf(generation).answer
  return deviationsFrom(schema, bodyOf(came)).filter((one) => one.kind === kind)
}
