import { readFileSync } from 'node:fs'
import type { AnySchemaObject } from 'ajv'
import type { Document } from 'openapi-backend'

export type ContractDocument = 'seller' | 'store' | 'management' | 'simulator'

/** The bundled document, as an object of its own. */
export function readDocument(name: ContractDocument): Document {
  const url = new URL(`../../generated/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as Document
}

// Ajv refuses `mapping`, without which the generated types have wrong literals: dropped in memory.
export function withoutMappings<Node>(node: Node): Node {
  for (const member of Object.values(node as AnySchemaObject)) {
    if (typeof member !== 'object' || member === null) continue
    const { discriminator } = member as { discriminator?: { mapping?: unknown } }
    delete discriminator?.mapping
    withoutMappings(member)
  }
  return node
}
