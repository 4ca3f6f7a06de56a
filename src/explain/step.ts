import { type Content, joinBytes, utf8 } from './bytes.ts'
import type { Text } from './text.ts'

/** A stretch of what is signed; a text is UTF-8. A secret one is never shown, only how long it is. */
export interface Part {
  readonly name: Text
  readonly content: Content
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
  return { name, content }
}

/** A part that is not shown. */
export function secretPart(name: Text, content: Content): Part {
  return { ...part(name, content), isSecret: true }
}

/** A step of one part. */
export function step(id: string, title: Text, content: Content): Step {
  return { id, title, parts: [part(title, content)] }
}

/** A part as bytes. */
export function partBytes({ content }: Part): Uint8Array {
  return typeof content === 'string' ? utf8(content) : content
}

/** The bytes of parts, one behind the other. Texts are joined before: thousands of them are, in a search. */
export function joinedBytes(parts: readonly Part[]): Uint8Array {
  const texts = parts.flatMap(({ content }) => (typeof content === 'string' ? [content] : []))
  return texts.length === parts.length ? utf8(texts.join('')) : joinBytes(...parts.map(partBytes))
}
