import { followed, nameAt, referenceOf } from './contract.ts'
import { type Tree, isTree, listOf, textsOf, treesOf } from './tree.ts'
import { tagOf } from './uses.ts'

const lists = ['oneOf', 'anyOf'] as const

/**
 * The alternatives of a schema by the constant that tells them apart, or else by the name of their
 * component, title or type. Undefined where it has none, or where they are nothing but constants.
 */
export function alternativesOf(
  schema: Tree,
  document: Tree,
): ReadonlyMap<string, Tree> | undefined {
  const list = lists.find((name) => schema[name] !== undefined)
  if (list === undefined || constantsOf(schema) !== undefined) return undefined
  return new Map(
    treesOf(schema[list]).map((alternative, at) => [
      tagOf(alternative, schema, document) ?? formName(alternative, document) ?? String(at),
      alternative,
    ]),
  )
}

/** What a schema is called among alternatives. */
export function formName(schema: Tree, document: Tree): string | undefined {
  const reference = referenceOf(schema)
  if (reference !== undefined) return nameAt(reference)
  const { title, type } = followed(schema, document)
  if (typeof title === 'string') return title
  return type === undefined ? undefined : textsOf(type).join(' or ')
}

/** Nothing stands beside the alternatives but words: the schema is one of them and no more. */
export function isAlternativesOnly(schema: Tree): boolean {
  const beside = new Set(['oneOf', 'anyOf', 'discriminator', 'title', 'description', 'x-zh'])
  return Object.keys(schema).every((name) => beside.has(name) || name.startsWith('example'))
}

/** The only values that a schema lets through, as a list, one constant, or alternatives of these. */
export function valuesOf(schema: Tree): readonly unknown[] | undefined {
  if (Array.isArray(schema['enum'])) return schema['enum'] as unknown[]
  if ('const' in schema) return [schema['const']]
  return constantsOf(schema)
}

const constantKeywords = new Set(['type', 'const', 'enum', 'title', 'description', 'x-zh'])

function constantsOf(schema: Tree): readonly unknown[] | undefined {
  const parts = lists.flatMap((name) => listOf(schema[name]))
  const isConstant = (part: unknown) =>
    isTree(part) &&
    ('const' in part || 'enum' in part) &&
    Object.keys(part).every((name) => constantKeywords.has(name))
  if (parts.length === 0 || !parts.every(isConstant)) return undefined
  return treesOf(parts).flatMap((part) => valuesOf(part) ?? [])
}

/** The types that a schema lets through; undefined for any. */
export function typesOf(schema: Tree): readonly string[] | undefined {
  if (schema['type'] !== undefined) return textsOf(schema['type'])
  const values = valuesOf(schema)
  return values && [...new Set(values.map(typeOf))]
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}
