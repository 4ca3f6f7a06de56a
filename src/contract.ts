// The only importer of generated/: everything else meets the contract here.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import type { AnySchemaObject } from 'ajv'
import { OpenAPIBackend, type Document, type Options } from 'openapi-backend'
import type { components as ManagementComponents } from '../generated/management.ts'
import type { components as SellerComponents } from '../generated/seller.ts'
import type { components as StoreComponents } from '../generated/store.ts'

export type SellerSchemas = SellerComponents['schemas']
export type StoreSchemas = StoreComponents['schemas']
export type ManagementSchemas = ManagementComponents['schemas']

export type ContractDocument = 'seller' | 'store' | 'management'

/** Checks a string of a `format` that JSON Schema does not know. */
export type StringFormats = Readonly<Record<string, (text: string) => boolean>>

/** The bundled document, as an object of its own. */
export function readDocument(name: ContractDocument): Document {
  const url = new URL(`../generated/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as Document
}

/**
 * openapi-backend checks a document against the 3.0 schema, which refuses 3.1 documents;
 * Redocly has judged ours already.
 */
class ContractBackend extends OpenAPIBackend {
  override validateDefinition(): Document {
    return this.document
  }
}

/** Serves a document: finds the operation, checks the signature, validates, calls the handler. */
export async function createBackend(
  name: ContractDocument,
  formats: StringFormats,
  options: Pick<Options, 'handlers' | 'securityHandlers' | 'coerceTypes'>,
): Promise<OpenAPIBackend> {
  const ajv = createValidator(formats, options.coerceTypes ?? false)
  const backend = new ContractBackend({
    ...options,
    definition: withoutMappings(readDocument(name)),
    strict: true,
    customizeAjv: () => ajv,
  })
  return backend.init()
}

/** One JSON Schema 2020-12 validator for every schema of a document. */
export function createValidator(formats: StringFormats, coerceTypes = false): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    discriminator: true,
    coerceTypes,
    validateSchema: false,
  })
  addFormatsModule.default(ajv)
  for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check)
  return ajv
}

// Ajv refuses `mapping`, without which the generated types have wrong literals: dropped in memory.
function withoutMappings<Node>(node: Node): Node {
  for (const member of Object.values(node as AnySchemaObject)) {
    if (typeof member !== 'object' || member === null) continue
    const { discriminator } = member as AnySchemaObject
    if (discriminator?.mapping !== undefined) delete discriminator.mapping
    withoutMappings(member)
  }
  return node
}
