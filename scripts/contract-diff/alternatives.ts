import { type Contract, type Schema, componentName, followed, listOf } from './contract.ts'

/** A component that was the only form and is one of several now, and what the others are called. */
export function keptAlternative(before: Schema, after: Schema, contract: Contract) {
  const name = componentName(before)
  if (name === undefined || componentName(after) !== undefined) return undefined
  const alternatives = alternativesOf(after, contract)
  const schema = alternatives.get(name)
  if (schema === undefined) return undefined
  return { schema, others: [...alternatives.keys()].filter((other) => other !== name) }
}

/** By the constant that tells them apart, or else by the name of their component, title or type. */
export function alternativesOf(schema: Schema, contract: Contract): ReadonlyMap<string, Schema> {
  const { oneOf, anyOf, discriminator } = schema
  return new Map(
    (oneOf ?? anyOf ?? []).map((alternative, index) => {
      const { properties, title, type } = followed(alternative, contract)
      const tag = discriminator && properties?.[discriminator.propertyName]?.const
      if (typeof tag === 'string') return [tag, alternative]
      const name = componentName(alternative) ?? title ?? (type && listOf(type).join(' or '))
      return [name ?? String(index), alternative]
    }),
  )
}
