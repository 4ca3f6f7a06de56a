const chunkBytes = 64 * 1024
const [backslash, letterU] = [0x5c, 0x75]

/** What stands for a character behind a backslash, but for `u`; any other stands for itself. */
const meanings = Uint8Array.from({ length: 256 }, (_none, byte) => byte)
for (const [letter, meant] of ['b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  meanings[letter?.charCodeAt(0) ?? 0] = meant?.charCodeAt(0) ?? 0
}

/**
 * Hands over the UTF-8 bytes that a JSON text (without its quotes) stands for, chunk by chunk: a text
 * of megabytes is not made in memory. The chunk is used again for the next.
 */
export function updateUnescaped(text: Buffer, update: (chunk: Buffer) => void): void {
  const first = text.indexOf(backslash)
  if (first === -1) {
    update(text)
    return
  }
  if (first > 0) update(text.subarray(0, first))
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let at = first
  while (at < text.length) {
    const filled = fillChunk(chunk, text, at)
    update(chunk.subarray(0, filled.length))
    at = filled.at
  }
}

function endOfRun(text: Buffer, start: number, stop: number): number {
  let at = start + 1
  while (at < stop && text[at] !== 0x5c) at++
  return at
}

/** Fills a chunk from a place of a text on; returns how much is in it, and where the text goes on. */
function fillChunk(chunk: Buffer, text: Buffer, start: number): { length: number; at: number } {
  // The longest character has four bytes.
  const most = chunk.length - 4
  const end = text.length
  let [at, length] = [start, 0]
  while (at < end && length <= most) {
    const byte = text[at] ?? 0
    if (byte !== 0x5c) {
      // Most runs are short, and a call to copy them would cost more than it saves.
      const stop = endOfRun(text, at, Math.min(end, at + most - length + 1))
      if (stop - at > 100) text.copy(chunk, length, at, stop)
      else
        for (let index = 0; index < stop - at; index++)
          chunk[length + index] = text[at + index] ?? 0
      length += stop - at
      at = stop
      continue
    }
    const letter = text[at + 1] ?? 0
    if (letter !== 0x75) {
      chunk[length++] = meanings[letter] ?? 0
      at += 2
      continue
    }
    const point = codePointAt(text, at + 2)
    at += point > 0xffff ? 12 : 6
    length = putCodePoint(chunk, length, point)
  }
  return { length, at }
}

/** The character of one `\u` escape, or of two that are a pair; `at` is behind the first `\u`. */
function codePointAt(text: Buffer, at: number): number {
  const unit = unitAt(text, at)
  const isHigh = unit >= 0xd800 && unit <= 0xdbff
  if (!isHigh || text[at + 4] !== backslash || text[at + 5] !== letterU) return unit
  const low = unitAt(text, at + 6)
  if (low < 0xdc00 || low > 0xdfff) return unit
  return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
}

function unitAt(text: Buffer, at: number): number {
  return (
    (digit(text[at]) << 12) |
    (digit(text[at + 1]) << 8) |
    (digit(text[at + 2]) << 4) |
    digit(text[at + 3])
  )
}

// What is no digit makes a wrong character, and a text that no token fits.
function digit(byte = 0): number {
  return byte <= 0x39 ? byte & 0xf : (byte & 0xf) + 9
}

// Half a pair has no bytes: U+FFFD stands there, as everywhere else in Node.
function putCodePoint(chunk: Buffer, start: number, point: number): number {
  let at = start
  if (point < 0x80) chunk[at++] = point
  else if (point < 0x800) {
    chunk[at++] = 0xc0 | (point >> 6)
    chunk[at++] = 0x80 | (point & 0x3f)
  } else if (point < 0x10000) {
    const whole = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    chunk[at++] = 0xe0 | (whole >> 12)
    chunk[at++] = 0x80 | ((whole >> 6) & 0x3f)
    chunk[at++] = 0x80 | (whole & 0x3f)
  } else {
    chunk[at++] = 0xf0 | (point >> 18)
    chunk[at++] = 0x80 | ((point >> 12) & 0x3f)
    chunk[at++] = 0x80 | ((point >> 6) & 0x3f)
    chunk[at++] = 0x80 | (point & 0x3f)
  }
  return at
}
