/**
 * What is the same in every language of a Markdown text: its words in backticks, and the lines of its
 * fenced blocks without their comments. `<new>` stands for a value that the reader puts in, and is told
 * in the reader's language.
 */
export function codeOf(text: string): ReadonlySet<string> {
  const fences = [...text.matchAll(/^ *```.*\n([\s\S]*?)^ *```/gm)].flatMap(([, lines = '']) =>
    lines.split('\n').map((line) => line.replace(/(^|\s+)(#|\/\/) .*$/, '').trim()),
  )
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '')
  const words = [...prose.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
  return new Set(
    [...fences, ...words].filter(Boolean).map((code) => code.replaceAll(/<[^<>]+>/g, '<>')),
  )
}
