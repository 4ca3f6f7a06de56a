import { readFileSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ContractDocument } from '../../src/contract/index.ts'
import { mediaOf, operationsIn } from '../harness/contract-operations.ts'
import {
  type ContractSchemas,
  type Part,
  isObject,
  openSchemas,
} from '../harness/contract-schemas.ts'

const documents = [
  'seller',
  'store',
  'management',
  'simulator',
] as const satisfies ContractDocument[]
const contracts = new Map(documents.map((name) => [name, openSchemas(name)]))

const schemasOf = (name: ContractDocument): ContractSchemas => {
  const schemas = contracts.get(name)
  if (schemas === undefined) throw new Error(`${name} is no document`)
  return schemas
}

/** A value shown as an example, and the schema it is an example of. */
interface Example {
  readonly at: string
  readonly schema: string
  readonly value: unknown
}

/** Every example below a part: of media types, parameters, headers and schemas. */
function examplesBelow(schemas: ContractSchemas, at: Part, isTable = false): Example[] {
  const own = isTable ? [] : examplesOf(schemas, at)
  const children = Object.entries(at.node).filter(([name]) => isTable || !shown.has(name))
  const below = children.flatMap(([name, node]) => {
    if (!isObject(node) || '$ref' in node) return []
    const pointer = `${at.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return examplesBelow(schemas, { pointer, node }, !isTable && tables.has(name))
  })
  return [...own, ...below]
}

// Values, which may look like anything.
const shown = new Set(['example', 'examples', 'value', 'enum', 'const', 'default'])
// What is below these is named by the contract, not by OpenAPI.
const tables = new Set(['properties', 'schemas', 'parameters', 'headers', 'content', 'examples'])

function examplesOf(schemas: ContractSchemas, { pointer, node }: Part): Example[] {
  const schema = 'schema' in node ? `${pointer}/schema` : pointer
  const { example, examples = {} } = node
  const named = Object.keys(examples as object).map((name): Example => {
    const part = schemas.below({ pointer, node }, 'examples', name)
    return { at: `${pointer}/examples/${name}`, schema, value: part?.node['value'] }
  })
  return example === undefined
    ? named
    : [{ at: `${pointer}/example`, schema, value: example }, ...named]
}

/** Examples of a document that do not fit, each with where it stands and what is wrong. */
function misfits(name: ContractDocument, examples: readonly Example[]): string[] {
  return examples.flatMap(({ at, schema, value }) =>
    schemasOf(name)
      .violations(schema, value)
      .map((violation) => `${at}: ${violation}`),
  )
}

function examplesIn(name: ContractDocument): Example[] {
  const schemas = schemasOf(name)
  const whole = schemas.part('')
  return whole === undefined ? [] : examplesBelow(schemas, whole)
}

describe.each(documents)('every example of the %s contract', (name) => {
  const examples = examplesIn(name)

  test('is found: of bodies, parameters and properties', () => {
    const places = examples.map(({ at }) => at).join('\n')
    expect(places).toMatch(/\/content\/.+\/examples\//)
    expect(places).toMatch(/\/parameters\/\w+\/examples?/)
    expect(places).toMatch(/\/properties\/\w+\/example$/m)
    expect(examples.length).toBeGreaterThan(150)
  })

  test('fits its schema', () => {
    expect(misfits(name, examples)).toEqual([])
  })
})

test.each([
  ['a member that is missing', 'NewInstance', { activity: 'newInstance' }, 'orderId'],
  [
    'a date that no calendar has',
    'RefreshInstance/properties/expireTime',
    '20230230000000',
    'store-time',
  ],
  ['an activity that is unknown', 'SaasV2Request', { activity: 'sell' }, 'activity'],
])('an example with %s would be found', (_fault, schema, value, told) => {
  const example = { at: 'planted', schema: `/components/schemas/${schema}`, value }
  expect(misfits('seller', [example]).join('\n')).toContain(told)
})

describe('every operation has a named example of its request and of each success', () => {
  const operations = [
    ...documents.flatMap((name) => operationsIn(name)),
    ...operationsIn('management', 'webhooks'),
  ]

  test.each(operations)('$document $operationId', ({ schemas, part }) => {
    const responses = Object.keys(part.node['responses'] ?? {})
    const bodies = [
      schemas.below(part, 'requestBody'),
      ...responses
        .filter((status) => status.startsWith('2'))
        .map((status) => schemas.below(part, 'responses', status)),
    ]
    for (const { part: media, scenes } of bodies.flatMap((body) => mediaOf(schemas, body))) {
      expect(scenes, media.pointer).not.toEqual([])
      for (const { name, summary } of scenes) expect(summary, name).toMatch(/^[A-Z].*[^.]$/)
    }
  })
})

interface Slip {
  readonly where: string
  readonly what: string
  readonly why: string
}

describe('a sample of the documents that is no example here', () => {
  const slips = parse(readFileSync('openapi/examples/slips.yaml', 'utf8')) as Slip[]
  const scenes = readdirSync('openapi/examples', { recursive: true, encoding: 'utf8' })
  const names = new Set(scenes.map((path) => basename(path, '.yaml')))

  test.each(slips.map((slip) => [slip.where, slip] as const))('%s', (_where, slip) => {
    expect(Object.keys(slip).sort()).toEqual(['what', 'where', 'why'])
    for (const text of [slip.what, slip.why]) expect(text).toMatch(/^[^\s].+\.$/s)
    expect(slip.where).toMatch(
      /https:\/\/(support|www)\.huaweicloud\.com\/|^The response samples of all/,
    )
  })

  test('names scenes that exist', () => {
    const named = slips.flatMap(({ what, why }) =>
      [...`${what} ${why}`.matchAll(/\bscenes? ([\w-]+)(?:,? and ([\w-]+))?/g)].flatMap(
        ([, first = '', second]) => (second === undefined ? [first] : [first, second]),
      ),
    )
    const likeAName = named.filter((name) => name.includes('-'))
    expect(likeAName.length).toBeGreaterThan(15)
    expect(likeAName.filter((name) => !names.has(name))).toEqual([])
  })
})
