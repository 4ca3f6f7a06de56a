// Chinese characters and their punctuation take two columns of a terminal.
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}

/** A text of exactly so many columns: what does not fit is cut, what is short is filled up. */
export function fitted(text: string, columns: number, end: 'left' | 'right' = 'left'): string {
  const short = columnsOf(text) > columns ? `${headOf(text, columns - 3)}...` : text
  const fill = ' '.repeat(columns - columnsOf(short))
  return end === 'left' ? short + fill : fill + short
}

/** A text in lines of at most so many columns, each with the indent, broken between words if there are any. */
export function wrapped(text: string, columns: number, indent: string): string[] {
  const room = columns - columnsOf(indent)
  const lines: string[] = []
  for (const word of text.match(/\s*\S+/g) ?? []) {
    const line = lines.at(-1)
    if (line !== undefined && columnsOf(line + word) <= room) lines[lines.length - 1] = line + word
    else lines.push(...pieces(word.trimStart(), room))
  }
  return lines.map((line) => indent + line)
}

function pieces(word: string, room: number): string[] {
  const head = headOf(word, room)
  return head === word ? [word] : [head, ...pieces(word.slice(head.length), room)]
}

function headOf(text: string, columns: number): string {
  let head = ''
  for (const character of text) {
    if (columnsOf(head + character) > columns) return head
    head += character
  }
  return head
}
