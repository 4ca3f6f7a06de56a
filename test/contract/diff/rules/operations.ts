import {
  type Rule,
  rules,
  list,
  table,
  without,
  set,
  drop,
  say,
  plain,
  window,
  firstKey,
} from './rule.ts'

/** Operations. */
export const operationRules: Rule[] = [
  ...rules('operation', true)(
    ['operationId', 'breaking', 'breaking', set('operationId', 'brandNew')],
    ['deprecated', 'compatible', 'compatible', set('deprecated', true)],
  ),
  ...rules('operation')(
    ['not deprecated', 'compatible', 'compatible', drop('deprecated')],
    ['more words', 'counted', 'counted', say('description', plain)],
    ['a rule in words', 'rule', 'rule', say('description', window)],
    ['another summary', 'counted', 'counted', say('summary', 'and so on')],
    ['another repeat', 'rule', 'rule', set('x-repeat', plain)],
    ['another retry', 'rule', 'rule', set('x-retry', plain)],
    ['another source', 'counted', 'counted', set('x-source', 'nobody')],
    ['concluded', 'counted', 'counted', set('x-inferred', 'yes')],
    [
      'another page',
      'breaking',
      'breaking',
      (tree) => ('x-address' in tree ? { ...tree, 'x-address': 'https://example.com' } : undefined),
    ],
    ['another group', 'compatible', 'compatible', set('tags', ['Brand new'])],
    ['another key', 'breaking', 'breaking', set('security', [{ brandNew: [] }])],
    [
      'another scope',
      'breaking',
      'breaking',
      (tree) =>
        list(tree['security']).length > 0
          ? {
              ...tree,
              security: [
                Object.fromEntries(
                  Object.keys(table(list(tree['security'])[0])).map((name) => [
                    name,
                    ['brand-new'],
                  ]),
                ),
              ],
            }
          : undefined,
    ],
    [
      'a further key',
      'compatible',
      'compatible',
      (tree) =>
        list(tree['security']).length > 0
          ? { ...tree, security: [...list(tree['security']), { brandNew: [] }] }
          : undefined,
    ],
    [
      'a server of its own',
      'compatible',
      'compatible',
      (tree) =>
        'servers' in tree ? undefined : { ...tree, servers: [{ url: 'https://example.com' }] },
    ],
    ['a callback', 'breaking', 'breaking', set('callbacks', { told: {} })],
    [
      'a parameter more',
      'compatible',
      'compatible',
      (tree) => ({
        ...tree,
        parameters: [
          ...list(tree['parameters']),
          { name: 'brandNew', in: 'query', schema: { type: 'string' } },
        ],
      }),
    ],
    [
      'a required parameter more',
      'breaking',
      'compatible',
      (tree) => ({
        ...tree,
        parameters: [
          ...list(tree['parameters']),
          { name: 'brandNew', in: 'query', required: true, schema: { type: 'string' } },
        ],
      }),
    ],
    [
      'a parameter fewer',
      'breaking',
      'breaking',
      (tree) =>
        list(tree['parameters']).length > 0
          ? { ...tree, parameters: list(tree['parameters']).slice(1) }
          : undefined,
    ],
    ['no body', 'breaking', 'breaking', drop('requestBody')],
    [
      'a body',
      'compatible',
      'compatible',
      (tree) => ('requestBody' in tree ? undefined : { ...tree, requestBody: { content: {} } }),
    ],
    [
      'a required body',
      'breaking',
      'compatible',
      (tree) =>
        'requestBody' in tree
          ? undefined
          : { ...tree, requestBody: { required: true, content: {} } },
    ],
    [
      'a failure more',
      'compatible',
      'compatible',
      (tree) => ({
        ...tree,
        responses: { ...table(tree['responses']), 418: { description: 'A teapot.' } },
      }),
    ],
    [
      'a success more',
      'breaking',
      'compatible',
      (tree) => ({
        ...tree,
        responses: { ...table(tree['responses']), 299: { description: 'Well.' } },
      }),
    ],
    [
      'no success',
      'breaking',
      'breaking',
      (tree) =>
        /^2/.test(firstKey(tree['responses']))
          ? { ...tree, responses: without(table(tree['responses']), firstKey(tree['responses'])) }
          : undefined,
    ],
    [
      'a failure fewer',
      'compatible',
      'compatible',
      (tree) =>
        'default' in table(tree['responses'])
          ? { ...tree, responses: without(table(tree['responses']), 'default') }
          : undefined,
    ],
    ['a keyword of nobody', 'error', 'error', set('x-unheard-of', true)],
  ),
]
