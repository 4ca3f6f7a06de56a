import { isDeepStrictEqual } from 'node:util'
import type { ChangeKind, Finding } from './changes.ts'
import { type Contract, type Schema, componentName, followed, listOf } from './contract.ts'
import { retrySentence } from '../tables/retry-table.ts'
import { alternativesOf, keptAlternative } from './alternatives.ts'
import { boundsIn, isWiderPattern, matchesAll } from './widening.ts'

/** Both versions of a document. */
export interface Versions {
  readonly before: Contract
  readonly after: Contract
}

/** Where two schemas are compared: as readers see it, and the same for one component anywhere. */
export interface Place {
  readonly member: string
  readonly identity: string
  /** Components that are being compared, so that a circle ends. */
  readonly within: readonly string[]
}

/** Every difference between two schemas that can be seen in a value. */
export function compareSchemas(
  before: Schema,
  after: Schema,
  place: Place,
  versions: Versions,
): Finding[] {
  const kept = keptAlternative(before, after, versions.after)
  if (kept !== undefined) {
    const others = kept.others.map((other) => found('variant-added', place, '', other))
    return [...others, ...compareSchemas(before, kept.schema, place, versions)]
  }
  const name = componentName(after)
  if (name !== undefined && place.within.includes(name)) return []
  const at = name === undefined ? place : entered(place, name)
  const was = flattened(before, versions.before)
  const now = flattened(after, versions.after)
  return [
    ...compareRules(was, now, at),
    ...compareTypes(was, now, at),
    ...compareValues(was, now, at),
    ...compareBounds(was, now, at),
    ...compareForms(was, now, at),
    ...compareAlternatives(was, now, at, versions),
    ...compareMembers(was, now, at, versions),
    ...compareItems(was, now, at, versions),
  ]
}

function entered({ member, within }: Place, name: string): Place {
  return { member, identity: name, within: [...within, name] }
}

// The parts of allOf hold together, so they are one schema.
function flattened(schema: Schema, contract: Contract): Schema {
  const { allOf, ...own } = followed(schema, contract)
  if (allOf === undefined) return own
  const parts = [...allOf.map((part) => flattened(part, contract)), own]
  return parts.reduce((whole, part) => ({
    ...whole,
    ...part,
    properties: { ...whole.properties, ...part.properties },
    required: [...(whole.required ?? []), ...(part.required ?? [])],
  }))
}

// What an activity says of its repeats and retries.
function compareRules(was: Schema, now: Schema, at: Place): Finding[] {
  const rules = [
    ['repeat-changed', was['x-repeat'] ?? '', now['x-repeat'] ?? ''],
    ['retry-changed', retrySentence(was['x-retry'] ?? ''), retrySentence(now['x-retry'] ?? '')],
  ] as const
  return rules.flatMap(([kind, before, after]) =>
    before === after ? [] : [found(kind, at, before, after)],
  )
}

function compareTypes(was: Schema, now: Schema, at: Place): Finding[] {
  if (was.type === undefined || now.type === undefined) return []
  const [before, after] = [listOf(was.type), listOf(now.type)]
  const [lost, gained] = [without(before, after), without(after, before)]
  if (lost.length === 0 && gained.length === 0) return []
  const kind: ChangeKind =
    gained.length === 0 ? 'types-narrowed' : lost.length === 0 ? 'types-widened' : 'types-changed'
  return [found(kind, at, before.join(', '), after.join(', '))]
}

function compareValues(was: Schema, now: Schema, at: Place): Finding[] {
  const [before, after] = [valuesOf(was), valuesOf(now)]
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [found('values-limited', at, '', shown(after ?? []))]
  if (after === undefined) return [found('values-unlimited', at, shown(before), '')]
  const [lost, gained] = [without(before, after), without(after, before)]
  const added = was['x-extensible'] === true ? 'values-foretold' : 'values-added'
  return [
    ...(lost.length > 0 ? [found('values-removed', at, shown(lost), '')] : []),
    ...(gained.length > 0 ? [found(added, at, '', shown(gained))] : []),
  ]
}

// How much a bound lets through: of these more, the larger the number; of the others the smaller.
const upper = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxProperties'] as const
const lower = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties'] as const
type Bound = (typeof upper)[number] | (typeof lower)[number]

// A list of values has bounds by itself. What they take from a free value, or a free value from
// them, is told as the change of the values.
function compareBounds(was: Schema, now: Schema, at: Place): Finding[] {
  const [wasListed, isListed] = [was, now].map((schema) => valuesOf(schema) !== undefined)
  if (wasListed && isListed) return []
  const [before, after] = [boundsOf(was), boundsOf(now)]
  return [...upper, ...lower].flatMap((bound) => {
    const more = room(after, bound) - room(before, bound)
    if (Number.isNaN(more) || more === 0 || (more < 0 ? isListed : wasListed)) return []
    const kind = more < 0 ? 'bound-narrowed' : 'bound-widened'
    return [found(kind, at, told(before, bound), told(after, bound))]
  })
}

type Bounds = Readonly<Partial<Record<Bound, number>>>

function boundsOf(schema: Schema): Bounds {
  return { ...(schema as Bounds), ...boundsIn(valuesOf(schema) ?? []) }
}

