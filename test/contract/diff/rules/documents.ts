import { type Rule, rules, list, table, without, set, drop, say, plain, firstKey } from './rule.ts'

/** What belongs to a document as a whole. */
export const documentRules: Rule[] = [
  ...rules('securityScheme', true)(
    ['renamed', 'breaking', 'breaking', set('name', 'brandNew', (tree) => 'name' in tree)],
    [
      'moved',
      'breaking',
      'breaking',
      (tree) =>
        'in' in tree ? { ...tree, in: tree['in'] === 'query' ? 'header' : 'query' } : undefined,
    ],
    ['of another type', 'breaking', 'breaking', set('type', 'mutualTLS')],
    [
      'of another scheme',
      'breaking',
      'breaking',
      set('scheme', 'digest', (tree) => tree['type'] === 'http'),
    ],
    ['other steps', 'rule', 'rule', say('description', 'Spaces are left as they are.')],
    ['a hint', 'compatible', 'compatible', set('bearerFormat', 'JWT')],
  ),
  ...rules('server', true)(
    ['another address', 'breaking', 'breaking', set('url', 'https://example.org/other')],
    ['more words', 'counted', 'counted', say('description', plain)],
    ['a variable', 'breaking', 'breaking', set('variables', { port: { default: '443' } })],
  ),
  ...rules('variable')(
    ['another default', 'breaking', 'breaking', set('default', 'x')],
    ['a list of values', 'breaking', 'breaking', set('enum', ['x'])],
    ['more words', 'counted', 'counted', set('description', plain)],
  ),
  ...rules('tag')(
    ['renamed', 'compatible', 'compatible', set('name', 'Brand new')],
    ['more words', 'counted', 'counted', say('description', plain)],
  ),
  ...rules('info')(
    ['another version', 'compatible', 'compatible', set('version', '0.99.0')],
    ['another title', 'counted', 'counted', set('title', 'Brand new')],
    ['more words', 'counted', 'counted', say('description', plain)],
    [
      'another step of signing',
      'rule',
      'rule',
      say('description', 'The signature is sorted by name.'),
    ],
    ['no promise', 'breaking', 'breaking', drop('x-additive')],
    [
      'a promise',
      'compatible',
      'compatible',
      (tree) => ('x-additive' in tree ? undefined : { ...tree, 'x-additive': true }),
    ],
    ['another licence', 'counted', 'counted', set('license', { name: 'MIT' })],
    ['terms', 'counted', 'counted', set('termsOfService', 'https://example.com')],
  ),
  ...rules('document')(
    ['another OpenAPI', 'breaking', 'breaking', set('openapi', '3.2.0')],
    ['a later OpenAPI 3.1', 'compatible', 'compatible', set('openapi', '3.1.9')],
    [
      'a further server',
      'compatible',
      'compatible',
      (tree) => ({ ...tree, servers: [...list(tree['servers']), { url: 'https://example.org' }] }),
    ],
    ['no server', 'breaking', 'breaking', drop('servers')],
    ['a dialect', 'breaking', 'breaking', set('jsonSchemaDialect', 'https://example.com')],
    [
      'an interface gone',
      'breaking',
      'breaking',
      (tree) => ({ ...tree, paths: without(table(tree['paths']), firstKey(tree['paths'])) }),
    ],
    [
      'an interface more',
      'compatible',
      'compatible',
      (tree) => ({
        ...tree,
        paths: {
          ...table(tree['paths']),
          '/brand-new': { get: { operationId: 'brandNew', responses: {} } },
        },
      }),
    ],
    [
      'a webhook gone',
      'breaking',
      'breaking',
      (tree) =>
        'webhooks' in tree
          ? { ...tree, webhooks: without(table(tree['webhooks']), firstKey(tree['webhooks'])) }
          : undefined,
    ],
    [
      'a component that nobody uses',
      'compatible',
      'compatible',
      (tree) => ({
        ...tree,
        components: {
          ...table(tree['components']),
          schemas: { ...table(table(tree['components'])['schemas']), BrandNew: { type: 'string' } },
        },
      }),
    ],
    ['further reading', 'counted', 'counted', set('externalDocs', { url: 'https://example.com' })],
    ['a keyword of nobody', 'error', 'error', set('x-unheard-of', true)],
  ),
  ...rules('document', true)(
    [
      'an interface moved',
      'breaking',
      'breaking',
      (tree) => {
        const [path = '', item] = Object.entries(table(tree['paths']))[0] ?? []
        return {
          ...tree,
          paths: { ...without(table(tree['paths']), path), [`/moved${path}`]: item },
        }
      },
    ],
    [
      'a path parameter renamed',
      'breaking',
      'breaking',
      (tree) => {
        const [path = '', item] =
          Object.entries(table(tree['paths'])).find(([one]) => one.includes('{')) ?? []
        const renamed = path.replace(/\{[^}]*\}/, '{brandNew}')
        return path === ''
          ? undefined
          : { ...tree, paths: { ...without(table(tree['paths']), path), [renamed]: item } }
      },
    ],
    [
      'a webhook renamed',
      'breaking',
      'breaking',
      (tree) => {
        const [name = '', item] = Object.entries(table(tree['webhooks']))[0] ?? []
        return name === ''
          ? undefined
          : { ...tree, webhooks: { ...without(table(tree['webhooks']), name), brandNew: item } }
      },
    ],
  ),
]
