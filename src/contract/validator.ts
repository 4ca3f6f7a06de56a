import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv'
import type { StringFormats, ValidatorOptions } from './options.ts'
import type { ContractDocument } from './document.ts'
import { compileSchema } from './compile-schema.ts'

/** One JSON Schema 2020-12 validator for every schema of a document. */
export function createValidator(formats: StringFormats, options: ValidatorOptions = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    discriminator: true,
    validateSchema: false,
    meta: false,
    ...options,
  })
  addFormatsModule.default(ajv)
  for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check)
  return ajv
}

/** Validates a value by a schema; the violations are those of a request with the value as its body. */
export type SchemaValidator = (value: unknown) => readonly ErrorObject[]

/**
 * Makes the validator of a schema, a named one or one that may refer to them; it is compiled at first use.
 * For the query of a GET interface, which is one object with an `activity`: openapi-backend would
 * validate each parameter alone, refuse unknown ones and coerce types.
 */
export function createSchemaValidator(
  document: ContractDocument,
  schema: string | AnySchemaObject,
  formats: StringFormats,
  options: ValidatorOptions = {},
): SchemaValidator {
  let validate: ValidateFunction | undefined
  return (value) => {
    validate ??= compileSchema(document, schema, createValidator(formats, options))
    return validate({ requestBody: value }) ? [] : (validate.errors ?? [])
  }
}
