import type { Language } from '../shared/languages.ts'
import type { Source } from './contract-documents.ts'
import type { Text } from './text.ts'
import type { Words } from './words.ts'

/** A table; each row has a cell for each head. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map(rowOf).join('\n')
}

/** A text in one line on a page of a language; in another one it says so. `*` and the like stay Markdown. */
export function inline({ text, language: own }: Text, language: Language): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return own === language || line === '' ? line : `<span lang="${own}">${line}</span>`
}

/** A text of paragraphs, lists and tables on a page of a language. */
export function block({ text, language: own }: Text, language: Language): string {
  return own === language ? text.trim() : `<div lang="${own}">\n\n${text.trim()}\n\n</div>`
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

/**
 * What stands in an element of HTML, and in a block of HTML in Markdown: an empty line would end that, so
 * its line feed is written as an entity.
 */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n\n', '\n&#10;')
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
