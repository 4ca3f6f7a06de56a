import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentNames } from '../../scripts/shared/document-names.ts'
import {
  type Contract,
  type ContractDocument,
  type Schema,
  methods,
  readContract,
  resolved,
} from '../../scripts/site/contract-documents.ts'
import { fieldsOf, typeOf } from '../../scripts/site/fields.ts'
import { familiesOf, fillInterfaceList } from '../../scripts/site/interface-list.ts'
import { interfacePages } from '../../scripts/site/interface-page.ts'
import { interfacesOf } from '../../scripts/site/interfaces.ts'
import { languages } from '../../scripts/shared/languages.ts'

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
      const { paths = {}, webhooks = {} } = contract[name]
      const operations = Object.entries({ ...paths, ...webhooks }).flatMap(([path, item]) =>
        methods.filter((method) => item[method]).map((method) => `${method} ${path}`),
      )
      const shown = rows.filter(({ document }) => document === name)
      expect(new Set(shown.map(({ method, path }) => `${method} ${path}`))).toEqual(
        new Set(operations),
      )
    }
    const saas = rows.filter(({ operation }) => operation.operationId === 'saasV2')
    expect(saas.map(({ activity }) => activity)).toEqual(activities)
  })

  test('names a source for each, and each activity its own', () => {
    const saas = interfacesOf(contract).filter(
      ({ operation }) => operation.operationId === 'saasV2',
    )
    const urls = saas.map(({ source }) => (source === 'own' ? 'own' : source.url))
    expect(new Set(urls).size).toBe(activities.length)
  })

  test('has anchors that are unique', () => {
    const ids = interfacesOf(contract).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(languages)('stands on the page in %s, a line for each', (language) => {
    const page = readFileSync(`docs/${language}/interfaces.md`, 'utf8')
    const lines = page.split('\n').filter((line) => line.startsWith('| <a id='))
    const ids = lines.map((line) => /id="([\w-]+)"/.exec(line)?.[1])
    const interfaces = interfacesOf(contract)
    const listed = documentNames.flatMap((name) =>
      familiesOf(interfaces.filter(({ document }) => document === name)).flatMap(
        ([, ones]) => ones,
      ),
    )
    expect(ids).toEqual(listed.map(({ id }) => id))
    expect(listed).toHaveLength(interfaces.length)
    expect(lines.filter((line) => line.split(' | ').length !== 6)).toEqual([])
    expect(page).toMatch(/^- `basicSignature`[:：]/m)
  })

  test('is made anew between its marks, and only there', () => {
    const page = readFileSync('docs/en/interfaces.md', 'utf8')
    const tampered = page.replace(/^\| <a id="seller-saasV2-newInstance".*$/m, 'an old line')
    expect(fillInterfaceList(`${tampered}The end.\n`, contract, 'en')).toBe(`${page}The end.\n`)
    const unmarked = page.replace('<!-- /interfaces-store -->', '')
    expect(() => fillInterfaceList(unmarked, contract, 'en')).toThrow('interfaces-store')
  })
})

