/** Where the value of a member stands: a text without its quotes, or anything else. */
export interface MemberSpan {
  readonly start: number
  readonly end: number
  readonly isText: boolean
}

// The kit's calls have at most a dozen members, and hold their lists as text.
const mostMembers = 100
const longestName = 256
const mostBlanks = 4096
const mostBytesBesideTexts = 256 * 1024

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/**
 * The members of a JSON object by name, found in its bytes without parsing it; of a name that occurs
 * twice the last counts. Undefined for what is not an object, or has more than 100 members or more than
 * 256 KiB that are no text of a member: whatever the bytes, they are passed once.
 */
export function membersIn(bytes: Buffer): ReadonlyMap<string, MemberSpan> | undefined {
  const members = new Map<string, MemberSpan>()
  let at = skipBlanks(bytes, 0)
  if (bytes[at] !== openBrace) return undefined
  let [count, beside] = [0, 0]
  at = skipBlanks(bytes, at + 1)
  if (bytes[at] === closeBrace) return endsAt(bytes, at + 1) ? members : undefined
  for (;;) {
    const member = memberAt(bytes, at)
    if (member === undefined) return undefined
    const { name, span } = member
    count += 1
    beside += span.isText ? 0 : span.end - span.start
    if (count > mostMembers || beside > mostBytesBesideTexts) return undefined
    members.set(name, span)
    at = skipBlanks(bytes, span.isText ? span.end + 1 : span.end)
    if (bytes[at] === closeBrace) return endsAt(bytes, at + 1) ? members : undefined
    if (bytes[at] !== comma) return undefined
    at = skipBlanks(bytes, at + 1)
  }
}

function memberAt(bytes: Buffer, at: number) {
  if (bytes[at] !== quote) return undefined
  const nameEnd = endOfText(bytes, at + 1)
  const name = nameEnd === undefined ? undefined : nameIn(bytes, at + 1, nameEnd)
  if (nameEnd === undefined || name === undefined) return undefined
  const separator = skipBlanks(bytes, nameEnd + 1)
  if (bytes[separator] !== colon) return undefined
  const value = skipBlanks(bytes, separator + 1)
  const isText = bytes[value] === quote
  const start = isText ? value + 1 : value
  const end = isText ? endOfText(bytes, start) : endOfOther(bytes, start)
  return end === undefined ? undefined : { name, span: { start, end, isText } }
}

function nameIn(bytes: Buffer, start: number, end: number): string | undefined {
  if (end - start > longestName) return undefined
  try {
    return JSON.parse(`"${bytes.toString('utf8', start, end)}"`) as string
  } catch {
    return undefined
  }
}

/** The place of the quote that ends a text. Most texts have no escapes: they are not looked at by byte. */
function endOfText(bytes: Buffer, start: number): number | undefined {
  const first = bytes.indexOf(quote, start)
  if (first === -1) return undefined
  const escaped = bytes.subarray(start, first).indexOf(backslash)
  if (escaped === -1) return first
  // The literals are read ten million times.
  for (let at = start + escaped, end = bytes.length; at < end; at++) {
    const byte = bytes[at]
    if (byte === 0x5c) at++
    else if (byte === 0x22) return at
  }
  return undefined
}

/** The place behind a number, a literal, an array or an object. */
function endOfOther(bytes: Buffer, start: number): number | undefined {
  const stop = Math.min(bytes.length, start + mostBytesBesideTexts + 1)
  let depth = 0
  for (let at = start; at < stop; at++) {
    const byte = bytes[at]
    if (byte === quote) {
      const end = endOfText(bytes, at + 1)
      if (end === undefined) return undefined
      at = end
    } else if (byte === openBrace || byte === openBracket) depth++
    else if (depth === 0 && (byte === comma || byte === closeBrace)) return at
    else if (byte === closeBrace || byte === closeBracket) depth--
  }
  return undefined
}

function skipBlanks(bytes: Buffer, start: number): number {
  let at = start
  while (isBlankByte(bytes[at]) && at - start < mostBlanks) at++
  return at
}

function isBlankByte(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function endsAt(bytes: Buffer, at: number): boolean {
  return skipBlanks(bytes, at) === bytes.length
}
