import { utf8 } from './bytes.ts'

/** Writes a text as bytes. */
export type Charset = (text: string) => Uint8Array

const question = 0x3f

/** UTF-16, the lower byte first, as Windows has it. */
export const utf16le: Charset = (text) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true)
  return bytes
}

/** UTF-16 as `getBytes("UTF-16")` of Java has it: the higher byte first, behind a byte order mark. */
export const utf16: Charset = (text) => {
  const bytes = utf16le(`\ufeff${text}`)
  for (let at = 0; at < bytes.length; at += 2) bytes.subarray(at, at + 2).reverse()
  return bytes
}

/** ISO 8859-1 as Java writes it: `?` for what it does not have. */
export const latin1: Charset = (text) =>
  Uint8Array.from(Array.from(text), (character) => {
    const point = character.codePointAt(0) ?? 0
    return point < 0x100 ? point : question
  })

/** The lower byte of each code unit, as `binary` in Node has it. */
export const lowBytes: Charset = (text) =>
  Uint8Array.from({ length: text.length }, (_one, at) => text.charCodeAt(at) & 0xff)

/** UTF-8 whose bytes were taken for ISO 8859-1 and written as UTF-8 once more. */
export const utf8Twice: Charset = (text) =>
  utf8(Array.from(utf8(text), (byte) => String.fromCharCode(byte)).join(''))

/** UTF-8 that writes the halves of a surrogate pair one by one (CESU-8), as old Java and MySQL do. */
export const cesu8: Charset = (text) => Uint8Array.from(text.split('').flatMap(unitInUtf8))

function unitInUtf8(character: string): number[] {
  const unit = character.charCodeAt(0)
  if (unit < 0x80) return [unit]
  if (unit < 0x800) return [0xc0 | (unit >> 6), 0x80 | (unit & 63)]
  return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63)]
}

/** GBK, the charset of a Chinese Windows; `?` for what it does not have. */
export const gbk: Charset = (text) =>
  Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character < '\x80') return [character.charCodeAt(0)]
      return gbkCodes().get(character) ?? [question]
    }),
  )

let codes: ReadonlyMap<string, readonly number[]> | undefined

// Platforms read GBK and do not write it: the table is made from what they read, once.
function gbkCodes(): ReadonlyMap<string, readonly number[]> {
  codes ??= new Map(span(0x81, 0xfe).flatMap(gbkRow))
  return codes
}

function gbkRow(lead: number): (readonly [string, readonly number[]])[] {
  const pairs = span(0x40, 0xfe).map((trail) => [lead, trail] as const)
  const lines = Uint8Array.from(pairs.flatMap((pair) => [...pair, 0x0a]))
  const characters = new TextDecoder('gbk').decode(lines).split('\n')
  return pairs.flatMap((pair, at) => {
    const character = characters[at] ?? ''
    return Array.from(character).length === 1 && character !== '\ufffd'
      ? [[character, pair] as const]
      : []
  })
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_one, at) => first + at)
}
