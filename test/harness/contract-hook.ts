import { expect } from 'vitest'
import type { ContractDocument } from '../../src/contract/index.ts'
import { type ContractSchemas, type Part, isObject, openSchemas } from './contract-schemas.ts'
import { secrets } from './service.ts'

/** An answer of the service; `body` has the members of a JSON object, and none for anything else. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What was asked: the method, and the target with its query. */
export interface Asked {
  readonly method: string
  readonly target: string
}

/**
 * Sends a request to a service and holds the answer against the contract. The one way in which tests
 * speak to a service, so that no answer of any test goes unjudged.
 */
export async function sendTo(
  service: { readonly url: string },
  target: string,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await fetch(service.url + target, init)
  const answer = answerOf(response, await response.text())
  expectContract({ method: init.method ?? 'GET', target }, answer)
  return answer
}

/** A `fetch` that holds every answer of a service against the contract. */
export async function heldFetch(request: Request): Promise<Response> {
  const { method, url } = request
  const response = await fetch(request)
  const answer = answerOf(response, await response.clone().text())
  expectContract({ method, target: new URL(url).pathname }, answer)
  return response
}

/** Sends a request to a store (the simulator's) and holds the answer against the store contract. */
export async function sendToStore(url: URL, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init)
  const answer = answerOf(response, await response.text())
  const asked = { method: init.method ?? 'GET', target: url.pathname }
  expect(violationsOf('store', asked, answer), answer.text).toEqual([])
  return answer
}

/** An answer with its body read. */
export function answerOf({ status, headers }: Pick<Response, 'status' | 'headers'>, text: string) {
  return { status, headers, text, body: membersOf(text) }
}

/** Fails unless the answer is one that the contract has for what was asked. */
export function expectContract(asked: Asked, answer: Answer): void {
  const path = plainPath(asked.target.split('?', 1)[0] ?? '')
  if (/^\/docs(\/|$)/.test(path)) return
  const isManaged = /^\/(api\/v1|health|metrics)(\/|$)/.test(path) || isPage.test(path)
  const document = isManaged ? 'management' : 'seller'
  expect(violationsOf(document, { ...asked, target: path }, answer), answer.text).toEqual([])
  if (!isManaged) expectStoreForm(answer)
  else if (path.startsWith('/api/')) expectPrivateForm(answer)
}

// What browsers open.
const isPage =
  /^\/(welcome\/[^/]+|sso\/(jwks\.json|[^/]+\/(login|callback|confirm|logout|signed-out)))$/

// As it would be written: the service does not mind a slash too many.
function plainPath(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
}

// In ASCII, with the store's content type, and no longer than the store reads.
function expectStoreForm({ headers, text, body }: Answer): void {
  expect(headers.get('content-type')).toBe('application/json')
  expect(text).toMatch(/^[\x20-\x7e]*$/)
  expect(JSON.stringify(body['resultMsg']).length).toBeLessThanOrEqual(257)
  expect(body['resultMsg'], 'says why').not.toBe('')
}

// What is written for an operator says something.
const emptySentence = /"(attention|detail|lastError|reason|text|title)":""/

function expectPrivateForm({ status, headers, text, body }: Answer): void {
  expect(headers.get('cache-control')).toBe('no-store')
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(text).not.toMatch(emptySentence)
  if (status >= 400) expect(body['status']).toBe(status)
}

/** Every way in which an answer departs from a document; `target` is without its query. */
export function violationsOf(
  name: ContractDocument,
  asked: Asked,
  answer: Answer,
): readonly string[] {
  const contract = contractOf(name)
  const operation = operationOf(contract, asked)
  if (operation === undefined) return outsideViolations(name, contract, answer)
  const response = responseOf(contract.schemas, operation, answer.status)
  if (response === undefined) return [`${answer.status} is no status of ${operation.pointer}`]
  return [
    ...bodyViolations(contract.schemas, response, answer),
    ...headerViolations(contract.schemas, response, answer.headers),
  ]
}

