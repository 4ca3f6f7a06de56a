import { type DocumentName, documentNames } from '../shared/document-names.ts'
import {
  type Contract,
  type ContractDocument,
  type Method,
  type Operation,
  type Parameter,
  type PathItem,
  type Schema,
  type Source,
  type Tag,
  type Translated,
  methods,
  resolved,
} from './contract-documents.ts'
import { retrySentence } from '../tables/retry-table.ts'
import type { Language } from '../shared/languages.ts'
import { type Text, firstSentence, textOf } from './text.ts'

/** Who calls whom. */
export type Direction = 'store-seller' | 'seller-store' | 'product-koogate' | 'koogate-product'

/** One row of the table of interfaces: an operation, or one activity or form of it. */
export interface Interface {
  readonly document: DocumentName
  /** Unique over the table, and the anchor of its row. */
  readonly id: string
  readonly direction: Direction
  readonly method: Method
  readonly path: string
  /** What tells it apart in the request: an activity, or a grant type, or what is uploaded. */
  readonly activity: string | undefined
  /** What it is for: the summary of the operation, or the description of the activity. */
  readonly what: Text
  readonly description: Text
  readonly tag: string
  /** What the tag is called in the language. */
  readonly family: string
  /** The security schemes that may verify a call; none for an open address. */
  readonly keys: readonly string[]
  readonly repeat: Text
  readonly retry: Text
  readonly source: Source
  readonly operation: Operation
  /** Those of its path too. */
  readonly parameters: readonly Parameter[]
  /** Where it is served, with the defaults of the address filled in; empty where the seller names it. */
  readonly server: string
  /** The schema of the activity; none where the operation has no activities. */
  readonly schema: Schema | undefined
}

const directions: Readonly<Record<DocumentName, Direction>> = {
  seller: 'store-seller',
  store: 'seller-store',
  management: 'product-koogate',
}

/** Every interface of the contract, in the contract's order, with its texts in a language. */
export function interfacesOf(contract: Contract, language: Language = 'en'): Interface[] {
  return documentNames.flatMap((name) => {
    const document = contract[name]
    const { paths = {}, webhooks = {} } = document
    const context = { name, document, language }
    return [
      ...interfacesAt(paths, directions[name], context),
      ...interfacesAt(webhooks, 'koogate-product', context),
    ]
  })
}

interface Context {
  readonly name: DocumentName
  readonly document: ContractDocument
  readonly language: Language
}

function interfacesAt(
  paths: NonNullable<ContractDocument['paths']>,
  direction: Direction,
  context: Context,
): Interface[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    operationsOf(item).flatMap(([method, operation]) => {
      const place = { direction, method, path, ...placeOf(item, operation, direction, context) }
      const whole = { ...wholeOf(operation, context), ...place }
      const variants = variantsOf(operation, context.document)
      return variants.length === 0
        ? [whole]
        : variants.map((variant) => ({ ...whole, ...activityOf(variant, whole, context) }))
    }),
  )
}

// In the order of the contract, where the present generation stands before the older one.
function operationsOf(item: PathItem): (readonly [Method, Operation])[] {
  return Object.entries(item).filter((entry): entry is [Method, Operation] =>
    (methods as readonly string[]).includes(entry[0]),
  )
}

function placeOf(
  item: PathItem,
  operation: Operation,
  direction: Direction,
  { document }: Context,
): Pick<Interface, 'parameters' | 'server'> {
  const [server] = item.servers ?? document.servers ?? []
  const { url = '', variables = {} } = direction === 'koogate-product' ? {} : (server ?? {})
  return {
    parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
      resolved(one, document),
    ),
    server: url.replace(/\{(\w+)\}/g, (all, name: string) => variables[name]?.default ?? all),
  }
}

function wholeOf(
  operation: Operation,
  { name, document: { security = [], tags = [] }, language }: Context,
): Omit<Interface, 'direction' | 'method' | 'path' | 'parameters' | 'server'> {
  const [tag = ''] = operation.tags
  return {
    document: name,
    id: `${name}-${operation.operationId}`,
    activity: undefined,
    what: textOf(operation, 'summary', language),
    description: textOf(operation, 'description', language),
    tag,
    family: familyIn(language, tags, tag),
    keys: (operation.security ?? security).flatMap((one) => Object.keys(one)),
    repeat: textOf(operation, 'x-repeat', language),
    retry: retryOf(operation, language) ?? { text: '', language },
    source: operation['x-source'],
    operation,
    schema: undefined,
  }
}

function familyIn(language: Language, tags: readonly Tag[], tag: string): string {
  const chinese = tags.find(({ name }) => name === tag)?.['x-zh']?.['x-displayName']
  return language === 'zh' && chinese !== undefined ? chinese : tag
}

/** One variant of a request, by the constant that tells it apart. */
interface Variant {
  readonly name: string
  readonly schema: Schema
}

// What a variant says of itself counts before what its operation says of all.
function activityOf(
  { name, schema }: Variant,
  whole: Pick<Interface, 'id' | 'repeat' | 'retry' | 'source'>,
  { language }: Context,
) {
  const description = textOf(schema, 'description', language)
  return {
    id: `${whole.id}-${name}`,
    activity: name,
    schema,
    what: firstSentence(description),
    description,
    repeat: schema['x-repeat'] === undefined ? whole.repeat : textOf(schema, 'x-repeat', language),
    retry: retryOf(schema, language) ?? whole.retry,
    source: schema['x-source'] ?? whole.source,
  }
}

// Where the store calls it is data, and has its words in each language.
function retryOf(
  holder: Translated & { readonly 'x-retry'?: unknown },
  language: Language,
): Text | undefined {
  const { 'x-retry': retry } = holder
  if (retry === undefined) return undefined
  if (typeof retry === 'string') return textOf(holder, 'x-retry', language)
  return { text: retrySentence(retry, language), language }
}

// One endpoint, many activities: in the body, in the query read as one object, or in a part.
function variantsOf(operation: Operation, document: ContractDocument): Variant[] {
  const schemas = requestSchemas(operation, document)
  const parts = schemas.flatMap(({ properties = {} }) => Object.values(properties))
  return [...schemas, ...parts.map((part) => resolved(part, document))].flatMap(
    ({ oneOf, discriminator, properties, ...schema }) => {
      const member = discriminator?.propertyName ?? 'activity'
      const choices = (oneOf ?? [{ ...schema, properties }]) as readonly Schema[]
      return choices.flatMap((choice) => variantOf(resolved(choice, document), member))
    },
  )
}

function variantOf(schema: Schema, member: string): Variant[] {
  const name = schema.properties?.[member]?.const
  return typeof name === 'string' ? [{ name, schema }] : []
}

function requestSchemas(operation: Operation, document: ContractDocument): Schema[] {
  const bodies = Object.values(operation.requestBody?.content ?? {})
  const parameters = (operation.parameters ?? []).map((one) => resolved(one, document))
  return [...bodies, ...parameters].map(({ schema }) => resolved(schema, document))
}
