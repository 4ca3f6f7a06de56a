import { isObject, textOf } from '../calls/answer.ts'
import type { KeyType } from '../calls/access-keys.ts'

/** A request as it passed: the target is what stands in its first line, names of headers are lower case. */
export interface PassingRequest {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Where a call of the store carries its signature, which tells its interfaces apart. */
export type Scheme = 'V2' | 'V1' | 'kit V2' | 'kit V1'

/** The keys that a call of a scheme may be signed with; the store binds one to each interface type. */
export const keyTypes: Readonly<Record<Scheme, readonly KeyType[]>> = {
  V2: ['basic', 'license', 'order'],
  V1: ['v1'],
  'kit V2': ['kit'],
  'kit V1': ['v1'],
}

/** A call of the store, as its form tells; which path a seller has for it nobody knows. */
export interface RecognisedCall {
  readonly scheme: Scheme
  readonly activity: string
  readonly members: Readonly<Record<string, unknown>>
}

/** Recognises a call of the store; undefined for any other request. */
export function recognise(request: PassingRequest): RecognisedCall | undefined {
  const scheme = schemeOf(request)
  if (scheme === undefined) return undefined
  const members = scheme === 'V1' ? queryOf(request) : jsonOf(request.body)
  const inPath = /\/produceAPI\/(?:v2\/)?(\w+)$/.exec(pathOf(request))?.[1]
  return { scheme, activity: inPath ?? textOf(members['activity']) ?? '?', members }
}

function schemeOf(request: PassingRequest): Scheme | undefined {
  const { method, headers } = request
  const query = parametersOf(request)
  if (method === 'GET') return query.has('activity') ? 'V1' : undefined
  if (method !== 'POST') return undefined
  const path = pathOf(request)
  if (headers['x-sign'] !== undefined || /\/produceAPI\/v2\/\w+$/.test(path)) return 'kit V2'
  if (headers['authtoken'] !== undefined || /\/produceAPI\/\w+$/.test(path)) return 'kit V1'
  const isNamed = textOf(jsonOf(request.body)['activity']) !== undefined
  return query.has('signature') || isNamed ? 'V2' : undefined
}

function queryOf(request: PassingRequest): Readonly<Record<string, unknown>> {
  const { authToken: _token, ...members } = Object.fromEntries(parametersOf(request))
  return members
}

function jsonOf(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body.toString())
    return isObject(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

/** The parameters of a request's query. */
export function parametersOf({ target }: PassingRequest): URLSearchParams {
  return new URLSearchParams(rawQueryOf(target))
}

/** What stands behind the question mark, as it came. */
export function rawQueryOf(target: string): string {
  const mark = target.indexOf('?')
  return mark < 0 ? '' : target.slice(mark + 1)
}

function pathOf({ target }: PassingRequest): string {
  return target.split('?', 1)[0] ?? ''
}
