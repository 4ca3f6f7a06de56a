import { type Rule, rules, set, say, plain, window } from './rule.ts'

/** What is said of a value. */
export const saidRules: Rule[] = [
  ...rules('schema')(
    ['more words', 'counted', 'counted', say('description', plain)],
    ['a rule in words', 'rule', 'rule', say('description', window)],
    ['another title', 'counted', 'counted', set('title', 'Something else')],
    ['a note', 'counted', 'counted', say('x-note', plain)],
    [
      'Chinese words, where there were none',
      'counted',
      'counted',
      set('x-zh', '必须如此。', (tree) => !('x-zh' in tree)),
    ],
    ['more Chinese words', 'counted', 'counted', say('x-zh', '原来如此。')],
    ['a rule in Chinese', 'rule', 'rule', say('x-zh', '有效期为 60 秒。')],
    [
      'another repeat',
      'rule',
      'rule',
      (tree) => ('x-repeat' in tree ? { ...tree, 'x-repeat': plain } : undefined),
    ],
    [
      'another retry',
      'rule',
      'rule',
      (tree) =>
        'x-retry' in tree ? { ...tree, 'x-retry': { for: 'PT9H', then: 'by-hand' } } : undefined,
    ],
    [
      'another source',
      'counted',
      'counted',
      (tree) => ('x-source' in tree ? { ...tree, 'x-source': 'own' } : undefined),
    ],
    ['concluded', 'counted', 'counted', set('x-inferred', true)],
    [
      'changed since',
      'counted',
      'counted',
      set('x-changed', { edition: '2030-01-01', was: 'other' }),
    ],
    ['another example', 'counted', 'counted', set('example', 'another')],
    ['a keyword of nobody', 'error', 'error', set('x-unheard-of', true)],
  ),
]
