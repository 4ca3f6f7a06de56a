import { MalformedDocument, isTree, step } from './tree.ts'

/**
 * Every object of OpenAPI 3.1 with every keyword that may stand in it, ours too, and what the keyword
 * holds: nothing of this grammar (`-`), an object of it (`schema`), a list of them (`schema[]`), or a
 * table of them by name (`schema{}`).
 */
export const grammar = {
  document: {
    openapi: '-',
    info: 'info',
    jsonSchemaDialect: '-',
    servers: 'server[]',
    paths: 'pathItem{}',
    webhooks: 'pathItem{}',
    components: 'components',
    security: '-',
    tags: 'tag[]',
    externalDocs: '-',
  },
  info: {
    title: '-',
    summary: '-',
    description: '-',
    termsOfService: '-',
    contact: '-',
    license: '-',
    version: '-',
    'x-additive': '-',
  },
  server: { url: '-', description: '-', variables: 'variable{}' },
  variable: { enum: '-', default: '-', description: '-' },
  tag: { name: '-', description: '-', externalDocs: '-' },
  components: {
    schemas: 'schema{}',
    responses: 'response{}',
    parameters: 'parameter{}',
    examples: 'example{}',
    requestBodies: 'requestBody{}',
    headers: 'header{}',
    securitySchemes: 'securityScheme{}',
    links: 'link{}',
    callbacks: '-',
    pathItems: 'pathItem{}',
  },
  pathItem: {
    summary: '-',
    description: '-',
    get: 'operation',
    put: 'operation',
    post: 'operation',
    delete: 'operation',
    options: 'operation',
    head: 'operation',
    patch: 'operation',
    trace: 'operation',
    servers: 'server[]',
    parameters: 'parameter[]',
  },
  operation: {
    tags: '-',
    summary: '-',
    description: '-',
    externalDocs: '-',
    operationId: '-',
    parameters: 'parameter[]',
    requestBody: 'requestBody',
    responses: 'response{}',
    callbacks: '-',
    deprecated: '-',
    security: '-',
    servers: 'server[]',
    'x-source': '-',
    'x-repeat': '-',
    'x-retry': '-',
    'x-changed': '-',
    'x-inferred': '-',
    'x-address': '-',
    'x-note': '-',
  },
  parameter: {
    name: '-',
    in: '-',
    description: '-',
    required: '-',
    deprecated: '-',
    allowEmptyValue: '-',
    style: '-',
    explode: '-',
    allowReserved: '-',
    schema: 'schema',
    content: 'media{}',
    example: '-',
    examples: 'example{}',
    'x-source': '-',
    'x-changed': '-',
    'x-inferred': '-',
    'x-note': '-',
  },
  header: {
    description: '-',
    required: '-',
    deprecated: '-',
    style: '-',
    explode: '-',
    schema: 'schema',
    content: 'media{}',
    example: '-',
    examples: 'example{}',
    'x-source': '-',
    'x-changed': '-',
    'x-inferred': '-',
    'x-note': '-',
  },
  requestBody: { description: '-', content: 'media{}', required: '-' },
  response: { description: '-', headers: 'header{}', content: 'media{}', links: 'link{}' },
  media: { schema: 'schema', example: '-', examples: 'example{}', encoding: 'encoding{}' },
  encoding: {
    contentType: '-',
    headers: 'header{}',
    style: '-',
    explode: '-',
    allowReserved: '-',
  },
  example: {
    summary: '-',
    description: '-',
    value: '-',
    externalValue: '-',
    'x-answers': '-',
  },
  link: {
    operationRef: '-',
    operationId: '-',
    parameters: '-',
    requestBody: '-',
    description: '-',
    server: 'server',
  },
  securityScheme: {
    type: '-',
    description: '-',
    name: '-',
    in: '-',
    scheme: '-',
    bearerFormat: '-',
    flows: '-',
    openIdConnectUrl: '-',
  },
  schema: {
    $id: '-',
    $schema: '-',
    $anchor: '-',
    $dynamicRef: '-',
    $dynamicAnchor: '-',
    $vocabulary: '-',
    $comment: '-',
    $defs: 'schema{}',
    allOf: 'schema[]',
    anyOf: 'schema[]',
    oneOf: 'schema[]',
    not: 'schema',
    if: 'schema',
    then: 'schema',
    else: 'schema',
    dependentSchemas: 'schema{}',
    prefixItems: 'schema[]',
    items: 'schema',
    contains: 'schema',
    properties: 'schema{}',
    patternProperties: 'schema{}',
    additionalProperties: 'schema',
    propertyNames: 'schema',
    unevaluatedItems: 'schema',
    unevaluatedProperties: 'schema',
    type: '-',
    enum: '-',
    const: '-',
    multipleOf: '-',
    maximum: '-',
    exclusiveMaximum: '-',
    minimum: '-',
    exclusiveMinimum: '-',
    maxLength: '-',
    minLength: '-',
    pattern: '-',
    maxItems: '-',
    minItems: '-',
    uniqueItems: '-',
    maxContains: '-',
    minContains: '-',
    maxProperties: '-',
    minProperties: '-',
    required: '-',
    dependentRequired: '-',
    format: '-',
    contentEncoding: '-',
    contentMediaType: '-',
    contentSchema: 'schema',
    title: '-',
    description: '-',
    default: '-',
    deprecated: '-',
    readOnly: '-',
    writeOnly: '-',
    example: '-',
    examples: '-',
    discriminator: 'discriminator',
    xml: '-',
    externalDocs: '-',
    'x-source': '-',
    'x-repeat': '-',
    'x-retry': '-',
    'x-changed': '-',
    'x-inferred': '-',
    'x-extensible': '-',
    'x-note': '-',
  },
  discriminator: { propertyName: '-', mapping: '-' },
} as const

