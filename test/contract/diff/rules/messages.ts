import {
  type Rule,
  rules,
  table,
  without,
  set,
  drop,
  say,
  plain,
  window,
  firstKey,
} from './rule.ts'

/** Bodies, answers, headers and scenes. */
export const messageRules: Rule[] = [
  ...rules('requestBody')(
    ['required', 'breaking', 'compatible', set('required', true)],
    [
      'not required',
      'compatible',
      'breaking',
      drop('required', (tree) => tree['required'] === true),
    ],
    ['more words', 'counted', 'counted', say('description', plain)],
    [
      'a content type more',
      'compatible',
      'breaking',
      (tree) => ({ ...tree, content: { ...table(tree['content']), 'text/x': {} } }),
    ],
    [
      'a content type fewer',
      'breaking',
      'breaking',
      (tree) => ({ ...tree, content: without(table(tree['content']), firstKey(tree['content'])) }),
    ],
  ),
  ...rules('response')(
    ['more words', 'counted', 'counted', say('description', plain)],
    ['a rule in words', 'rule', 'rule', say('description', window)],
    [
      'a header more',
      'compatible',
      'compatible',
      (tree) => ({
        ...tree,
        headers: { ...table(tree['headers']), 'X-Brand-New': { schema: { type: 'string' } } },
      }),
    ],
    [
      'a header fewer',
      'breaking',
      'breaking',
      (tree) =>
        'headers' in tree
          ? { ...tree, headers: without(table(tree['headers']), firstKey(tree['headers'])) }
          : undefined,
    ],
    [
      'a content type more',
      'compatible',
      'breaking',
      (tree) =>
        'content' in tree
          ? { ...tree, content: { ...table(tree['content']), 'text/x': {} } }
          : undefined,
    ],
    [
      'a content type fewer',
      'breaking',
      'breaking',
      (tree) =>
        'content' in tree
          ? { ...tree, content: without(table(tree['content']), firstKey(tree['content'])) }
          : undefined,
    ],
    ['a link', 'compatible', 'compatible', set('links', { next: { operationId: 'other' } })],
  ),
  ...rules('header')(
    ['required', 'breaking', 'compatible', set('required', true)],
    ['deprecated', 'compatible', 'compatible', set('deprecated', true)],
    [
      'of another schema',
      'breaking',
      'breaking',
      (tree) => ('schema' in tree ? { ...tree, schema: { type: 'null' } } : undefined),
    ],
    ['more words', 'counted', 'counted', say('description', plain)],
  ),
  ...rules('media')(
    ['no schema', 'compatible', 'breaking', drop('schema')],
    [
      'another encoding',
      'breaking',
      'breaking',
      (tree) => ('encoding' in tree ? { ...tree, encoding: {} } : undefined),
    ],
    [
      'fewer scenes',
      'counted',
      'counted',
      (tree) =>
        'examples' in tree
          ? { ...tree, examples: without(table(tree['examples']), firstKey(tree['examples'])) }
          : undefined,
    ],
  ),
  ...rules('example')(
    ['another value', 'counted', 'counted', set('value', 'another')],
    ['another summary', 'counted', 'counted', say('summary', plain)],
  ),
]
