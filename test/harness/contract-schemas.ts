import {
  type ContractDocument,
  type StringFormats,
  createValidator,
  readDocument,
} from '../../src/contract/index.ts'
import { parseStoreTime } from '../../src/domain/time/store-time.ts'
import { managementFormats } from '../../src/domain/management-formats.ts'

/** A part of a document and where it stands, as a JSON pointer behind `#`. */
export interface Part {
  readonly pointer: string
  readonly node: Readonly<Record<string, unknown>>
}

/** A document whose parts can be walked, and against whose schemas values can be held. */
export interface ContractSchemas {
  /** The part at a JSON pointer, references followed; undefined if nothing stands there. */
  part(pointer: string): Part | undefined
  /** What a part has under a name, references followed. */
  below(part: Part, ...names: readonly string[]): Part | undefined
  /** In what a value violates the schema at a JSON pointer, in words; nothing if it is valid. */
  violations(pointer: string, value: unknown): readonly string[]
}

const storeTime: StringFormats = { 'store-time': (text) => parseStoreTime(text) !== undefined }
const formats: Readonly<Record<ContractDocument, StringFormats>> = {
  seller: storeTime,
  store: storeTime,
  management: managementFormats,
  simulator: {},
}

/** Opens a generated document with the contract's own validator and the formats of its reader. */
export function openSchemas(name: ContractDocument): ContractSchemas {
  const document = withoutMappings(readDocument(name)) as object
  const validator = createValidator(formats[name])
  validator.addSchema(document, name)

  function part(pointer: string): Part | undefined {
    const names = pointer.split('/').slice(1).map(unescaped)
    const node = names.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), document)
    if (!isObject(node)) return undefined
    const { $ref } = node
    return typeof $ref === 'string' ? part($ref.slice(1)) : { pointer, node }
  }

  return {
    part,
    below: ({ pointer }, ...names) => part([pointer, ...names.map(escaped)].join('/')),
    violations(pointer, value) {
      const validate = validator.getSchema(`${name}#${encodeURI(pointer)}`)
      if (validate === undefined) throw new Error(`${name} has no schema at ${pointer}`)
      if (validate(value) === true) return []
      return (validate.errors ?? []).map(
        ({ instancePath, message = '', params }) =>
          `${instancePath} ${message} ${JSON.stringify(params)}`,
      )
    },
  }
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
const unescaped = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~')

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

// Ajv refuses `mapping`, which is for those who generate types.
function withoutMappings(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutMappings)
  if (!isObject(node)) return node
  const entries = Object.entries(node).map(([name, value]): [string, unknown] => {
    const isDiscriminator = name === 'discriminator' && isObject(value) && 'propertyName' in value
    return [
      name,
      isDiscriminator ? { propertyName: value['propertyName'] } : withoutMappings(value),
    ]
  })
  return Object.fromEntries(entries)
}
