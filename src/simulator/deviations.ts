import { z } from 'zod'
import { readDocument } from '../contract.ts'
import { isObject, textOf } from './answer.ts'

/** How an answer departs from the contract, and at which member (`info[0].appInfo.frontEndUrl`). */
export interface Deviation {
  readonly kind: 'missing' | 'too-long' | 'misshapen'
  readonly at: string
  readonly message: string
}

// What is judged of a schema: members that must be there, lengths, lists and objects.
const Schema = z.object({
  $ref: z.string().optional(),
  maxLength: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), Schema).optional()
  },
  get items() {
    return Schema.optional()
  },
})
type Schema = z.infer<typeof Schema>

const { schemas } = z
  .object({ schemas: z.record(z.string(), Schema) })
  .parse(readDocument('seller').components)

/**
 * Everything in which a value departs from a schema of the seller contract. `null` counts as absent,
 * and a mandatory member that is empty too; unknown members pass.
 */
export function deviationsFrom(schemaName: string, value: unknown): Deviation[] {
  return compare(value, schemaNamed(schemaName), '')
}

function schemaNamed(name: string): Schema {
  const schema = schemas[name]
  if (schema === undefined) throw new Error(`the contract has no schema ${name}`)
  return schema
}

function compare(value: unknown, schema: Schema, at: string): Deviation[] {
  const { $ref, items, properties, maxLength = Infinity } = schema
  if (value === undefined || value === null) return []
  if ($ref !== undefined) return compare(value, schemaNamed($ref.split('/').at(-1) ?? ''), at)
  if (items !== undefined) return compareList(value, items, at)
  if (properties !== undefined) return compareObject(value, schema, at)
  const text = textOf(value)
  if (text === undefined) return [{ kind: 'misshapen', at, message: `${at} is not a text` }]
  if (text.length <= maxLength) return []
  const message = `${at} has ${text.length} characters, at most ${maxLength} are documented`
  return [{ kind: 'too-long', at, message }]
}

function compareList(value: unknown, items: Schema, at: string): Deviation[] {
  if (!Array.isArray(value)) return [{ kind: 'misshapen', at, message: `${at} is not a list` }]
  return value.flatMap((item, index) => compare(item ?? {}, items, `${at}[${index}]`))
}

function compareObject(value: unknown, schema: Schema, at: string): Deviation[] {
  if (!isObject(value)) return [{ kind: 'misshapen', at, message: `${at} is not an object` }]
  const place = (name: string) => (at === '' ? name : `${at}.${name}`)
  const absent = (schema.required ?? []).filter((name) => isAbsent(value[name]))
  const members = Object.entries(schema.properties ?? {})
  return [
    ...absent.map((name) => missing(place(name))),
    ...members.flatMap(([name, member]) => compare(value[name], member, place(name))),
  ]
}

function missing(at: string): Deviation {
  return { kind: 'missing', at, message: `${at} is missing` }
}

/** True for what counts as not given. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
