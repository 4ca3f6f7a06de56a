import type { Token } from 'markdown-it'

/** A heading and what stands below it, as plain text; the part before the first heading has no id. */
export interface Section {
  readonly id: string
  readonly heading: string
  readonly level: number
  readonly text: string
}

/**
 * Gives every heading below the title its id: `{#id}` behind its words, which is taken away, or else
 * its words. Throws for a heading without an id and for an id that occurs twice.
 */
export function nameHeadings(tokens: readonly Token[]): void {
  const seen = new Set<string>()
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open' || token.tag === 'h1') return
    const heading = tokens[at + 1]
    const id = takeId(heading) ?? slugOf(textOf(heading))
    if (id === '') throw new Error(`the heading "${textOf(heading)}" needs an id: {#id}`)
    if (seen.has(id)) throw new Error(`two headings have the id ${id}`)
    seen.add(id)
    token.attrSet('id', id)
  })
}

function takeId(heading: Token | undefined): string | undefined {
  const last = heading?.children?.at(-1)
  const match = /^(.*?)\s*\{#([a-z0-9-]+)\}$/.exec(last?.content ?? '')
  if (!last || !match) return undefined
  last.content = match[1] ?? ''
  return match[2]
}

function slugOf(text: string): string {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[a-z0-9]+/g) ?? []
  return words.join('-')
}

/** The words of an inline token, without marks. */
export function textOf(token: Token | undefined): string {
  const parts = (token?.children ?? []).map(({ type, content }) => {
    if (type === 'softbreak') return ' '
    return type === 'text' || type === 'code_inline' ? content : ''
  })
  return parts.join('').trim()
}

/** The sections of a page in order. Code blocks are left out: nobody searches for them. */
export function sectionsOf(tokens: readonly Token[]): Section[] {
  const sections = [{ id: '', heading: '', level: 1, words: [] as string[] }]
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]
    if (token.type !== 'inline') return
    if (before?.type !== 'heading_open') {
      sections.at(-1)?.words.push(textOf(token))
    } else if (before.tag !== 'h1') {
      const level = Number(before.tag.slice(1))
      sections.push({
        id: String(before.attrGet('id') ?? ''),
        heading: textOf(token),
        level,
        words: [],
      })
    }
  })
  return sections.map(({ words, ...section }) => ({ ...section, text: words.join(' ') }))
}
