import { jsonIn } from '../domain/json-in.ts'

// What any answer of the store has is far below; a deeper one would break those who walk through it.
const mostDepth = 64
const [quote, backslash] = [0x22, 0x5c]
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

/** The JSON of an answer; undefined if it is none, or nested deeper than any answer can be. */
export function readJson(body: Buffer): unknown {
  return isTooDeep(body) ? undefined : jsonIn(body.toString())
}

function isTooDeep(body: Buffer): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0
    if (isText && byte === backslash) at++
    else if (byte === quote) isText = !isText
    else if (isText) continue
    else if (opening.has(byte) && ++depth > mostDepth) return true
    else if (closing.has(byte)) depth--
  }
  return false
}
