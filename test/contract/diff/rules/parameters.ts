import type { Tree } from '../../../../scripts/contract-diff/tree.ts'
import { type Rule, rules, set, drop, say, plain, window } from './rule.ts'

const isIn = (place: string) => (tree: Tree) => tree['in'] === place
/** Parameters. */
export const parameterRules: Rule[] = [
  ...rules('parameter')(
    ['required', 'breaking', 'compatible', set('required', true, isIn('query'))],
    ['not required', 'compatible', 'breaking', drop('required', isIn('header'))],
    ['deprecated', 'compatible', 'compatible', set('deprecated', true)],
    ['another style', 'breaking', 'breaking', set('style', 'pipeDelimited', isIn('query'))],
    [
      'exploded',
      'breaking',
      'breaking',
      set('explode', false, (tree) => isIn('query')(tree) && !('explode' in tree)),
    ],
    ['reserved characters', 'breaking', 'breaking', set('allowReserved', true, isIn('query'))],
    ['empty values', 'breaking', 'breaking', set('allowEmptyValue', true, isIn('query'))],
    [
      'of another schema',
      'breaking',
      'breaking',
      (tree) => ('schema' in tree ? { ...tree, schema: { type: 'null' } } : undefined),
    ],
    ['more words', 'counted', 'counted', say('description', plain)],
    ['a rule in words', 'rule', 'rule', say('description', window)],
    ['another example', 'counted', 'counted', set('example', 'another')],
    [
      'the usual style',
      'compatible',
      'compatible',
      set('style', 'form', (tree) => isIn('query')(tree) && !('style' in tree)),
    ],
    ['a keyword of nobody', 'error', 'error', set('x-unheard-of', true)],
  ),
  ...rules('parameter', true)(
    ['renamed', 'breaking', 'breaking', set('name', 'brandNew', isIn('query'))],
    ['renamed in the path', 'breaking', 'breaking', set('name', 'brandNew', isIn('path'))],
    ['a header renamed', 'breaking', 'breaking', set('name', 'X-Brand-New', isIn('header'))],
    ['moved to the query', 'breaking', 'breaking', set('in', 'query', isIn('header'))],
    ['moved to a header', 'breaking', 'breaking', set('in', 'header', isIn('query'))],
  ),
]
