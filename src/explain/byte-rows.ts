import { type Part, partBytes } from './step.ts'

/** A row of a dump: where it begins, its bytes as hex, and the same as characters. */
export interface ByteRow {
  readonly offset: number
  readonly cells: readonly ByteCell[]
}

/** A byte of a dump; a secret one has no value. */
export interface ByteCell {
  readonly hex: string
  /** The character that begins here, visible; empty for the further bytes of a character. */
  readonly shown: string
  readonly kind: 'plain' | 'control' | 'secret'
}

/** The bytes of parts in rows, blanks and control characters visible, secrets covered. */
export function byteRows(parts: readonly Part[], width = 16): readonly ByteRow[] {
  const cells = parts.flatMap(cellsOf)
  const count = Math.ceil(cells.length / width)
  return Array.from({ length: count }, (_row, at) => ({
    offset: at * width,
    cells: cells.slice(at * width, (at + 1) * width),
  }))
}

function cellsOf(part: Part): readonly ByteCell[] {
  const bytes = partBytes(part)
  if (part.isSecret) return Array.from(bytes, () => ({ hex: '••', shown: '•', kind: 'secret' }))
  const cells: ByteCell[] = []
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at)
    const shown = shownCharacter(bytes.subarray(at, at + length))
    for (let inside = 0; inside < length; inside++) {
      const hex = (bytes[at + inside] ?? 0).toString(16).padStart(2, '0')
      cells.push({ ...(inside === 0 ? shown : { shown: '', kind: shown.kind }), hex })
    }
    at += length
  }
  return cells
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

// The bytes of one character of UTF-8, or a single byte that belongs to none.
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  try {
    strict.decode(bytes.subarray(at, at + length))
    return length
  } catch {
    return 1
  }
}

const marks: Readonly<Record<string, string>> = { ' ': '␠', '\x7f': '␡', '\ufeff': 'BOM' }

function shownCharacter(bytes: Uint8Array): Omit<ByteCell, 'hex'> {
  const character = decoded(bytes)
  if (character === undefined) return { shown: '?', kind: 'control' }
  const mark = marks[character] ?? (character < ' ' ? controlPicture(character) : undefined)
  if (mark !== undefined) return { shown: mark, kind: 'control' }
  // What has no picture of its own would not be seen.
  if (/^[\p{Z}\p{C}]$/u.test(character)) return { shown: codeOf(character), kind: 'control' }
  return { shown: character, kind: 'plain' }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

function controlPicture(character: string): string {
  return String.fromCharCode(0x2400 + character.charCodeAt(0))
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The bytes of parts as one text, blanks and control characters visible, secrets covered. */
export function shownText(parts: readonly Part[]): string {
  return parts
    .map((part) =>
      part.isSecret
        ? `‹${part.name.en}: ${partBytes(part).length}›`
        : cellsOf(part)
            .map(({ shown }) => shown)
            .join(''),
    )
    .join('')
}
