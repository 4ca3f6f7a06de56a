import { compactSortedDeeply } from '../../../src/crypto/usage-signature.ts'
import { v1BodyText, v1QueryText } from '../../../src/crypto/v1-auth-token.ts'
import type { Parameter } from '../contract-documents.ts'
import type { Interface } from '../interfaces.ts'
import { type SceneContext, requestScenes } from '../scenes.ts'
import type { Proof, Sample } from './sample.ts'
import { readVectorValues } from './vector-proofs.ts'

// The endpoint of the scenes: a product takes its webhooks where it likes.
const webhookAddress = 'https://product.example.com/koogate/events'
const boundary = 'koogate-sample'
const values = readVectorValues()

/** A sample of an interface with its first scene; undefined for a page that a browser opens. */
export function sampleOf(one: Interface, context: SceneContext): Sample | undefined {
  if (isForBrowsers(one)) return undefined
  const [scene] = requestScenes(one, context)
  const value = scene?.example.value
  const [type] = Object.keys(one.operation.requestBody?.content ?? {})
  const address = addressOf(one)
  const isQuery = type === undefined && value !== undefined
  const query = isQuery ? pairsOf(value) : queryOf(one)
  const body = type === undefined ? undefined : bodyOf(type, value, one)
  const headers = [
    ...(type === undefined ? [] : [['content-type', contentTypeFor(type)] as const]),
    ...headersOf(one),
    ...sessionHeadersOf(one),
  ]
  const method = one.method.toUpperCase()
  return {
    method,
    address,
    query: query.toSorted(byName),
    headers,
    body,
    proof: proofOf(one, query, value),
  }
}

/** Whether people see it: its only success is a page, or leads to one. */
export function isForBrowsers({ operation }: Interface): boolean {
  const successes = Object.entries(operation.responses ?? {}).filter(([status]) =>
    /^[23]/.test(status),
  )
  return successes.every(
    ([status, answer]) =>
      status.startsWith('3') || ('content' in answer && 'text/html' in (answer.content ?? {})),
  )
}

/** Where a browser goes, with the parameters that have to be there. */
export function browserAddress(one: Interface): string {
  const { 'x-address': whole } = one.operation
  const query = queryOf(one).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return whole ?? `${addressOf(one)}${query.length === 0 ? '' : `?${query.join('&')}`}`
}

function addressOf({ direction, server, path, parameters }: Interface): string {
  if (direction === 'koogate-product') return webhookAddress
  const filled = path.replace(/\{(\w+)\}/g, (all, name: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name)
    return parameter === undefined ? all : encodeURIComponent(exampleOf(parameter))
  })
  return `${server}${filled}`
}

// What a proof adds is not asked for beside it; the key of a request and the version are shown.
const shownHeaders = ['Idempotency-Key', 'If-Match']

function headersOf({ parameters }: Interface): (readonly [string, string])[] {
  return parameters
    .filter(({ name }) => shownHeaders.includes(name))
    .map((one) => [one.name.toLowerCase(), exampleOf(one)])
}

/** What a browser sends where only a page may ask. */
function sessionHeadersOf({ path, keys: [key] }: Interface): (readonly [string, string])[] {
  if (path !== '/api/v1/session') return []
  const samePage = ['sec-fetch-site', 'same-origin'] as const
  return key === 'managementSession'
    ? [['cookie', `__Host-koogate-session=kgs_${'EXAMPLE-'.repeat(5)}EX0`], samePage]
    : [samePage]
}

const provingQuery = ['timestamp', 'nonce', 'signature', 'authToken', 'parameters']

function queryOf({ parameters }: Interface): (readonly [string, string])[] {
  return parameters
    .filter(({ name, in: place, required }) => {
      return place === 'query' && required === true && !provingQuery.includes(name)
    })
    .map((one) => [one.name, exampleOf(one)])
}

function exampleOf({ example, schema }: Parameter): string {
  const value = example ?? schema.example ?? schema.const ?? schema.enum?.[0] ?? ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function pairsOf(value: unknown): (readonly [string, string])[] {
  const members = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>)
  return members.map(([name, one]) => [name, String(one)])
}

function bodyOf(type: string, value: unknown, one: Interface): string {
  if (typeof value === 'string') return value.trimEnd()
  if (type.startsWith('multipart/')) return partsOf(value)
  if (type.includes('urlencoded'))
    return new URLSearchParams(Object.fromEntries(pairsOf(value))).toString()
  // The bytes of usage are signed in one form only.
  if (one.keys.includes('usageSignature')) return compactSortedDeeply(value)
  return JSON.stringify(value, null, 2)
}

function contentTypeFor(type: string): string {
  return type.startsWith('multipart/') ? `${type}; boundary=${boundary}` : type
}

// The parts of an upload: JSON, and the bytes of a file, which a scene has in base64.
function partsOf(value: unknown): string {
  const members = Object.entries(value as Readonly<Record<string, unknown>>)
  const parts = members.flatMap(([name, part]) => {
    const isFile = typeof part === 'string'
    const file = isFile ? '; filename="license.txt"' : ''
    return [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${name}"${file}`,
      `Content-Type: ${isFile ? 'application/octet-stream' : 'application/json'}`,
      '',
      isFile ? Buffer.from(part, 'base64').toString().trimEnd() : JSON.stringify(part),
    ]
  })
  return [...parts, `--${boundary}--`].join('\n')
}

function proofOf(
  { keys, operation }: Interface,
  query: readonly (readonly [string, string])[],
  value: unknown,
): Proof {
  const [key = ''] = keys
  const { account, v2, kit, v1, usage, webhook } = values
  if (['basicSignature', 'licenseSignature', 'orderSignature'].includes(key))
    return { kind: 'v2-query', ...v2 }
  if (key === 'kitSignature') return { kind: 'kit-v2', ...kit }
  if (key === 'v1AuthToken')
    return { kind: 'v1-query', ...v1, text: v1QueryText(Object.fromEntries(query)) }
  if (key === 'kitV1AuthToken')
    return { kind: 'v1-body', ...v1, text: v1BodyText(value as Readonly<Record<string, unknown>>) }
  if (keys.includes('usageSignature')) return { kind: 'usage', account, ...usage }
  if (key === 'akSkSignature') return { kind: 'ak-sk', account }
  if (key === 'webhookSignature') return { kind: 'webhook', ...webhook }
  if (key === 'managementToken')
    return { kind: 'bearer', token: 'management-token-of-32-characters' }
  if (key === 'userAccessToken') return { kind: 'bearer', token: 'access-token-of-the-user' }
  if (key === '' || key === 'managementSession') return { kind: 'none' }
  throw new Error(`${operation.operationId} is proved by ${key}, of which there is no sample`)
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : Number(one > other)
}
