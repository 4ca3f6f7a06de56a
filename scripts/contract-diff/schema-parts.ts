import { followed, referenceOf } from './contract.ts'
import type { Versions } from './findings.ts'
import { type Tree, listOf, treeOf, treesOf } from './tree.ts'

/** A schema with the parts of its allOf in it, for they hold together. */
export function flattened(schema: Tree, document: Tree): Tree {
  const { allOf, ...own } = followed(schema, document)
  if (allOf === undefined) return own
  const parts = [...treesOf(allOf).map((part) => flattened(part, document)), own]
  return parts.reduce((whole, part) => ({ ...whole, ...part, ...membersOf(whole, part) }))
}

function membersOf(whole: Tree, part: Tree): Tree {
  return {
    properties: { ...treeOf(whole['properties']), ...treeOf(part['properties']) },
    required: [...listOf(whole['required']), ...listOf(part['required'])],
  }
}

/** Both schemas are made of the same components, in the same order. */
export function isAligned(was: Tree, now: Tree, { renamed }: Versions): boolean {
  const [before, after] = [treesOf(was['allOf']), treesOf(now['allOf'])]
  const names = (parts: readonly Tree[]) => parts.map((part) => referenceOf(part) ?? '')
  const [from, to] = [names(before), names(after)]
  return (
    from.length === to.length && from.every((name, at) => (renamed.get(name) ?? name) === to[at])
  )
}
