import type { Entry } from '../../docs/theme/search-options.ts'

export type NewEntry = Omit<Entry, 'id'>

/** What is found on a page, but for its code blocks: its sections, and the rows of its tables that say what a code means. */
export function entriesOf(html: string, path: string): NewEntry[] {
  const title = textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '')
  const content = /<div class="sl-markdown-content">([\s\S]*?)<footer/.exec(html)?.[1] ?? ''
  const parts = content
    .replace(/<figure class="frame[\s\S]*?<\/figure>|<a class="sl-anchor-link[\s\S]*?<\/a>/g, ' ')
    .split(/<h[23] id="/)
  return parts.flatMap((part, at) => {
    const [, id, heading = '', body = ''] = (at > 0 &&
      /^([^"]*)"[^>]*>([\s\S]*?)<\/h[23]>([\s\S]*)$/.exec(part)) || ['', '', '', part]
    const url = id === '' ? path : `${path}#${id}`
    const section = { title, heading: textOf(heading), names: [], summary: '', url }
    return [{ ...section, kind: 'section', text: textOf(body) }, ...rowsOf(body, title, url)]
  })
}

// Whose first cell begins with a code.
function rowsOf(body: string, title: string, url: string): NewEntry[] {
  const rows = body.match(/<tr[ >][\s\S]*?<\/tr>/g) ?? []
  return rows.flatMap((row) => {
    const [first = '', ...others] = row.match(/<td[ >][\s\S]*?<\/td>/g) ?? []
    if (!/^<td[^>]*>(<div>)?<code/.test(first)) return []
    const text = others.map(textOf).join(' · ')
    return [
      { kind: 'row', title, heading: textOf(first), names: codesIn(first), summary: '', text, url },
    ]
  })
}

// `000100` – `000107` are eight.
function codesIn(cell: string): string[] {
  const codes = [...cell.matchAll(/<code[^>]*>([\s\S]*?)<\/code>/g)].map(([, code = '']) =>
    textOf(code),
  )
  const [from = '', to = ''] = codes
  if (codes.length !== 2 || !/[–-]/.test(textOf(cell)) || !/^\d+$/.test(from + to)) return codes
  const count = Number(to) - Number(from) + 1
  return Array.from({ length: count }, (_code, at) =>
    String(Number(from) + at).padStart(from.length, '0'),
  )
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#39|\w+);/g, (all, name: string) => entities[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim()
}
