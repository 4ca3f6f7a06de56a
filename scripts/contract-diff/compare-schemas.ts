import { followed, referenceOf } from './contract.ts'
import { type Finding, type Place, type Versions, below, found, inside } from './findings.ts'
import { type Compare, type Keywords, type Pair, asNotation, compareKeywords } from './keywords.ts'
import { alternativesOf, formName, isAlternativesOnly, typesOf } from './schema-alternatives.ts'
import {
  compareAccess,
  compareDefault,
  compareDeprecation,
  compareExtensibility,
  compareUniqueness,
} from './schema-flags.ts'
import { flattened, isAligned } from './schema-parts.ts'
import { compareMembers } from './schema-members.ts'
import { compareValueSpace } from './schema-values.ts'
import * as texts from './texts.ts'
import { type Tree, isTree, shown, treesOf } from './tree.ts'

/** Every difference between two schemas. A component that both refer to is compared where it stands. */
export function compareSchemas(
  before: unknown,
  after: unknown,
  at: Place,
  versions: Versions,
): Finding[] {
  const [was, now] = [asSchema(before), asSchema(after)]
  const [from, to] = [referenceOf(was), referenceOf(now)]
  if (from !== undefined && to !== undefined && (versions.renamed.get(from) ?? from) === to) {
    return compareKeywords(schemaKeywords, { was: beside(was), now: beside(now), at, versions })
  }
  if (from === undefined && to === undefined) return compareChoice({ was, now, at, versions })
  const circle = `${from} > ${to}`
  if (at.within.includes(circle)) return []
  const place = { ...at, within: [...at.within, circle] }
  const findings = compareChoice({ was, now, at: place, versions })
  return findings.length > 0 ? findings : [asNotation({ was, now, at, versions }, '$ref')]
}

// Anything, and nothing.
function asSchema(value: unknown): Tree {
  if (value === true) return {}
  return isTree(value) ? value : { not: {} }
}

function beside({ $ref: _followed, ...schema }: Tree): Tree {
  return schema
}

// One form that is one of several now, or the other way round.
function compareChoice(pair: Pair): Finding[] {
  const { was, now, at, versions } = pair
  const full = { was: followed(was, versions.before), now: followed(now, versions.after) }
  const before = formsOf(full.was, versions.before)
  const after = formsOf(full.now, versions.after)
  if ((before === undefined) === (after === undefined))
    return compareParts({ ...full, at, versions })
  const isMore = after !== undefined
  const forms = after ?? before ?? new Map<string, Tree>()
  const name = formName(isMore ? was : now, isMore ? versions.before : versions.after)
  const kept = name === undefined ? undefined : forms.get(name)
  if (name === undefined || kept === undefined) return compareParts({ ...full, at, versions })
  const others = [...forms.keys()].filter((other) => other !== name)
  return [
    ...others.map((other) =>
      isMore ? found('variant-added', at, '', other) : found('variant-removed', at, other, ''),
    ),
    ...(isMore ? compareSchemas(was, kept, at, versions) : compareSchemas(kept, now, at, versions)),
  ]
}

function formsOf(schema: Tree, document: Tree): ReadonlyMap<string, Tree> | undefined {
  return isAlternativesOnly(schema) ? alternativesOf(schema, document) : undefined
}

// Of what lets everything through no member is gone. The words of what is left out are gone with it.
function compareFreedom(pair: Pair): Finding[] | undefined {
  const { was, now, at, versions } = pair
  const [before, after] = [isAnything(was), isAnything(now)]
  if (before === after) return undefined
  const [loose, bound] = before ? [was, now] : [now, was]
  const types = typesOf(bound)?.join(', ') ?? shown(texts.withoutWords(bound))
  const kind = before ? 'types-narrowed' : 'types-widened'
  const words =
    Object.keys(loose).length === 0 ? () => ({}) : (schema: Tree) => pick(schema, isFree)
  return [
    found(kind, at, before ? 'any' : types, before ? types : 'any'),
    ...compareKeywords(schemaKeywords, { was: words(was), now: words(now), at, versions }),
  ]
}

const free = ['deprecated', 'readOnly', 'writeOnly', 'default', 'xml', '$id', '$schema', '$anchor']
const isFree = (keyword: string) => texts.isWording(keyword) || free.includes(keyword)

function isAnything(schema: Tree): boolean {
  return Object.keys(schema).every(isFree)
}

function pick(schema: Tree, isPicked: (keyword: string) => boolean): Tree {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => isPicked(keyword)))
}

