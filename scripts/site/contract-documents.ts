import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ChineseTexts, withChinese } from './chinese-edition.ts'
import type { DocumentName } from '../shared/document-names.ts'

/** Where a thing was written from: a page of the store and its edition, or our own. */
export type Source = 'own' | { readonly url: string; readonly edition: string }

/** The Chinese of the texts beside it, by their name: `summary`, `description`, `x-repeat`. */
export interface Translated {
  readonly 'x-zh'?: Readonly<Record<string, string>>
}

/** The parts of a schema that the site reads. */
export interface Schema extends Translated {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly discriminator?: { readonly propertyName: string }
  readonly properties?: Readonly<Record<string, Schema>>
  readonly const?: unknown
  readonly example?: unknown
  readonly default?: unknown
  readonly 'x-source'?: Source
  readonly 'x-repeat'?: string
  readonly 'x-retry'?: unknown
}

/** Leads to a component of the same document. */
export interface Reference {
  readonly $ref: string
}

/** A scene: a whole message, and what happens in it. */
export interface Example extends Translated {
  readonly summary?: string
  readonly value?: unknown
  /** Of a request: the names of the answers that it may get, where not every success of its page is one. */
  readonly 'x-answers'?: readonly string[]
}

/** The bodies of a request or an answer by media type. */
export type Content = Readonly<
  Record<string, { readonly schema: Schema; readonly examples?: Examples }>
>

export type Examples = Readonly<Record<string, Example | Reference>>

export interface Parameter extends Translated {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
  readonly example?: unknown
  readonly examples?: Examples
}

export interface Answer extends Translated {
  readonly description?: string
  readonly content?: Content
}

export interface Operation extends Translated {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: { readonly content: Content }
  readonly responses?: Readonly<Record<string, Answer | Reference>>
  readonly 'x-source': Source
  readonly 'x-repeat': string
  readonly 'x-retry'?: unknown
  readonly 'x-address'?: string
}

/** Where a document, a path or an operation is served. */
export interface Server {
  readonly url: string
  readonly variables?: Readonly<Record<string, { readonly default: string }>>
}

export interface Tag extends Translated {
  readonly name: string
}

/** How a call is proved. */
export interface SecurityScheme extends Translated {
  readonly description: string
}

/** A bundled document, as far as the site reads it. */
export interface ContractDocument {
  readonly info: { readonly title: string; readonly summary: string }
  readonly servers?: readonly Server[]
  readonly tags?: readonly Tag[]
  readonly security?: Operation['security']
  readonly paths?: Readonly<Record<string, PathItem>>
  readonly webhooks?: Readonly<Record<string, PathItem>>
  readonly components: {
    readonly schemas?: Readonly<Record<string, Schema>>
    readonly parameters?: Readonly<Record<string, Parameter>>
    readonly responses?: Readonly<Record<string, Answer>>
    readonly examples?: Readonly<Record<string, Example>>
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>
  }
}

export type PathItem = Readonly<Partial<Record<Method, Operation>>> & {
  readonly servers?: readonly Server[]
  readonly parameters?: readonly (Parameter | Reference)[]
}
export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

export type Contract = Readonly<Record<DocumentName, ContractDocument>>

/** Reads the bundles seller.json, store.json and management.json of a folder, with their Chinese. */
export function readContract(folder: string): Contract {
  const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const read = (name: DocumentName) =>
    withChinese(
      readJson(`${name}.json`) as ContractDocument,
      readJson(`${name}.zh.json`) as ChineseTexts,
    )
  return { seller: read('seller'), store: read('store'), management: read('management') }
}

/**
 * What a reference leads to, with what stands beside it, which counts before; any other value as it
 * is. A text that stands beside it never goes with the Chinese of another one. Throws when the document
 * has no such component.
 */
export function resolved<T extends object>(
  value: T | Reference,
  { components }: ContractDocument,
): T {
  const { $ref, ...beside } = value as Partial<Reference>
  if ($ref === undefined) return value as T
  const [kind = '', name = ''] = $ref.split('/').slice(2)
  const kinds: Readonly<Record<string, Readonly<Record<string, object>> | undefined>> = components
  const target = kinds[kind]?.[name]
  if (target === undefined) throw new Error(`the contract has no ${$ref}`)
  return { ...target, ...beside, ...chineseOf(target, beside) } as T
}

function chineseOf({ 'x-zh': below = {} }: Translated, beside: Translated): Translated {
  const kept = Object.entries(below).filter(([name]) => !(name in beside))
  const chinese = { ...Object.fromEntries(kept), ...beside['x-zh'] }
  return Object.keys(chinese).length === 0 ? {} : { 'x-zh': chinese }
}
