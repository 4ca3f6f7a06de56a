import {
  type Contract,
  type ContractDocument,
  type DocumentName,
  type Method,
  type Operation,
  type PathItem,
  type Schema,
  type Source,
  documentNames,
  methods,
  resolved,
} from './contract-documents.ts'
import { retrySentence } from '../tables/retry-table.ts'

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
  readonly what: string
  readonly description: string
  readonly tag: string
  /** The security schemes that may verify a call; none for an open address. */
  readonly keys: readonly string[]
  readonly repeat: string
  readonly retry: string
  readonly source: Source
  readonly operation: Operation
  /** The schema of the activity; none where the operation has no activities. */
  readonly schema: Schema | undefined
}

const directions: Readonly<Record<DocumentName, Direction>> = {
  seller: 'store-seller',
  store: 'seller-store',
  management: 'product-koogate',
}

/** Every interface of the contract, in the contract's order. */
export function interfacesOf(contract: Contract): Interface[] {
  return documentNames.flatMap((name) => {
    const document = contract[name]
    const { paths = {}, webhooks = {} } = document
    return [
      ...interfacesAt(paths, name, directions[name], document),
      ...interfacesAt(webhooks, name, 'koogate-product', document),
    ]
  })
}

function interfacesAt(
  paths: NonNullable<ContractDocument['paths']>,
  name: DocumentName,
  direction: Direction,
  document: ContractDocument,
): Interface[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    operationsOf(item).flatMap(([method, operation]) => {
      const whole = { ...wholeOf(operation, name, document), direction, method, path }
      const variants = variantsOf(operation, document)
      return variants.length === 0
        ? [whole]
        : variants.map((variant) => ({ ...whole, ...activityOf(variant, whole) }))
    }),
  )
}

// In the order of the contract, where the present generation stands before the older one.
function operationsOf(item: PathItem): (readonly [Method, Operation])[] {
  return Object.entries(item).filter((entry): entry is [Method, Operation] =>
    (methods as readonly string[]).includes(entry[0]),
  )
}

function wholeOf(
  operation: Operation,
  document: DocumentName,
  { security = [] }: ContractDocument,
): Omit<Interface, 'direction' | 'method' | 'path'> {
  const { tags, operationId, summary, description } = operation
  const [tag = ''] = tags
  return {
    document,
    id: `${document}-${operationId}`,
    activity: undefined,
    what: summary,
    description,
    tag,
    keys: (operation.security ?? security).flatMap((one) => Object.keys(one)),
    repeat: operation['x-repeat'],
    retry: retrySentence(operation['x-retry'] ?? ''),
    source: operation['x-source'],
    operation,
    schema: undefined,
  }
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
) {
  const description = schema.description ?? ''
  return {
    id: `${whole.id}-${name}`,
    activity: name,
    schema,
    what: description.split(/\.(?= |$)/)[0] ?? '',
    description,
    repeat: schema['x-repeat'] ?? whole.repeat,
    retry: schema['x-retry'] === undefined ? whole.retry : retrySentence(schema['x-retry']),
    source: schema['x-source'] ?? whole.source,
  }
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