// Nothing is served there: the envelope of the store, or the problem of the management API.
const outside = {
  seller: { type: 'application/json', schema: 'Result' },
  management: { type: 'application/problem+json', schema: 'Problem' },
  store: { type: 'application/json', schema: 'GatewayError' },
  simulator: { type: 'application/problem+json', schema: 'StoreProblem' },
} as const

function outsideViolations(
  name: ContractDocument,
  { schemas }: Contract,
  answer: Answer,
): readonly string[] {
  const { type, schema } = outside[name]
  if (answer.status < 400) return [`${answer.status} where nothing is served`]
  if (typeOf(answer) !== type) return [`content type ${typeOf(answer)}, not ${type}`]
  return schemas.violations(`/components/schemas/${schema}`, answer.body)
}

function bodyViolations(
  schemas: ContractSchemas,
  response: Part,
  answer: Answer,
): readonly string[] {
  const type = typeOf(answer)
  const media = schemas.below(response, 'content', type)
  if (media === undefined) {
    return isObject(response.node['content']) || answer.text !== ''
      ? [`content type ${type} at ${response.pointer}`]
      : []
  }
  const value: unknown = type.endsWith('json') ? JSON.parse(answer.text) : answer.text
  return schemas.violations(`${media.pointer}/schema`, value)
}

function headerViolations(
  schemas: ContractSchemas,
  response: Part,
  given: Headers,
): readonly string[] {
  const names = Object.keys(response.node['headers'] ?? {})
  return names.flatMap((name) => {
    const header = schemas.below(response, 'headers', name)
    const value = given.get(name)
    if (value === null) return header?.node['required'] === true ? [`${name} is missing`] : []
    return schemas.violations(`${header?.pointer ?? ''}/schema`, value)
  })
}

function responseOf(schemas: ContractSchemas, operation: Part, status: number): Part | undefined {
  const names = [String(status), `${String(status)[0] ?? ''}XX`, 'default']
  return names.map((name) => schemas.below(operation, 'responses', name)).find(Boolean)
}

interface Contract {
  readonly schemas: ContractSchemas
  readonly paths: readonly { readonly pattern: RegExp; readonly part: Part }[]
}

const contracts = new Map<ContractDocument, Contract>()

function contractOf(name: ContractDocument): Contract {
  const opened = contracts.get(name) ?? openContract(name)
  contracts.set(name, opened)
  return opened
}

function openContract(name: ContractDocument): Contract {
  const schemas = openSchemas(name)
  const all = schemas.part('/paths')
  if (all === undefined) throw new Error(`${name} has no paths`)
  const paths = Object.keys(all.node).flatMap((template) => {
    const part = schemas.below(all, template)
    if (part === undefined) return []
    return [{ pattern: patternOf(template, wordsOf(part, schemas)), part }]
  })
  return { schemas, paths }
}

function patternOf(template: string, words: ReadonlyMap<unknown, string>): RegExp {
  const text = template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, (_all, name: string) => {
    return words.get(name) ?? '[^/]+'
  })
  return new RegExp(`^${text}/?$`)
}

// A parameter with an enumeration takes its words alone: another one is a path that is not served.
function wordsOf(path: Part, schemas: ContractSchemas): ReadonlyMap<unknown, string> {
  const places = Object.keys(path.node['parameters'] ?? [])
  const parameters = places.map((place) => schemas.below(path, 'parameters', place))
  return new Map(
    parameters.flatMap((parameter) => {
      const schema = parameter && schemas.below(parameter, 'schema')
      const words = schema?.node['enum'] as readonly string[] | undefined
      return words === undefined ? [] : [[parameter?.node['name'], `(?:${words.join('|')})`]]
    }),
  )
}

function operationOf({ schemas, paths }: Contract, { method, target }: Asked): Part | undefined {
  const path = paths.find(({ pattern }) => pattern.test(target))
  return path && schemas.below(path.part, method.toLowerCase())
}

function typeOf({ headers }: Answer): string {
  return (headers.get('content-type') ?? 'none').split(';', 1)[0]?.trim() ?? 'none'
}

function membersOf(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? parsed : {}
  } catch {
    return {}
  }
}
