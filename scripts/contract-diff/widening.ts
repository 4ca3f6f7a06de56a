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

/** The bounds that a list of texts sets by itself: text of any length is no news to who knows its values. */
export function lengthsIn({ enum: values }: Schema): { minLength?: number; maxLength?: number } {
  const texts = values?.filter((value) => typeof value === 'string') ?? []
  if (texts.length === 0 || texts.length !== values?.length) return {}
  const lengths = texts.map(({ length }) => length)
  return { minLength: Math.min(...lengths), maxLength: Math.max(...lengths) }
}
