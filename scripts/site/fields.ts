import type { Language } from '../shared/languages.ts'
import { type ContractDocument, type Schema, resolved } from './contract-documents.ts'
import { code } from './markdown.ts'
import { type Text, textOf } from './text.ts'

/** A field of a message: name (with the names around it), type, whether it is required, meaning. */
export interface Field {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly meaning: Text
}

/** What a message is read with. */
export interface FieldContext {
  readonly document: ContractDocument
  readonly language: Language
}

/** The fields of a message, each before those inside it; of several forms the fields of all. */
export function fieldsOf(schema: Schema, context: FieldContext): Field[] {
  const fields = fieldsBelow(schema, context, { prefix: '', around: [] })
  return [...new Map(fields.toReversed().map((field) => [field.name, field])).values()].reverse()
}

/** Where in a message: the names above, and the components around it. */
interface Place {
  readonly prefix: string
  readonly around: readonly string[]
}

// A department may hold departments: what is being listed is not listed again inside itself.
function fieldsBelow(schema: Schema, context: FieldContext, { prefix, around }: Place): Field[] {
  if (schema.$ref !== undefined && around.includes(schema.$ref)) return []
  const inside = schema.$ref === undefined ? around : [...around, schema.$ref]
  const { document } = context
  const { properties = {}, required = [], items, ...whole } = resolved(schema, document)
  const forms = [...(whole.allOf ?? []), ...(whole.oneOf ?? []), ...(whole.anyOf ?? [])]
  const below = (part: Schema, names: string) =>
    fieldsBelow(part, context, { prefix: names, around: inside })
  const own = Object.entries(properties).flatMap(([name, property]) => {
    const path = `${prefix}${name}`
    const isRequired = required.includes(name)
    return [
      fieldOf(path, resolved(property, document), isRequired, context),
      ...below(property, `${path}.`),
    ]
  })
  const list = items === undefined ? [] : [items]
  return [
    ...own,
    ...forms.flatMap((form) => below(form, prefix)),
    ...list.flatMap((item) => below(item, `${prefix.replace(/\.$/, '')}[].`)),
  ]
}

function fieldOf(
  name: string,
  schema: Schema,
  required: boolean,
  { document, language }: FieldContext,
): Field {
  const meaning = textOf(schema, 'description', language)
  return { name, type: typeOf(schema, document), required, meaning }
}

/** The type of a value in words: what it is, its format or values, and its bounds. */
export function typeOf(schema: Schema, document?: ContractDocument): string {
  const { type = '', format, const: constant, enum: values, pattern, items } = schema
  const kinds = constant !== undefined ? [constant] : values
  if (kinds !== undefined) return kinds.map((one) => code(JSON.stringify(one))).join(', ')
  const named = [
    [type].flat().join(' / '),
    items === undefined || document === undefined ? '' : elementOf(resolved(items, document)),
    format === undefined ? '' : `(${format})`,
  ]
  const bounds = [
    rangeOf(schema.minLength, schema.maxLength),
    rangeOf(schema.minimum, schema.maximum),
  ]
  const form = pattern === undefined ? '' : code(pattern.replaceAll('`', ''))
  return [...named, ...bounds, form].filter((part) => part !== '').join(' ')
}

function elementOf(items: Schema): string {
  const of = typeOf(items)
  return of === '' || of === 'object' ? '' : `(${of})`
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return ''
  if (least === undefined) return `≤ ${most ?? ''}`
  return most === undefined ? `≥ ${least}` : `${least}–${most}`
}
