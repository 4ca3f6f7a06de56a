import type { AnySchemaObject, ErrorObject } from 'ajv'
import {
  type SchemaValidator,
  type ValidatorOptions,
  createSchemaValidator,
} from '../../contract/index.ts'
import { isObject } from '../calls/answer.ts'

/** How an answer departs from the contract, and at which member (`info[0].appInfo.frontEndUrl`). */
export interface SchemaViolation {
  readonly kind: 'missing' | 'too-long' | 'misshapen'
  readonly at: string
  readonly message: string
}

// A number passes for a text and the other way round, as a lenient JSON reader takes them (inferred).
const lenient: ValidatorOptions = {
  allErrors: true,
  coerceTypes: true,
  // oxlint-disable-next-line typescript/no-deprecated -- lengths count in UTF-16 units, as in Java (inferred)
  unicode: false,
  // Which Ajv would say at every start.
  logger: false,
  validateFormats: false,
  verbose: true,
}

const validators = new Map<string | AnySchemaObject, SchemaValidator>()

/**
 * In which of the debugger's checks a value departs from a schema of the seller contract, given by its
 * name or whole. `null` counts as absent, and so does what is empty; unknown members pass.
 */
export function schemaViolations(
  schema: string | AnySchemaObject,
  value: unknown,
): SchemaViolation[] {
  const validate = validators.get(schema) ?? createSchemaValidator('seller', schema, {}, lenient)
  validators.set(schema, validate)
  const found = validate(withoutEmpty(value)).flatMap(deviationOf)
  // Alternatives (anyOf) tell the same once each.
  return [...new Map(found.map((one) => [one.message, one])).values()]
}

function deviationOf(error: ErrorObject): SchemaViolation[] {
  const { keyword, data, params } = error as ErrorObject<string, Record<string, string>>
  const at = placeOf(error.instancePath, params['missingProperty'])
  switch (keyword) {
    case 'required':
      return [{ kind: 'missing', at, message: `${at} is missing` }]
    case 'maxLength': {
      const sizes = `${String(data).length} characters, at most ${params['limit'] ?? ''}`
      return [{ kind: 'too-long', at, message: `${at} has ${sizes} are documented` }]
    }
    case 'type':
      return [{ kind: 'misshapen', at, message: `${at} is not ${nounOf(params['type'])}` }]
    default:
      return []
  }
}

// `/requestBody/info/0/appInfo` and a member of it, as a seller writes it.
function placeOf(pointer: string, member?: string): string {
  const [, , ...names] = pointer.split('/')
  const path = member === undefined ? names : [...names, member]
  return path
    .map((name) => (/^\d+$/.test(name) ? `[${name}]` : `.${name}`))
    .join('')
    .replace(/^\./, '')
}

const nouns: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  number: 'a number',
}

function nounOf(type = ''): string {
  return nouns[type] ?? 'a text'
}

// What is null, an empty text or an empty list is left out of every object.
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (!isObject(value)) return value
  const given = Object.entries(value).filter(([, member]) => !isEmpty(member))
  return Object.fromEntries(given.map(([name, member]) => [name, withoutEmpty(member)]))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
