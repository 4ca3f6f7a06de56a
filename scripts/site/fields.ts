import { type ContractDocument, type Schema, resolved } from './contract-documents.ts'
import { code, english } from './markdown.ts'

/** A field of a message: name (with the names around it), type, whether it is required, meaning. */
export interface Field {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly meaning: string
}

/** The fields of a message, each before those inside it; of several forms the fields of all. */
export function fieldsOf(schema: Schema, document: ContractDocument): Field[] {
  const fields = fieldsBelow(schema, document, '', [])
  return [...new Map(fields.toReversed().map((field) => [field.name, field])).values()].reverse()
}

// A department may hold departments: what is being listed is not listed again inside itself.
function fieldsBelow(
  schema: Schema,
  document: ContractDocument,
  prefix: string,
  around: readonly string[],
): Field[] {
  if (schema.$ref !== undefined && around.includes(schema.$ref)) return []
  const inside = schema.$ref === undefined ? around : [...around, schema.$ref]
  const { properties = {}, required = [], items, ...whole } = resolved(schema, document)
  const forms = [...(whole.allOf ?? []), ...(whole.oneOf ?? []), ...(whole.anyOf ?? [])]
  const own = Object.entries(properties).flatMap(([name, property]) => {
    const path = `${prefix}${name}`
    const field = fieldOf(path, resolved(property, document), required.includes(name))
    return [field, ...fieldsBelow(property, document, `${path}.`, inside)]
  })
  const list = items === undefined ? [] : [items]
  return [
    ...own,
    ...forms.flatMap((form) => fieldsBelow(form, document, prefix, inside)),
    ...list.flatMap((item) =>
      fieldsBelow(item, document, `${prefix.replace(/\.$/, '')}[].`, inside),
    ),
  ]
}

function fieldOf(name: string, schema: Schema, required: boolean): Field {
  return { name, type: typeOf(schema), required, meaning: english(schema.description ?? '') }
}

/** The type of a value in words: what it is, its format or values, and its bounds. */
export function typeOf(schema: Schema): string {
  const { type = '', format, const: constant, enum: values, pattern } = schema
  const kinds = constant !== undefined ? [constant] : values
  if (kinds !== undefined) return kinds.map((one) => code(JSON.stringify(one))).join(', ')
  const named = [[type].flat().join(' / '), format === undefined ? '' : `(${format})`]
  const bounds = [
    rangeOf(schema.minLength, schema.maxLength),
    rangeOf(schema.minimum, schema.maximum),
  ]
  const form = pattern === undefined ? '' : code(pattern.replaceAll('`', ''))
  return [...named, ...bounds, form].filter((part) => part !== '').join(' ')
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return ''
  if (least === undefined) return `≤ ${most ?? ''}`
  return most === undefined ? `≥ ${least}` : `${least}–${most}`
}
