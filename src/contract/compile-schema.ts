import type { AnySchemaObject, ValidateFunction } from 'ajv'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { type ContractDocument, readDocument, withoutMappings } from './document.ts'

/** Compiles a schema, a named one or one that may refer to them, as the body of a request. */
export function compileSchema(
  document: ContractDocument,
  schema: string | AnySchemaObject,
  ajv: Ajv2020,
): ValidateFunction {
  const requestBody =
    typeof schema === 'string' ? { $ref: `#/components/schemas/${schema}` } : schema
  const { schemas = {} } = withoutMappings(readDocument(document)).components ?? {}
  return ajv.compile({
    components: { schemas: referredBy(requestBody, new Map(Object.entries(schemas))) },
    type: 'object',
    properties: { requestBody },
  })
}

/** What a schema refers to: the validator walks through everything that it is given. */
function referredBy(
  schema: AnySchemaObject,
  all: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const wanted = new Map<string, unknown>([['', schema]])
  for (const node of wanted.values()) {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/schemas\/(\w+)"/g)) {
      wanted.set(name, all.get(name))
    }
  }
  wanted.delete('')
  return Object.fromEntries(wanted)
}
