import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The documents of the contract, in the order the site shows them. */
export const documentNames = ['seller', 'store', 'management'] as const
export type DocumentName = (typeof documentNames)[number]

/** Where a thing was written from: a page of the store and its edition, or our own. */
export type Source = 'own' | { readonly url: string; readonly edition: string }

/** The parts of a schema that the site reads. */
export interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly oneOf?: readonly Schema[]
  readonly discriminator?: { readonly propertyName: string }
  readonly properties?: Readonly<Record<string, Schema>>
  readonly const?: unknown
  readonly 'x-source'?: Source
  readonly 'x-repeat'?: string
  readonly 'x-retry'?: unknown
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly { readonly $ref?: string }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>
  }
  readonly 'x-source': Source
  readonly 'x-repeat': string
  readonly 'x-retry'?: unknown
}

/** A bundled document, as far as the site reads it. */
export interface ContractDocument {
  readonly info: { readonly title: string; readonly summary: string }
  readonly security?: Operation['security']
  readonly paths?: Readonly<Record<string, PathItem>>
  readonly webhooks?: Readonly<Record<string, PathItem>>
  readonly components: {
    readonly schemas?: Readonly<Record<string, Schema>>
    readonly parameters?: Readonly<Record<string, { readonly schema: Schema }>>
    readonly securitySchemes: Readonly<Record<string, { readonly description: string }>>
  }
}

export type PathItem = Readonly<Partial<Record<Method, Operation>>>
export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

export type Contract = Readonly<Record<DocumentName, ContractDocument>>

/** Reads the bundles seller.json, store.json and management.json of a folder. */
export function readContract(folder: string): Contract {
  const read = (name: DocumentName) =>
    JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as ContractDocument
  return { seller: read('seller'), store: read('store'), management: read('management') }
}
