import { readDocument } from './index.ts'
import { referred } from './referred.ts'
import { retrySchema, type Retry } from './retry.ts'

/** A call that the store makes, and how it is repeated. */
export interface RepeatedCall {
  readonly operationId: string
  /** As the request names it, or for the kit as the end of the path does. */
  readonly activity: string
  readonly retry: Retry
}

interface Node {
  readonly $ref?: string
  readonly schema?: Node
  readonly content?: Readonly<Record<string, { readonly schema?: Node }>>
  readonly oneOf?: readonly Node[]
  readonly properties?: Readonly<Record<string, { readonly const?: string }>>
  readonly 'x-retry'?: unknown
}

interface Operation extends Node {
  readonly operationId: string
  readonly parameters?: readonly Node[]
  readonly requestBody?: Node
}

/** Every call of the seller contract in its order. Throws for one that does not say how it is repeated. */
export function storeRetries(document: object = readDocument('seller')): readonly RepeatedCall[] {
  const { paths = {} } = document as { paths?: Record<string, Record<string, unknown>> }
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item)
      .filter(isOperation)
      .flatMap((operation) => callsOf(operation, path, document)),
  )
}

let known: ReadonlyMap<string, Retry> | undefined

/** How the store repeats its calls, by operation and activity as `saasV2 newInstance`; read once in a process. */
export function knownRetries(): ReadonlyMap<string, Retry> {
  known ??= new Map(
    storeRetries().map(({ operationId, activity, retry }) => [`${operationId} ${activity}`, retry]),
  )
  return known
}

function isOperation(member: unknown): member is Operation {
  return typeof member === 'object' && member !== null && 'operationId' in member
}

function callsOf(operation: Operation, path: string, document: object): RepeatedCall[] {
  const requests = requestsOf(operation, document)
  const variants = requests.flatMap(({ oneOf = [] }) => oneOf.map((one) => followed(one, document)))
  const called = (activity: string | undefined, retry: unknown) => ({
    operationId: operation.operationId,
    activity: activity ?? path.slice(path.lastIndexOf('/') + 1),
    retry: retrySchema.parse(retry),
  })
  return variants.length === 0
    ? [called(requests.map(activityOf).find(Boolean), operation['x-retry'])]
    : variants.map((variant) => called(activityOf(variant), variant['x-retry']))
}

function activityOf({ properties }: Node): string | undefined {
  return properties?.['activity']?.const
}

// In the body, or in the query read as one object.
function requestsOf({ parameters = [], requestBody = {} }: Operation, document: object): Node[] {
  const follow = (node: Node) => followed(node, document)
  const media = Object.values(follow(requestBody).content ?? {})
  return [...parameters.map(follow), ...media].map(({ schema = {} }) => follow(schema))
}

// What stands beside a reference counts before what it leads to.
function followed({ $ref, ...beside }: Node, document: object): Node {
  if ($ref === undefined) return beside
  const target = referred(document, $ref) as Node
  return followed({ ...target, ...beside }, document)
}
