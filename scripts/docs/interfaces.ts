import {
  type Contract,
  type ContractDocument,
  type DocumentName,
  type Method,
  type Operation,
  type Schema,
  type Source,
  documentNames,
  methods,
} from './contract-documents.ts'
import { referencePage } from './site-map.ts'

/** Who calls whom. */
export type Direction = 'store-seller' | 'seller-store' | 'product-koogate' | 'koogate-product'

/** One row of the table of interfaces: an operation, or one activity of it. */
export interface Interface {
  readonly document: DocumentName
  /** Unique over the table, and the anchor of its row. */
  readonly id: string
  readonly direction: Direction
  readonly method: Method
  readonly path: string
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
  /** Where the reference shows the operation, below the folder of a language. */
  readonly reference: string
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
    methods.flatMap((method) => {
      const operation = item[method]
      if (operation === undefined) return []
      const whole = { ...wholeOf(operation, name, document), direction, method, path }
      const activities = activitiesOf(operation, document)
      return activities.length === 0
        ? [whole]
        : activities.map((schema) => ({ ...whole, ...activityOf(schema, whole) }))
    }),
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
    retry: operation['x-retry'],
    source: operation['x-source'],
    reference: `${referencePage(document)}.html#tag/${tag.replaceAll(' ', '-')}/operation/${operationId}`,
  }
}

// What an activity says of itself counts before what its operation says of all.
function activityOf(schema: Schema, whole: Pick<Interface, 'id' | 'repeat' | 'retry' | 'source'>) {
  const activity = String(schema.properties?.['activity']?.const)
  const description = schema.description ?? ''
  return {
    id: `${whole.id}-${activity}`,
    activity,
    what: description.split(/\.(?= |$)/)[0] ?? '',
    description,
    repeat: schema['x-repeat'] ?? whole.repeat,
    retry: schema['x-retry'] ?? whole.retry,
    source: schema['x-source'] ?? whole.source,
  }
}

// One endpoint, many activities: the variants of the body whose `activity` is a constant.
function activitiesOf(operation: Operation, document: ContractDocument): Schema[] {
  const body = operation.requestBody?.content['application/json']?.schema
  if (body === undefined) return []
  const schema = resolved(body, document)
  const variants = (schema.oneOf ?? [schema]).map((variant) => resolved(variant, document))
  return variants.filter(({ properties }) => properties?.['activity']?.const !== undefined)
}

function resolved(schema: Schema, { components }: ContractDocument): Schema {
  if (schema.$ref === undefined) return schema
  const name = schema.$ref.replace('#/components/schemas/', '')
  const target = components.schemas?.[name]
  if (target === undefined) throw new Error(`the contract has no ${schema.$ref}`)
  return target
}