// The parts of allOf hold together. Where they are the same components, each is compared by itself.
function compareParts(pair: Pair): Finding[] {
  const { was, now, at, versions } = pair
  const freedom = compareFreedom(pair)
  if (freedom !== undefined) return freedom
  if (was['allOf'] === undefined && now['allOf'] === undefined) {
    return compareKeywords(schemaKeywords, pair)
  }
  if (!isAligned(was, now, versions)) {
    const whole = { was: flattened(was, versions.before), now: flattened(now, versions.after) }
    const findings = compareKeywords(schemaKeywords, { ...whole, at, versions })
    return findings.length > 0 ? findings : [asNotation(pair, 'allOf')]
  }
  const [before, after] = [treesOf(was['allOf']), treesOf(now['allOf'])]
  return [
    ...before.flatMap((part, index) =>
      compareSchemas(part, after[index], inside(at, `/allOf/${index}`), versions),
    ),
    ...compareKeywords(schemaKeywords, { was: own(was), now: own(now), at, versions }),
  ]
}

function own({ allOf: _parts, ...schema }: Tree): Tree {
  return schema
}

const compareItems: Compare = ({ was, now, at, versions }) =>
  compareSchemas(was['items'] ?? {}, now['items'] ?? {}, below(at, '[]', '/items'), versions)

const compareOpenness: Compare = ({ was, now, at, versions }, keyword) => {
  const [before, after] = [was[keyword], now[keyword]]
  if (after === false) return [found('members-closed', at)]
  if (before === false) return [found('members-opened', at)]
  return compareSchemas(before ?? {}, after ?? {}, below(at, '*', `/${keyword}`), versions)
}

const compareContent: Compare = ({ was, now, at, versions }, keyword) =>
  compareSchemas(was[keyword] ?? {}, now[keyword] ?? {}, inside(at, `/${keyword}`), versions)

const compareCondition: Compare = (pair, keyword) => {
  const { was, now, at } = pair
  const place = inside(at, `/${keyword}`)
  const [before, after] = [shown(was[keyword]), shown(now[keyword])]
  const isWordsOnly = texts.differsInWordsOnly(was[keyword], now[keyword])
  return [found(isWordsOnly ? 'text-changed' : 'condition-changed', place, before, after)]
}

/** What becomes of each keyword of a schema. */
const schemaKeywords: Keywords<'schema'> = {
  $id: compareCondition,
  $schema: compareCondition,
  $anchor: compareCondition,
  $dynamicRef: compareCondition,
  $dynamicAnchor: compareCondition,
  $vocabulary: compareCondition,
  $comment: texts.compareLabel,
  $defs: compareCondition,
  allOf: compareCondition,
  anyOf: compareValueSpace,
  oneOf: compareValueSpace,
  not: compareCondition,
  if: compareCondition,
  then: compareCondition,
  else: compareCondition,
  dependentSchemas: compareCondition,
  prefixItems: compareCondition,
  items: compareItems,
  contains: compareCondition,
  properties: compareMembers,
  patternProperties: compareCondition,
  additionalProperties: compareOpenness,
  propertyNames: compareCondition,
  unevaluatedItems: compareCondition,
  unevaluatedProperties: compareOpenness,
  type: compareValueSpace,
  enum: compareValueSpace,
  const: compareValueSpace,
  multipleOf: compareValueSpace,
  maximum: compareValueSpace,
  exclusiveMaximum: compareValueSpace,
  minimum: compareValueSpace,
  exclusiveMinimum: compareValueSpace,
  maxLength: compareValueSpace,
  minLength: compareValueSpace,
  pattern: compareValueSpace,
  maxItems: compareValueSpace,
  minItems: compareValueSpace,
  uniqueItems: compareUniqueness,
  maxContains: compareValueSpace,
  minContains: compareValueSpace,
  maxProperties: compareValueSpace,
  minProperties: compareValueSpace,
  required: compareMembers,
  dependentRequired: compareCondition,
  format: compareValueSpace,
  contentEncoding: compareValueSpace,
  contentMediaType: compareValueSpace,
  contentSchema: compareContent,
  title: texts.compareLabel,
  description: texts.compareText,
  default: compareDefault,
  deprecated: compareDeprecation,
  readOnly: compareAccess,
  writeOnly: compareAccess,
  example: texts.compareExample,
  examples: texts.compareExample,
  discriminator: compareValueSpace,
  xml: compareCondition,
  externalDocs: texts.compareLabel,
  'x-source': texts.compareSource,
  'x-repeat': texts.compareRepeat,
  'x-retry': texts.compareRetry,
  'x-changed': texts.compareLabel,
  'x-inferred': texts.compareMark,
  'x-extensible': compareExtensibility,
  'x-note': texts.compareText,
}
