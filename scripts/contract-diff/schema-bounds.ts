import { type Finding, found } from './findings.ts'
import type { Pair } from './keywords.ts'
import { valuesOf } from './schema-alternatives.ts'
import { type Tree, shown } from './tree.ts'

// How much a bound lets through: of these more, the larger the number; of the others the smaller.
const upper = [
  'maxLength',
  'maximum',
  'exclusiveMaximum',
  'maxItems',
  'maxProperties',
  'maxContains',
] as const
const lower = [
  'minLength',
  'minimum',
  'exclusiveMinimum',
  'minItems',
  'minProperties',
  'minContains',
] as const
type Bound = (typeof upper)[number] | (typeof lower)[number]
type Bounds = Readonly<Partial<Record<Bound, number>>>

/**
 * What bounds let through. A list of values has bounds by itself: what they take from a free value,
 * or a free value from them, is told as the change of the values.
 */
export function compareBounds({ was, now, at }: Pair): Finding[] {
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

function boundsOf(schema: Tree): Bounds {
  return { ...(schema as Bounds), ...boundsIn(valuesOf(schema) ?? []) }
}

// The bounds that a list of values sets by itself.
function boundsIn(values: readonly unknown[]): Bounds {
  const lengths = values.filter((value) => typeof value === 'string').map(({ length }) => length)
  const numbers = values.filter((value) => typeof value === 'number')
  return {
    ...(lengths.length > 0 && { minLength: Math.min(...lengths), maxLength: Math.max(...lengths) }),
    ...(numbers.length > 0 && { minimum: Math.min(...numbers), maximum: Math.max(...numbers) }),
  }
}

function room(bounds: Bounds, bound: Bound): number {
  const value = bounds[bound]
  if (value === undefined) return leastOf(bound)
  return (upper as readonly string[]).includes(bound) ? value : -value
}

// No least length is one of 0; what contains has to fit once at least.
function leastOf(bound: Bound): number {
  if (bound === 'minContains') return -1
  return /^min[A-Z]/.test(bound) ? 0 : Infinity
}

function told(bounds: Bounds, bound: Bound): string {
  return `${bound} ${bounds[bound] ?? 'none'}`
}

const forms = ['pattern', 'format', 'multipleOf', 'contentEncoding', 'contentMediaType'] as const

/** The forms that a text, or a number, is held to. */
export function compareForms({ was, now, at }: Pair): Finding[] {
  const texts = (schema: Tree, form: string) =>
    schema[form] === undefined ? '' : `${form} ${shown(schema[form])}`
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
function isToldByValues(was: Tree, now: Tree): boolean {
  const [before, after] = [valuesOf(was), valuesOf(now)]
  if (before !== undefined && after !== undefined) return true
  if (before !== undefined) return matchesAll(now, before)
  return after !== undefined && matchesAll(was, after)
}

function matchesAll(schema: Tree, values: readonly unknown[]): boolean {
  const expression = new RegExp(patternOf(schema) ?? '', 'u')
  return values.every((value) => typeof value !== 'string' || expression.test(value))
}

// A pattern lets through what it did and more where it keeps the old one as its first alternative.
function isWiderPattern(before: Tree, after: Tree): boolean {
  const [was, now] = [inner(before), inner(after)]
  return was !== undefined && now !== undefined && now.startsWith(`(${was}|`) && now.endsWith(')')
}

function inner(schema: Tree): string | undefined {
  return /^\^(.*)\$$/.exec(patternOf(schema) ?? '')?.[1]
}

function patternOf({ pattern }: Tree): string | undefined {
  return typeof pattern === 'string' ? pattern : undefined
}
