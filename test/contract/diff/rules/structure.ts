import type { Tree } from '../../../../scripts/contract-diff/tree.ts'
import { type Rule, rules, list, table, isText, without, set, drop } from './rule.ts'

const isObject = (tree: Tree) => tree['type'] === 'object' && 'properties' in tree
const firstOf = (tree: Tree) => Object.keys(table(tree['properties']))[0] ?? ''
const optional = (tree: Tree) =>
  Object.keys(table(tree['properties'])).find((name) => !list(tree['required']).includes(name))

/** What an object, a list or a choice is made of. */
export const structureRules: Rule[] = [
  ...rules('schema')(
    [
      'a member required',
      'breaking',
      'compatible',
      (tree) => {
        const name = isObject(tree) ? optional(tree) : undefined
        return name === undefined
          ? undefined
          : { ...tree, required: [...list(tree['required']), name] }
      },
    ],
    [
      'a member not required',
      'compatible',
      'breaking',
      (tree) =>
        isObject(tree) && list(tree['required']).length > 0
          ? { ...tree, required: list(tree['required']).slice(1) }
          : undefined,
    ],
    [
      'a member gone',
      'breaking',
      'breaking',
      (tree) =>
        isObject(tree)
          ? {
              ...tree,
              properties: without(table(tree['properties']), firstOf(tree)),
              required: list(tree['required']).filter((name) => name !== firstOf(tree)),
            }
          : undefined,
    ],
    [
      'a member more',
      'compatible',
      'compatible',
      (tree) =>
        isObject(tree)
          ? { ...tree, properties: { ...table(tree['properties']), brandNew: { type: 'string' } } }
          : undefined,
    ],
    [
      'a required member more',
      'breaking',
      'compatible',
      (tree) =>
        isObject(tree)
          ? {
              ...tree,
              properties: { ...table(tree['properties']), brandNew: { type: 'string' } },
              required: [...list(tree['required']), 'brandNew'],
            }
          : undefined,
    ],
    [
      'no unknown members',
      'breaking',
      'compatible',
      set(
        'additionalProperties',
        false,
        (tree) => isObject(tree) && !('additionalProperties' in tree),
      ),
    ],
    [
      'unknown members',
      'compatible',
      'compatible',
      drop('additionalProperties', (tree) => tree['additionalProperties'] === false),
    ],
    [
      'items unique',
      'breaking',
      'compatible',
      set('uniqueItems', true, (tree) => tree['type'] === 'array'),
    ],
    ['items not unique', 'compatible', 'breaking', drop('uniqueItems')],
    [
      'other items',
      'breaking',
      'compatible',
      (tree) =>
        'items' in tree && '$ref' in (tree['items'] as Tree)
          ? { ...tree, items: { ...(tree['items'] as Tree), enum: ['onlyThis'] } }
          : undefined,
    ],
    ['items of any kind', 'compatible', 'breaking', drop('items')],
    [
      'a default',
      'compatible',
      'compatible',
      (tree) => (isText(tree) && !('default' in tree) ? { ...tree, default: 'x' } : undefined),
    ],
    [
      'another default',
      'breaking',
      'breaking',
      (tree) => ('default' in tree ? { ...tree, default: 4711 } : undefined),
    ],
    ['no default', 'breaking', 'breaking', drop('default')],
    ['deprecated', 'compatible', 'compatible', set('deprecated', true)],
    ['read only', 'breaking', 'breaking', set('readOnly', true)],
    ['write only', 'breaking', 'breaking', set('writeOnly', true)],
    [
      'an alternative fewer',
      'breaking',
      'compatible',
      (tree) =>
        list(tree['oneOf']).length > 1
          ? { ...tree, oneOf: list(tree['oneOf']).slice(1) }
          : undefined,
    ],
    [
      'an alternative more',
      'compatible',
      'breaking',
      (tree) =>
        'oneOf' in tree
          ? { ...tree, oneOf: [...list(tree['oneOf']), { title: 'brandNew', type: 'boolean' }] }
          : undefined,
    ],
    [
      'any of the alternatives',
      'breaking',
      'breaking',
      (tree) => ('oneOf' in tree ? { ...without(tree, 'oneOf'), anyOf: tree['oneOf'] } : undefined),
    ],
    [
      'told apart by another member',
      'breaking',
      'breaking',
      (tree) =>
        'discriminator' in tree ? { ...tree, discriminator: { propertyName: 'other' } } : undefined,
    ],
    ['a condition more', 'breaking', 'breaking', set('not', { required: ['x'] }, isObject)],
    ['a condition gone', 'breaking', 'breaking', drop('if')],
    ['names bound', 'breaking', 'breaking', drop('propertyNames')],
    ['dependent members', 'breaking', 'breaking', set('dependentRequired', { a: ['b'] }, isObject)],
    [
      'patterned members',
      'breaking',
      'breaking',
      set('patternProperties', { '^x': { type: 'string' } }, isObject),
    ],
    [
      'what has to be in the list',
      'breaking',
      'breaking',
      set('contains', { const: 1 }, (tree) => tree['type'] === 'array'),
    ],
    [
      'first items',
      'breaking',
      'breaking',
      set('prefixItems', [{ type: 'string' }], (tree) => tree['type'] === 'array'),
    ],
    [
      'what nobody evaluated',
      'breaking',
      'compatible',
      set('unevaluatedProperties', false, isObject),
    ],
    [
      'another content',
      'breaking',
      'compatible',
      set('contentSchema', { type: 'object' }, (tree) => isText(tree) && 'contentEncoding' in tree),
    ],
    ['a dialect', 'breaking', 'breaking', set('$schema', 'https://example.com/dialect')],
    ['an anchor', 'breaking', 'breaking', set('$anchor', 'here')],
    ['in XML', 'breaking', 'breaking', set('xml', { name: 'x' })],
  ),
  ...rules(
    'schema',
    true,
  )([
    'a member renamed',
    'breaking',
    'breaking',
    (tree) => {
      const { properties, required } = tree
      // Another one like it could be meant.
      const alone = Object.entries(table(properties)).find(
        ([, schema]) =>
          Object.values(table(properties)).filter(
            (one) => one['type'] === schema['type'] && one['$ref'] === schema['$ref'],
          ).length === 1,
      )
      if (!isObject(tree) || alone === undefined) return undefined
      const [old, schema] = alone
      const renamed = (name: unknown) => (name === old ? 'brandNew' : name)
      return {
        ...tree,
        properties: { ...without(table(properties), old), brandNew: schema },
        ...(required === undefined ? {} : { required: list(required).map(renamed) }),
      }
    },
  ]),
]
