/** A command line as the shell splits it; undefined where a quote is not closed. */
export function shellWords(line: string): readonly string[] | undefined {
  const text = isOfWindows(line) ? withoutCarets(line) : line
  const words: string[] = []
  let word: string | undefined
  for (let at = 0; at < text.length;) {
    const [piece, length] = pieceAt(text, at)
    if (length === 0) return undefined
    at += length
    if (piece !== undefined) word = (word ?? '') + piece
    else if (word !== undefined) {
      words.push(word)
      word = undefined
    }
  }
  return word === undefined ? words : [...words, word]
}

// What a browser copies for cmd.exe has a caret before each mark.
function isOfWindows(line: string): boolean {
  return /\^"|\^\r?\n/.test(line)
}

function withoutCarets(line: string): string {
  return line.replace(/\^(\r?\n|[^])/g, (_all, next: string) => (/\n/.test(next) ? ' ' : next))
}

const forms: readonly (readonly [RegExp, (inside: string) => string | undefined])[] = [
  [/\\\r?\n/y, () => undefined],
  [/\s+/y, () => undefined],
  [/'([^']*)'/y, (inside) => inside],
  [/\$'((?:[^'\\]|\\[^])*)'/y, ansiUnescaped],
  [
    /"((?:[^"\\]|\\[^])*)"/y,
    (inside) => inside.replace(/\\\r?\n/g, '').replace(/\\(["\\$`])/g, '$1'),
  ],
  [/\\([^])/y, (inside) => inside],
  [/([^\s'"\\$]+)/y, (inside) => inside],
  [/(\$)(?!')/y, (inside) => inside],
]

// The piece that begins there (undefined between two words), and how long it is; 0 for none.
function pieceAt(text: string, at: number): readonly [string | undefined, number] {
  for (const [form, read] of forms) {
    form.lastIndex = at
    const match = form.exec(text)
    if (match) return [read(match[1] ?? ''), match[0].length]
  }
  return [undefined, 0]
}

const ansi: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b', e: '\x1b', f: '\f', v: '\v' },
}

// $'...' of Bash.
function ansiUnescaped(inside: string): string {
  return inside.replace(
    /\\(?:u([\da-f]{1,4})|U([\da-f]{1,8})|x([\da-f]{1,2})|([0-7]{1,3})|([^]))/gi,
    (_all, unit?: string, point?: string, byte?: string, octal?: string, mark?: string) => {
      const digits = unit ?? point ?? byte
      if (digits !== undefined) return String.fromCodePoint(Number.parseInt(digits, 16))
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      return mark === undefined ? '' : (ansi[mark] ?? mark)
    },
  )
}
