import { describe, expect, test } from 'vitest'
import {
  type Contract,
  type ContractDocument,
  type Schema,
  documentNames,
  methods,
  readContract,
} from '../../scripts/docs/contract-documents.ts'
import { interfaceList } from '../../scripts/docs/interface-list.ts'
import { interfaceInserts } from '../../scripts/docs/interface-table.ts'
import { interfacesOf } from '../../scripts/docs/interfaces.ts'

const contract = readContract('generated')
const activities = [
  'newInstance',
  'queryInstance',
  'refreshInstance',
  'updateInstanceStatus',
  'releaseInstance',
  'upgradeInstance',
  'changeInstanceCheck',
]

describe('the table of interfaces', () => {
  test('has a row for every operation, and one for each activity of SaaS V2', () => {
    const rows = interfacesOf(contract)
    for (const name of documentNames) {
      const paths = Object.entries(contract[name].paths ?? {})
      const operations = paths.flatMap(([path, item]) =>
        methods.filter((method) => item[method]).map((method) => `${method} ${path}`),
      )
      const shown = rows.filter(({ document }) => document === name)
      expect(new Set(shown.map(({ method, path }) => `${method} ${path}`))).toEqual(
        new Set(operations),
      )
    }
    const saas = rows.filter(({ reference }) => reference.endsWith('/saasV2'))
    expect(saas.map(({ activity }) => activity)).toEqual(activities)
  })

  test('names a source for each, and each activity its own', () => {
    const saas = interfacesOf(contract).filter(({ reference }) => reference.endsWith('/saasV2'))
    const urls = saas.map(({ source }) => (source === 'own' ? 'own' : source.url))
    expect(new Set(urls).size).toBe(activities.length)
  })

  test('has anchors that are unique', () => {
    const ids = interfacesOf(contract).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(['en', 'zh'] as const)('stands on the page in %s', (language) => {
    const inserts = interfaceInserts(contract, language)
    for (const { document, id, path } of interfacesOf(contract)) {
      expect(inserts[`interfaces-${document}`]).toContain(`id="${id}"`)
      expect(inserts[`interfaces-${document}`]).toContain(path)
    }
    expect(inserts['interface-keys']).toContain('basicSignature')
  })

  test('stands in the repository as Markdown too, a line for each', () => {
    const lines = interfaceList(contract).split('\n')
    const calls = lines.filter((line) => /^\| `[A-Z]+ /.test(line))
    expect(calls.length).toBe(interfacesOf(contract).length)
    expect(calls.filter((line) => line.split(' | ').length !== 8)).toEqual([])
  })
})

describe('a row', () => {
  const bodiless = {
    operationId: 'call',
    summary: 'Take a call',
    description: 'Takes a call.',
    tags: ['A family'],
    'x-source': 'own',
    'x-repeat': 'of the operation',
    'x-retry': 'of the operation',
  } as const
  const operation = {
    ...bodiless,
    requestBody: {
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Call' } } },
    },
  } as const
  const schemas = {
    Call: { oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }] },
    One: {
      description: 'Does one thing. And more.',
      properties: { activity: { const: 'one' } },
      'x-repeat': 'of the activity',
      'x-retry': 'an hour',
    },
    Two: { properties: { activity: { const: 'two' } } },
  }
  const document: ContractDocument = {
    info: { title: 'T', summary: 'S' },
    security: [{ key: [] }],
    paths: { '/call': { post: operation } },
    webhooks: { told: { post: { ...operation, operationId: 'told', security: [] } } },
    components: { schemas, securitySchemes: { key: { description: 'A key.' } } },
  }
  const empty: ContractDocument = {
    info: document.info,
    components: { securitySchemes: {} },
  }
  const small: Contract = { seller: empty, store: empty, management: document }

  test('takes what its activity says of repeats and retries before its operation', () => {
    const [one, two] = interfacesOf(small)
    expect(one).toMatchObject({ activity: 'one', repeat: 'of the activity', retry: 'an hour' })
    expect(one).toMatchObject({ what: 'Does one thing', keys: ['key'] })
    expect(two).toMatchObject({ activity: 'two', repeat: 'of the operation' })
  })

  test('takes what stands beside a reference before what it leads to', () => {
    const beside = { $ref: '#/components/schemas/One', 'x-retry': 'two hours' }
    const [one] = interfacesOf(withCall({ oneOf: [beside] }))
    expect(one).toMatchObject({ repeat: 'of the activity', retry: 'two hours' })
  })

  test('is told apart by the discriminator of a query read as one object, or of a part', () => {
    const first = { properties: { kind: { const: 'first' } } }
    const union = { oneOf: [first], discriminator: { propertyName: 'kind' } }
    const [inPart] = interfacesOf(withCall({ properties: { part: union } }))
    expect(inPart?.activity).toBe('first')
    const parameters = { Query: { schema: union } }
    const paths = { '/call': { get: { ...bodiless, parameters: [{ $ref: '#/p/Query' }] } } }
    const components = { ...document.components, parameters }
    const [inQuery] = interfacesOf({ ...small, management: { ...document, paths, components } })
    expect(inQuery?.activity).toBe('first')
  })

  function withCall(Call: Schema): Contract {
    const components = { ...document.components, schemas: { ...schemas, Call } }
    return { ...small, management: { ...document, components } }
  }

  test('says of a webhook that Koogate calls', () => {
    const told = interfacesOf(small).filter(({ path }) => path === 'told')
    expect(told.map(({ direction, keys }) => ({ direction, keys }))).toEqual([
      { direction: 'koogate-product', keys: [] },
      { direction: 'koogate-product', keys: [] },
    ])
  })
})
