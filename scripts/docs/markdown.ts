import markdownIt, { type Token } from 'markdown-it'
import { escape } from './escape.ts'
import type { OutlineEntry } from './layout.ts'
import { type Section, nameHeadings, sectionsOf, textOf } from './sections.ts'
import { labelCells } from './tables.ts'

/** A guide page as it stands in docs/: HTML, and what navigation and search take from it. */
export interface Article {
  readonly title: string
  /** The first paragraph, as plain text. */
  readonly description: string
  readonly html: string
  readonly outline: readonly OutlineEntry[]
  readonly sections: readonly Section[]
}

/** What a page may take in beside its text. */
export interface Surroundings {
  /** The drawing of a name such as `life-cycle.svg`, to stand in the page itself. */
  readonly drawing: (name: string) => string
  /** HTML that replaces a line `<!-- name -->`. */
  readonly inserts: Readonly<Record<string, string>>
  /** What the link of a heading to itself is called. */
  readonly linkToSection: string
}

/**
 * Renders a guide page. Its first heading is the title; every other heading gets an id, from
 * `{#id}` behind it or from its words. Throws for a page without a title or first paragraph, a
 * heading without an id, an id that occurs twice, and an insert that is unknown.
 */
export function renderMarkdown(source: string, surroundings: Surroundings): Article {
  const renderer = rendererFor(surroundings)
  const tokens = renderer.parse(source, {})
  nameHeadings(tokens)
  labelCells(tokens)
  tokens.forEach((token, at) => {
    if (token.type === 'inline') adapt(token, tokens[at - 1], tokens[at + 1])
  })
  const sections = sectionsOf(tokens)
  return {
    title: titleOf(tokens),
    description: descriptionOf(tokens),
    html: renderer.renderer.render(tokens, renderer.options, {}),
    outline: sections
      .filter(({ level }) => level === 2)
      .map(({ id, heading: text }) => ({ id, text })),
    sections,
  }
}

function rendererFor({ drawing, inserts, linkToSection }: Surroundings) {
  const renderer = markdownIt({ html: true })
  const { rules } = renderer.renderer
  const plain = (tokens: Token[], at: number) =>
    renderer.renderer.renderToken(tokens, at, renderer.options)
  rules['table_open'] = (tokens, at) => `<div class="table">${plain(tokens, at)}`
  rules['table_close'] = () => '</table></div>\n'
  rules['td_open'] = (tokens, at) => `${plain(tokens, at)}<div>`
  rules['td_close'] = () => '</div></td>\n'
  rules['html_block'] = (tokens, at) => insertOf(tokens[at]?.content ?? '', inserts)
  rules['heading_close'] = (tokens, at) => headingEnd(tokens, at, linkToSection)
  rules['image'] = (tokens, at) => {
    const image = tokens[at]
    const caption = image?.content ?? ''
    const file = String(image?.attrGet('src') ?? '')
    return `<figure>${drawing(file)}<figcaption>${escape(caption)}</figcaption></figure>\n`
  }
  return renderer
}

function insertOf(html: string, inserts: Surroundings['inserts']): string {
  const name = /^<!-- ([a-z-]+) -->\s*$/.exec(html)?.[1]
  if (name === undefined) return html
  const insert = inserts[name]
  if (insert === undefined) throw new Error(`no insert is called ${name}`)
  return insert
}

function headingEnd(tokens: Token[], at: number, label: string): string {
  const tag = tokens[at]?.tag ?? ''
  const id = tokens[at - 2]?.attrGet('id')
  if (!id) return `</${tag}>\n`
  const name = escape(`${label}: ${textOf(tokens[at - 1])}`)
  return ` <a class="anchor" href="#${id}" aria-label="${name}">#</a></${tag}>\n`
}

// Links between the sources become links between the pages; a drawing is no paragraph.
function adapt(inline: Token, before: Token | undefined, after: Token | undefined): void {
  const children = inline.children ?? []
  for (const link of children.filter(({ type }) => type === 'link_open')) {
    const target = String(link.attrGet('href') ?? '')
    if (!/^[a-z]+:/.test(target)) link.attrSet('href', target.replace(/\.md(?=$|#)/, '.html'))
    else link.attrSet('rel', 'noreferrer')
  }
  if (children.length !== 1 || children[0]?.type !== 'image' || !before || !after) return
  before.hidden = true
  after.hidden = true
}

function titleOf(tokens: readonly Token[]): string {
  const at = tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h1')
  const title = textOf(tokens[at + 1])
  if (at === -1 || title === '') throw new Error('the page has no title')
  return title
}

function descriptionOf(tokens: readonly Token[]): string {
  const at = tokens.findIndex(({ type, level }) => type === 'paragraph_open' && level === 0)
  const text = textOf(tokens[at + 1])
  if (at === -1 || text === '') throw new Error('the page has no first paragraph')
  return text
}
