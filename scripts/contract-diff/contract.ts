/** The documents of the contract, in the order the report tells of them. */
export const documentNames = ['seller', 'store', 'management'] as const
export type DocumentName = (typeof documentNames)[number]

/** The parts of a schema that are compared. */
export interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: boolean | Schema
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly discriminator?: { readonly propertyName: string }
  readonly 'x-extensible'?: boolean
  readonly 'x-repeat'?: string
  readonly 'x-retry'?: unknown
}

export interface Media {
  readonly schema?: Schema
}

export interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly explode?: boolean
  readonly schema?: Schema
}

/** A request body or a response. */
export interface Message {
  readonly $ref?: string
  readonly required?: boolean
  readonly content?: Readonly<Record<string, Media>>
  readonly headers?: Readonly<Record<string, Omit<Parameter, 'name' | 'in'>>>
}

export interface Operation {
  readonly deprecated?: boolean
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Message
  readonly responses?: Readonly<Record<string, Message>>
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly 'x-repeat'?: string
  readonly 'x-retry'?: unknown
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

export function isMethod(name: string): name is Method {
  return (methods as readonly string[]).includes(name)
}

export type PathItem = Readonly<Partial<Record<Method, Operation>>> & {
  readonly parameters?: readonly Parameter[]
}

/** A bundled document, as far as it is compared. */
export interface Contract {
  readonly info: { readonly version: string; readonly 'x-additive'?: boolean }
  readonly security?: Operation['security']
  readonly paths?: Readonly<Record<string, PathItem>>
  readonly webhooks?: Readonly<Record<string, PathItem>>
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** The documents of one version; one that it does not have is left out. */
export type Edition = Readonly<Partial<Record<DocumentName, Contract>>>

/** Follows references; what stands beside one counts before what it leads to. Throws for a dangling one. */
export function followed<Node extends { readonly $ref?: string }>(
  node: Node,
  contract: Contract,
): Node {
  const { $ref, ...beside } = node
  if ($ref === undefined) return node
  const [, , kind = '', name = ''] = $ref.split('/')
  const target = contract.components?.[kind]?.[name] as Node | undefined
  if (target === undefined) throw new Error(`the contract has no ${$ref}`)
  return followed({ ...target, ...beside }, contract)
}

/** The name of the component that a reference leads to. */
export function componentName({ $ref }: { readonly $ref?: string }): string | undefined {
  return $ref?.split('/').at(-1)
}

/** One or several types of a schema, as a list. */
export function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}
