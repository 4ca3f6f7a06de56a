import type { Source } from './contract-documents.ts'
import type { Words } from './words.ts'

/** A table; each row has a cell for each head. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map(rowOf).join('\n')
}

/** Text that is in English on every page, in one line; `*`, `|` and the like stay Markdown. */
export function english(text: string): string {
  return `<span lang="en">${text.trim().replace(/\s+/g, ' ')}</span>`
}

export function code(text: string): string {
  return `\`${text}\``
}

/** The page of the store that something was written from, with its edition. */
export function sourceLink(source: Source, { own }: Words): string {
  if (source === 'own') return own
  const page = source.url.split('/').at(-1) ?? ''
  return `[${page.replace('.html', '')}](${source.url}) (${source.edition})`
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