export type ObjectName = keyof typeof grammar
/** The keywords of an object, but for those that may stand in every one. */
export type KeywordOf<Name extends ObjectName> = keyof (typeof grammar)[Name] & string

/** May stand in every object: our Chinese words. */
export const everywhere = ['x-zh'] as const
const besideReference: readonly string[] = ['$ref', 'summary', 'description', ...everywhere]

/** Told of each object of a document: what it is, where it stands, and its keywords; false ends there. */
export type Visit = (
  name: ObjectName,
  pointer: string,
  tree: Readonly<Record<string, unknown>>,
) => boolean

// Two versions share most of their objects where one was made from the other.
const checked = new WeakSet<object>()

/** Throws for a keyword of a document that is not in the grammar. */
export function checkKeywords(document: object): void {
  const fresh: object[] = []
  walkDocument(document, (_name, _pointer, tree) => {
    if (checked.has(tree)) return false
    fresh.push(tree)
    return true
  })
  for (const tree of fresh) checked.add(tree)
}

/** Visits each object of a document. Throws for a keyword that is not in the grammar. */
export function walkDocument(document: unknown, visit: Visit): void {
  walk('document', document, '', visit)
}

function walk(name: ObjectName, value: unknown, pointer: string, visit: Visit): void {
  if (name === 'schema' && typeof value === 'boolean') return
  if (!isTree(value)) throw new MalformedDocument(`${pointer || '/'} is not an object`)
  if (!visit(name, pointer, value)) return
  for (const [keyword, inner] of Object.entries(value)) {
    const holds = holdsOf(name, keyword, '$ref' in value, pointer)
    below(holds, inner, pointer + step(keyword), visit)
  }
}

function holdsOf(name: ObjectName, keyword: string, isReference: boolean, at: string): string {
  const keywords: Readonly<Record<string, string>> = grammar[name]
  const known = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined
  if (known !== undefined) return known
  const beside: readonly string[] = isReference ? besideReference : everywhere
  if (beside.includes(keyword)) return '-'
  throw new MalformedDocument(
    `contract:diff does not know ${keyword} at ${at || '/'} (${name}), and cannot say what a change of it means. It has to be taught: scripts/contract-diff/grammar.ts.`,
  )
}

function below(holds: string, value: unknown, pointer: string, visit: Visit): void {
  if (holds === '-') return
  const name = holds.replace(/[[{].$/, '') as ObjectName
  if (holds === name) {
    walk(name, value, pointer, visit)
    return
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) !== holds.endsWith('[]')
  ) {
    throw new MalformedDocument(`${pointer} is not a ${holds.endsWith('[]') ? 'list' : 'table'}`)
  }
  for (const [key, inner] of Object.entries(value)) walk(name, inner, pointer + step(key), visit)
}
