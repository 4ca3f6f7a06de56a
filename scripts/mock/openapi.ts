import { type ContractDocument, readDocument } from '../../src/contract/index.ts'

/** The parts of a schema that the mock reads. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema?: Schema
  readonly example?: unknown
}

export interface Media {
  readonly schema?: Schema
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

export interface Response {
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, Media>>
}

export interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, Response>>
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
type Method = (typeof methods)[number]

/** An operation and where it is. */
export interface PlacedOperation extends Operation {
  readonly method: Method
  readonly path: string
}

export function isMethod(name: string): name is Method {
  return (methods as readonly string[]).includes(name)
}

type PathItem = Partial<Record<Method, Operation>> & { readonly parameters?: readonly Parameter[] }

/** Every operation of a document, with the parameters of its path, all references followed. */
export function openOperations(document: ContractDocument): PlacedOperation[] {
  const { paths } = linked(readDocument(document)) as { paths: Readonly<Record<string, PathItem>> }
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      if (operation === undefined) return []
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
      return [{ ...operation, parameters, method, path }]
    }),
  )
}

// A reference becomes what it leads to: an object in two places, in a circle where a schema has one.
function linked(document: object): unknown {
  const target = (node: object): object => {
    const { $ref } = node as { readonly $ref?: unknown }
    if (typeof $ref !== 'string') return node
    const names = $ref.slice(2).split('/')
    return target(names.reduce<object>((at, name) => memberOf(at, name), document))
  }
  const link = (node: object): void => {
    for (const [name, member] of Object.entries(node) as [string, unknown][]) {
      if (typeof member !== 'object' || member === null) continue
      const led = target(member)
      if (led === member) link(member)
      else Object.assign(node, { [name]: led })
    }
  }
  link(document)
  return document
}

function memberOf(node: object, escaped: string): object {
  const name = escaped.replaceAll('~1', '/').replaceAll('~0', '~')
  const member: unknown = (node as Readonly<Record<string, unknown>>)[name]
  if (typeof member !== 'object' || member === null) throw new Error(`the contract has no ${name}`)
  return member
}

/** The members of an object's schema by name, those of its parts too. */
export function membersOf(schema: Schema = {}): Readonly<Record<string, Schema>> {
  const { properties = {}, allOf = [], oneOf = [], anyOf = [] } = schema
  return Object.assign({}, ...[...allOf, ...oneOf, ...anyOf].map(membersOf), properties) as Record<
    string,
    Schema
  >
}

/** The names of the members that an object's schema, or a part that always holds, wants. */
export function requiredOf({ required = [], allOf = [] }: Schema = {}): readonly string[] {
  return [...required, ...allOf.flatMap(requiredOf)]
}

export function admits({ type, oneOf = [], anyOf = [] }: Schema, name: string): boolean {
  const own = typeof type === 'string' ? [type] : (type ?? [])
  return own.includes(name) || [...oneOf, ...anyOf].some((part) => admits(part, name))
}

/** The JSON that an operation answers with success, if it does. */
export function successOf({ responses }: Operation): Media | undefined {
  return responses['200']?.content?.['application/json']
}

/** The JSON that an operation takes, if it does. */
export function bodyOf({ requestBody }: Operation): Schema {
  return requestBody?.content['application/json']?.schema ?? {}
}
