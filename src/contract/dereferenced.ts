import type { Document } from 'openapi-backend'
import { referred } from './referred.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * The document with what its references lead to in their places, which may make circles of it. What
 * stands beside a reference counts before what it leads to. The library that openapi-backend has for
 * this also reads other files, and takes a fifth of each start.
 */
export function dereferenced(document: Document): Document {
  const known = new Map<object, unknown>()

  function resolve(node: unknown): unknown {
    if (typeof node !== 'object' || node === null) return node
    if (known.has(node)) return known.get(node)
    const { $ref: reference, ...beside } = node as Members
    if (typeof reference !== 'string') return resolveMembers(node)
    const target = resolve(referred(document, reference))
    const isAlone = Object.keys(beside).length === 0
    const resolved = isAlone ? target : { ...(target as Members), ...resolveMembers(beside) }
    known.set(node, resolved)
    return resolved
  }

  // Known before its members are, one of which may lead back to it.
  function resolveMembers<Node extends object>(node: Node): Node {
    const resolved = (Array.isArray(node) ? [] : {}) as Node
    known.set(node, resolved)
    for (const [name, member] of Object.entries(node)) {
      Object.assign(resolved, { [name]: resolve(member) })
    }
    return resolved
  }

  return resolveMembers(document)
}
