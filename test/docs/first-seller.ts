/** A text after the edit that a diff without line numbers tells; ` …` stands between its places. */
export function edited(text: string, diff: string): string {
  return diff.split(/^ …$/m).reduce((before, place) => {
    const lines = place.split('\n').filter((line) => !/^$|^(---|\+\+\+) /.test(line))
    const side = (marks: string) =>
      lines
        .filter((line) => marks.includes(line.charAt(0)))
        .map((line) => `${line.slice(1)}\n`)
        .join('')
    const old = side(' -')
    if (before.split(old).length !== 2) throw new Error(`this is not there once:\n${old}`)
    return before.replace(old, () => side(' +'))
  }, text)
}

/** The lines of a printed sample that the output does not show in their order; `…` stands for any lines. */
export function notShown(sample: string, output: string): readonly string[] {
  const left = output.split('\n').map(withoutNumbers)
  return sample.split('\n').filter((line) => {
    if (line.trim() === '…') return false
    const at = left.indexOf(withoutNumbers(line))
    left.splice(0, at + 1)
    return at < 0
  })
}

// Keys, ids and counts are others each time.
function withoutNumbers(line: string): string {
  return line.replaceAll(/\b[0-9a-f]{8,}\b/g, '#').replaceAll(/\d+/g, '#')
}