function room(bounds: Bounds, bound: Bound): number {
  const value = bounds[bound]
  // No least length is one of 0.
  if (value === undefined) return /^min[A-Z]/.test(bound) ? 0 : Infinity
  return (upper as readonly string[]).includes(bound) ? value : -value
}

function told(bounds: Bounds, bound: Bound): string {
  return `${bound} ${bounds[bound] ?? 'none'}`
}

const forms = ['pattern', 'format', 'multipleOf', 'contentEncoding'] as const

function compareForms(was: Schema, now: Schema, at: Place): Finding[] {
  const texts = (schema: Schema, form: string) => {
    const value = (schema as Partial<Record<string, string | number>>)[form]
    return value === undefined ? '' : `${form} ${value}`
  }
  return forms.flatMap((form) => {
    const [before, after] = [texts(was, form), texts(now, form)]
    if (before === after || (form === 'pattern' && isToldByValues(was, now))) return []
    if (before === '') return [found('form-added', at, before, after)]
    if (after === '') return [found('form-removed', at, before, after)]
    const isWider = form === 'pattern' && isWiderPattern(was, now)
    return [found(isWider ? 'form-widened' : 'form-changed', at, before, after)]
  })
}

// As with bounds: what a pattern says beside a list of values is news only if it refuses one of them.
function isToldByValues(was: Schema, now: Schema): boolean {
  const [before, after] = [valuesOf(was), valuesOf(now)]
  if (before !== undefined && after !== undefined) return true
  if (before !== undefined) return matchesAll(now, before)
  return after !== undefined && matchesAll(was, after)
}

function compareAlternatives(was: Schema, now: Schema, at: Place, versions: Versions): Finding[] {
  const before = alternativesOf(was, versions.before)
  const after = alternativesOf(now, versions.after)
  if (before.size === 0 && after.size === 0) return []
  const [lost, gained] = [
    without([...before.keys()], [...after.keys()]),
    without([...after.keys()], [...before.keys()]),
  ]
  const shared = [...after].flatMap(([name, schema]) => {
    const old = before.get(name)
    if (old === undefined) return []
    const isActivity = now.discriminator !== undefined
    return compareSchemas(old, schema, isActivity ? below(at, name) : at, versions)
  })
  return [
    ...lost.map((name) => found('variant-removed', at, name, '')),
    ...gained.map((name) => found('variant-added', at, '', name)),
    ...shared,
  ]
}

function compareMembers(was: Schema, now: Schema, at: Place, versions: Versions): Finding[] {
  const [before, after] = [was.properties ?? {}, now.properties ?? {}]
  const [lost, gained] = [
    without(Object.keys(before), Object.keys(after)),
    without(Object.keys(after), Object.keys(before)),
  ]
  const isRequired = (schema: Schema, name: string) => schema.required?.includes(name) === true
  const shared = Object.entries(after).flatMap(([name, schema]) => {
    const old = before[name]
    if (old === undefined) return []
    const inside = below(at, name)
    const presence = [isRequired(was, name), isRequired(now, name)]
    return [
      ...(presence[0] && !presence[1] ? [found('member-optional', inside)] : []),
      ...(!presence[0] && presence[1] ? [found('member-required', inside)] : []),
      ...compareSchemas(old, schema, inside, versions),
    ]
  })
  return [
    ...lost.map((name) => found('member-removed', below(at, name))),
    ...gained.map((name) =>
      found(isRequired(now, name) ? 'member-added-required' : 'member-added', below(at, name)),
    ),
    ...shared,
    ...compareOpenness(was, now, at),
  ]
}

function compareOpenness(was: Schema, now: Schema, at: Place): Finding[] {
  const [before, after] = [was.additionalProperties, now.additionalProperties]
  const conditions = ['if', 'then', 'else', 'not', 'propertyNames', 'dependentRequired'] as const
  const differ = conditions.some((name) => {
    return !isDeepStrictEqual(memberOf(was, name), memberOf(now, name))
  })
  return [
    ...(before !== false && after === false ? [found('members-closed', at)] : []),
    ...(before === false && after !== false ? [found('members-opened', at)] : []),
    ...(differ ? [found('condition-changed', at)] : []),
  ]
}

function memberOf(schema: Schema, name: string): unknown {
  return (schema as Readonly<Record<string, unknown>>)[name]
}

function compareItems(was: Schema, now: Schema, at: Place, versions: Versions): Finding[] {
  if (was.items === undefined || now.items === undefined) return []
  const { member, identity, within } = at
  const inside = { member: `${member}[]`, identity: `${identity}[]`, within }
  return compareSchemas(was.items, now.items, inside, versions)
}

/** The place of a member below another. */
export function below({ member, identity, within }: Place, name: string): Place {
  const prefix = member === '' ? '' : `${member}.`
  return { member: `${prefix}${name}`, identity: `${identity}.${name}`, within }
}

function found(kind: ChangeKind, { member, identity }: Place, was = '', now = ''): Finding {
  return { kind, member, identity, was, now }
}

function valuesOf({ enum: values, const: only }: Schema): readonly unknown[] | undefined {
  return values ?? (only === undefined ? undefined : [only])
}

const shown = (values: readonly unknown[]) => values.map(String).join(', ')
const without = <Value>(all: readonly Value[], others: readonly Value[]) =>
  all.filter((one) => !others.includes(one))
