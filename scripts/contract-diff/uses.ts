import { type Operation, followed, operationsOf, referenceOf } from './contract.ts'
import { type Tree, isTree, listOf, step, tableOf, textsOf, treeOf } from './tree.ts'

/** Where a part of an operation stands: `operation` is what concerns it as a whole. */
export type PartName = 'request' | 'answer' | 'operation'

/** Who meets a component: an operation, in one of its parts, at a member of that part. */
export interface Use {
  /** Method and path; empty for the document as a whole. */
  readonly operation: string
  readonly part: PartName
  /** True for what Koogate calls on the seller's product. */
  readonly isWebhook: boolean
  /** By its path in the part; empty for the part as a whole. */
  readonly member: string
}

/** The uses of each component of a document, by its pointer; of one that nobody uses there are none. */
export type Uses = ReadonlyMap<string, readonly Use[]>

const known = new WeakMap<Tree, Uses>()

/** Follows every operation of a document to the components that it is made of. */
export function usesOf(document: Tree): Uses {
  const uses = known.get(document) ?? find(document)
  known.set(document, uses)
  return uses
}

interface Walk {
  readonly document: Tree
  /** Notes a use; false where it is known already. */
  readonly note: (pointer: string, use: Use) => boolean
}

function find(document: Tree): Uses {
  const uses = new Map<string, Use[]>()
  const seen = new Set<string>()
  const note = (pointer: string, use: Use) => {
    const key = JSON.stringify([pointer, use.operation, use.part])
    if (seen.has(key)) return false
    seen.add(key)
    uses.set(pointer, [...(uses.get(pointer) ?? []), use])
    return true
  }
  for (const operation of operationsOf(document)) walkOperation(operation, { document, note })
  return uses
}

function walkOperation(operation: Operation, walk: Walk): void {
  const { tree, parameters, security } = operation
  const at = (part: PartName) => useIn(operation, part)
  for (const name of security.flatMap((way) => Object.keys(way))) {
    walk.note(`/components/securitySchemes${step(name)}`, at('operation'))
  }
  for (const one of parameters) walkParameter(one, at('request'), walk)
  if (tree['requestBody'] !== undefined) walkMessage(tree['requestBody'], at('request'), walk)
  for (const [, answer] of tableOf(tree['responses'])) walkMessage(answer, at('answer'), walk)
}

/** An operation's own use of one of its parts. */
export function useIn({ name, isWebhook }: Operation, part: PartName, member = ''): Use {
  return { operation: name, part, isWebhook, member }
}

// Returns what the reference leads to; undefined if it was there before.
function entered(tree: Tree, use: Use, { document, note }: Walk): Tree | undefined {
  const reference = referenceOf(tree)
  if (reference === undefined) return tree
  return note(reference, use) ? followed(tree, document) : undefined
}

function walkParameter(reference: Tree, use: Use, walk: Walk): void {
  const { name } = followed(reference, walk.document)
  const at = { ...use, member: memberOf(followed(reference, walk.document), String(name)) }
  const parameter = entered(reference, at, walk)
  if (parameter !== undefined) walkValue(parameter, at, walk)
}

/** A query that is one object has members of its own, and none of the parameter's name. */
export function memberOf(parameter: Tree, name: string): string {
  return parameter['explode'] === true ? '' : name
}

function walkMessage(reference: unknown, use: Use, walk: Walk): void {
  const message = entered(treeOf(reference), use, walk)
  for (const [name, header] of tableOf(message?.['headers'])) {
    const at = { ...use, member: name }
    const followedHeader = entered(header, at, walk)
    if (followedHeader !== undefined) walkValue(followedHeader, at, walk)
  }
  for (const [, media] of tableOf(message?.['content'])) walkValue(media, use, walk)
}

function walkValue(tree: Tree, use: Use, walk: Walk): void {
  walkSchema(tree['schema'], use, walk)
  for (const [, media] of tableOf(tree['content'])) walkSchema(media['schema'], use, walk)
  for (const [, example] of tableOf(tree['examples'])) entered(example, use, walk)
}

const same = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'contentSchema'] as const
const others = [
  'additionalProperties',
  'propertyNames',
  'contains',
  'unevaluatedProperties',
] as const

function walkSchema(value: unknown, use: Use, walk: Walk): void {
  if (!isTree(value)) return
  const schema = entered(value, use, walk)
  if (schema === undefined) return
  const at = (suffix: string) => ({ ...use, member: joined(use.member, suffix) })
  for (const keyword of same) {
    for (const part of listOf(schema[keyword]).filter(isTree)) {
      walkSchema(part, at(tagOf(part, schema, walk.document) ?? ''), walk)
    }
  }
  for (const [name, inner] of Object.entries(treeOf(schema['properties']))) {
    walkSchema(inner, at(name), walk)
  }
  for (const keyword of ['patternProperties', 'dependentSchemas', '$defs']) {
    for (const inner of Object.values(treeOf(schema[keyword]))) walkSchema(inner, at('*'), walk)
  }
  for (const keyword of others) walkSchema(schema[keyword], at('*'), walk)
  walkSchema(schema['items'], at('[]'), walk)
  for (const inner of listOf(schema['prefixItems'])) walkSchema(inner, at('[]'), walk)
}

/** The constant that tells an alternative from the others; undefined where nothing does. */
export function tagOf(alternative: Tree, schema: Tree, document: Tree): string | undefined {
  const { discriminator } = schema
  if (!isTree(discriminator)) return undefined
  const { properties } = followed(alternative, document)
  const tag = treeOf(treeOf(properties)[String(discriminator['propertyName'])])
  const [value] = textsOf(tag['const'])
  return value
}

/** A member below another. */
export function joined(member: string, suffix: string): string {
  const dot = member === '' || suffix === '' || suffix.startsWith('[') ? '' : '.'
  return member + dot + suffix
}
