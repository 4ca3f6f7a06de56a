import type { Schema } from './contract.ts'

/** True where a pattern lets through what it did and more: it keeps the old one as its first alternative. */
export function isWiderPattern(before: Schema, after: Schema): boolean {
  const [was, now] = [inner(before), inner(after)]
  return was !== undefined && now !== undefined && now.startsWith(`(${was}|`) && now.endsWith(')')
}

function inner(schema: Schema): string | undefined {
  const { pattern } = schema as { readonly pattern?: string }
  return /^\^(.*)\$$/.exec(pattern ?? '')?.[1]
}

/** The bounds that a list of values sets by itself: they are no news to who knows the values. */
export function boundsIn(values: readonly unknown[]) {
  const lengths = values.filter((value) => typeof value === 'string').map(({ length }) => length)
  const numbers = values.filter((value) => typeof value === 'number')
  return {
    ...(lengths.length > 0 && { minLength: Math.min(...lengths), maxLength: Math.max(...lengths) }),
    ...(numbers.length > 0 && { minimum: Math.min(...numbers), maximum: Math.max(...numbers) }),
  }
}

/** True where the pattern of a schema, if it has one, lets all of these values through. */
export function matchesAll(schema: Schema, values: readonly unknown[]): boolean {
  const { pattern } = schema as { readonly pattern?: string }
  const expression = new RegExp(pattern ?? '', 'u')
  return values.every((value) => typeof value !== 'string' || expression.test(value))
}
