import type { Document, Operation } from 'openapi-backend'
import { readDocument } from './document.ts'
import { referred } from './referred.ts'

/** The names of all parameters and members of the store's calls that bear one of these signatures. */
export function namesSignedWith(signatures: readonly string[]): ReadonlySet<string> {
  const document = readDocument('seller')
  const operations = Object.values(document.paths ?? {})
    .flatMap((path) => Object.values(path ?? {}) as Operation[])
    .filter(({ security = [] }) => security.some((one) => signatures.some((name) => name in one)))
  return new Set(operations.flatMap((operation) => namesIn(operation, document)))
}

/** What leads from an operation to the properties of its query and its body. */
const steps = [
  ...['parameters', 'requestBody', 'content', 'application/json', 'schema'],
  ...['oneOf', 'anyOf', 'allOf'],
]

// The names of the value itself, not of what is nested in it.
function namesIn(part: unknown, document: Document): string[] {
  if (Array.isArray(part)) return part.flatMap((one) => namesIn(one, document))
  if (!isObject(part)) return []
  const { $ref, properties = {} } = part
  const below = steps.map((step) => part[step])
  if (typeof $ref === 'string') below.push(referred(document, $ref))
  return [...Object.keys(properties as object), ...namesIn(below, document)]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
