import type { ContractDocument } from '../../src/contract/index.ts'
import { type ContractSchemas, type Part, openSchemas } from './contract-schemas.ts'

/** An operation of a document and where it stands. */
export interface ContractOperation {
  readonly document: ContractDocument
  readonly operationId: string
  readonly method: string
  readonly path: string
  readonly part: Part
  readonly schemas: ContractSchemas
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** Every operation of a document, in the contract's order; of its `webhooks` what is sent. */
export function operationsIn(
  document: ContractDocument,
  table: 'paths' | 'webhooks' = 'paths',
): ContractOperation[] {
  const schemas = openSchemas(document)
  const paths = schemas.part(`/${table}`)
  return Object.keys(paths?.node ?? {}).flatMap((path) => {
    const item = paths && schemas.below(paths, path)
    return Object.keys(item?.node ?? {})
      .filter((method) => methods.includes(method))
      .flatMap((method) => {
        const part = item && schemas.below(item, method)
        if (part === undefined) return []
        const operationId = String(part.node['operationId'])
        return [{ document, operationId, method, path, part, schemas }]
      })
  })
}

/** What carries a body below a request body or a response: its media types. */
export function mediaOf(schemas: ContractSchemas, part: Part | undefined): Media[] {
  return Object.keys(part?.node['content'] ?? {}).flatMap((type) => {
    const media = part && schemas.below(part, 'content', type)
    return media === undefined ? [] : [{ type, part: media, scenes: scenesOf(schemas, media) }]
  })
}

export interface Media {
  readonly type: string
  readonly part: Part
  readonly scenes: readonly Scene[]
}

/** A named example. */
export interface Scene {
  readonly name: string
  readonly summary: unknown
  readonly value: unknown
}

/** The named examples of a media type or a parameter. */
export function scenesOf(schemas: ContractSchemas, part: Part): Scene[] {
  return Object.keys(part.node['examples'] ?? {}).map((name) => {
    const { summary, value } = schemas.below(part, 'examples', name)?.node ?? {}
    return { name, summary, value }
  })
}

/** The parameters of an operation and of its path, references followed. */
export function parametersOf({ schemas, part, path }: ContractOperation): Part[] {
  const paths = schemas.part('/paths')
  const item = paths && schemas.below(paths, path)
  return [item, part].flatMap((holder) =>
    Object.keys(holder?.node['parameters'] ?? {}).flatMap(
      (place) => (holder && schemas.below(holder, 'parameters', place)) ?? [],
    ),
  )
}
