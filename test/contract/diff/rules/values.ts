import type { Tree } from '../../../../scripts/contract-diff/tree.ts'
import {
  type Rule,
  rules,
  without,
  type Rest,
  list,
  isText,
  isFree,
  set,
  drop,
  move,
} from './rule.ts'

const sized = (letter: string, tree: Tree) =>
  letter.repeat(Number(tree['minLength'] ?? Math.min(4, Number(tree['maxLength'] ?? 4))))

const bounds = (upper: string, lower: string): Rest[] => [
  [`${upper} lowered`, 'breaking', 'compatible', move(upper, -1)],
  [`${upper} raised`, 'compatible', 'breaking', move(upper, 1)],
  [`${upper} dropped`, 'compatible', 'breaking', drop(upper, isFree)],
  [`${lower} raised`, 'breaking', 'compatible', move(lower, 1)],
  [
    `${lower} dropped`,
    'compatible',
    'breaking',
    drop(lower, (tree) => isFree(tree) && tree[lower] !== 0),
  ],
]

/** What a value may be. */
export const valueRules: Rule[] = [
  ...rules('schema')(
    ...bounds('maxLength', 'minLength'),
    ...bounds('maximum', 'minimum'),
    ...bounds('maxItems', 'minItems'),
    [
      'pattern changed',
      'breaking',
      'breaking',
      (tree) => ('pattern' in tree && isFree(tree) ? { ...tree, pattern: '^x$' } : undefined),
    ],
    ['pattern dropped', 'compatible', 'breaking', drop('pattern', isFree)],
    [
      'pattern added',
      'breaking',
      'compatible',
      set('pattern', '^x$', (tree) => isText(tree) && !('pattern' in tree)),
    ],
    [
      'format changed',
      'breaking',
      'breaking',
      (tree) => ('format' in tree ? { ...tree, format: 'ipv4' } : undefined),
    ],
    ['format dropped', 'compatible', 'breaking', drop('format')],
    ['contentEncoding dropped', 'compatible', 'breaking', drop('contentEncoding')],
    ['contentMediaType dropped', 'compatible', 'breaking', drop('contentMediaType')],
    [
      'contentMediaType changed',
      'breaking',
      'breaking',
      (tree) => ('contentMediaType' in tree ? { ...tree, contentMediaType: 'text/x' } : undefined),
    ],
    [
      'multipleOf added',
      'breaking',
      'compatible',
      set('multipleOf', 5, (tree) => tree['type'] === 'integer' && isFree(tree)),
    ],
    ['minProperties raised', 'breaking', 'compatible', move('minProperties', 1)],
    ['maxProperties lowered', 'breaking', 'compatible', move('maxProperties', -1)],
    [
      'a value fewer',
      'breaking',
      'compatible',
      (tree) =>
        list(tree['enum']).length > 1 ? { ...tree, enum: list(tree['enum']).slice(1) } : undefined,
    ],
    [
      'a value more, of a closed list',
      'compatible',
      'breaking',
      (tree) =>
        'enum' in tree && tree['x-extensible'] !== true
          ? { ...tree, enum: [...list(tree['enum']), 'x'] }
          : undefined,
    ],
    [
      'a value more, of an open list',
      'compatible',
      'compatible',
      (tree) =>
        'enum' in tree && tree['x-extensible'] === true
          ? { ...tree, enum: [...list(tree['enum']), 'x'] }
          : undefined,
    ],
    ['a list of values dropped', 'compatible', 'breaking', drop('enum', (tree) => 'type' in tree)],
    ['x-extensible dropped', 'breaking', 'breaking', drop('x-extensible')],
    [
      'x-extensible added',
      'compatible',
      'breaking',
      set('x-extensible', true, (tree) => 'enum' in tree && tree['x-extensible'] !== true),
    ],
    [
      'another constant',
      'breaking',
      'breaking',
      (tree) => ('const' in tree ? { ...tree, const: `${String(tree['const'])}x` } : undefined),
    ],
    ['another type', 'breaking', 'breaking', set('type', 'boolean', isText)],
    [
      'null too',
      'compatible',
      'breaking',
      (tree) => (isText(tree) ? { ...tree, type: ['string', 'null'] } : undefined),
    ],
    ['no type', 'compatible', 'breaking', drop('type', isFree)],
    [
      'a text as one of two constants',
      'breaking',
      'compatible',
      (tree) =>
        isText(tree) && !['format', 'pattern', 'contentEncoding'].some((name) => name in tree)
          ? {
              ...without(tree, 'maxLength', 'minLength', 'type'),
              oneOf: [{ const: sized('x', tree) }, { const: sized('y', tree) }],
            }
          : undefined,
    ],
  ),
]