describe('the page of an interface', () => {
  test.each(languages)('is there for each, in %s', (language) => {
    const pages = interfacePages(contract, language)
    expect(pages.map(({ path }) => path)).toEqual(
      interfacesOf(contract).map(({ id }) => `${language}/interfaces/${id}`),
    )
    for (const { body } of pages) expect(body).toMatch(/^## .+ \{#answer-/m)
  })

  test('has the fields and the scenes of its activity, and of no other', () => {
    const { body = '' } =
      interfacePages(contract, 'en').find(({ path }) => path.endsWith('saasV2-newInstance')) ?? {}
    const [, request = ''] = body.split('{#request}')
    expect(request).toContain('<tr id="request-activity">')
    expect(request).toMatch(
      /<code>orderLineId<\/code><\/a><small>required<\/small><\/td><td>string/,
    )
    expect(request).toContain('"activity": "newInstance"')
    expect(request).toContain('<code>newInstance-sold-out</code>')
    expect(request).not.toContain('"activity": "refreshInstance"')
    expect(request).not.toContain('<code>queryInstance-active</code>')
  })

  test.each(interfacesOf(contract).map((one) => [one.id, one] as const))(
    '%s names every property of its request',
    (_id, one) => {
      const document = contract[one.document]
      const contents = Object.values(one.operation.requestBody?.content ?? {})
      const schemas = one.schema === undefined ? contents.map(({ schema }) => schema) : [one.schema]
      for (const schema of schemas) {
        const names = fieldsOf(schema, { document, language: 'en' }).map(({ name }) => name)
        const { properties = {} } = resolved(schema, document)
        expect(names).toEqual(expect.arrayContaining(Object.keys(properties)))
      }
    },
  )
})

describe('the fields of a message', () => {
  const part: Schema = {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string', maxLength: 8, description: 'Its\nname.' },
      parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
    },
  }
  const document: ContractDocument = {
    info: { title: 'T', summary: 'S' },
    components: { schemas: { Part: part }, securitySchemes: {} },
  }

  test('are listed once where a thing may hold its like', () => {
    const fields = fieldsOf(
      { type: 'array', items: { $ref: '#/components/schemas/Part' } },
      { document, language: 'en' },
    )
    expect(fields.map(({ name, required }) => [name, required])).toEqual([
      ['[].id', true],
      ['[].parts', false],
    ])
    expect(fields[0]?.meaning).toEqual({ text: 'Its\nname.', language: 'en' })
  })

  test('are those of every form', () => {
    const forms = { oneOf: [part, { properties: { other: { type: 'integer' } } }] } as const
    const names = fieldsOf(forms, { document, language: 'en' }).map(({ name }) => name)
    expect(names).toEqual(['id', 'parts', 'parts[].id', 'parts[].parts', 'other'])
  })

  test.each<[Schema, string]>([
    [{ type: 'string', minLength: 1, maxLength: 64 }, 'string 1–64'],
    [{ type: 'string', format: 'date-time' }, 'string (date-time)'],
    [{ type: ['string', 'null'], pattern: '^a|b$' }, 'string / null `^a|b$`'],
    [{ type: 'integer', minimum: 0 }, 'integer ≥ 0'],
    [{ enum: ['0', '1'] }, '`"0"`, `"1"`'],
    [{ type: 'string', const: 'one' }, '`"one"`'],
  ])('%j is written as %s', (schema, text) => {
    expect(typeOf(schema)).toBe(text)
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
    expect(one).toMatchObject({ activity: 'one', keys: ['key'] })
    expect([one?.what, one?.repeat, one?.retry].map((said) => said?.text)).toEqual([
      'Does one thing',
      'of the activity',
      'an hour',
    ])
    expect(two).toMatchObject({ activity: 'two', repeat: { text: 'of the operation' } })
  })

  test('takes what stands beside a reference before what it leads to', () => {
    const beside = { $ref: '#/components/schemas/One', 'x-retry': 'two hours' }
    const [one] = interfacesOf(withCall({ oneOf: [beside] }))
    expect(one).toMatchObject({ repeat: { text: 'of the activity' }, retry: { text: 'two hours' } })
  })

  test('is told apart by the discriminator of a query read as one object, or of a part', () => {
    const first = { properties: { kind: { const: 'first' } } }
    const union = { oneOf: [first], discriminator: { propertyName: 'kind' } }
    const [inPart] = interfacesOf(withCall({ properties: { part: union } }))
    expect(inPart?.activity).toBe('first')
    const parameters = { Query: { name: 'query', in: 'query', schema: union } }
    const paths = {
      '/call': {
        get: {
          ...bodiless,
          parameters: [{ $ref: '#/components/parameters/Query' }],
        },
      },
    }
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
