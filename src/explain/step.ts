import { type Content, utf8 } from './bytes.ts'
import type { Text } from './text.ts'

/** A stretch of bytes. A secret one is never shown, only how long it is. */
export interface Part {
  readonly name: Text
  readonly bytes: Uint8Array
  readonly isSecret?: true
}

/** What is computed on the way to a signature, in the order in which it is computed. */
export interface Step {
  readonly id: string
  readonly title: Text
  readonly parts: readonly Part[]
}

/** A part that may be shown. */
export function part(name: Text, content: Content): Part {
  return { name, bytes: typeof content === 'string' ? utf8(content) : content }
}

/** A part that is not shown. */
export function secretPart(name: Text, content: Content): Part {
  return { ...part(name, content), isSecret: true }
}

/** A step of one part. */
export function step(id: string, title: Text, content: Content): Step {
  return { id, title, parts: [part(title, content)] }
}
