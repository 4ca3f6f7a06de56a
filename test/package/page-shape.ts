import { posix } from 'node:path'
import markdownIt, { type Token } from 'markdown-it'
import { headingsOf } from './pages.ts'

/** One block of a page in the terms that every language shares. */
export interface Block {
  /** `h2`, `p`, `li`, `tr`, or `fence sh`. */
  readonly kind: string
  /** Its code words, sorted, or the lines of a fenced block without their comments. */
  readonly code: readonly string[]
  /** Where its links lead, with the language taken out, sorted. */
  readonly links: readonly string[]
}

const parser = markdownIt({ html: true })
// An anchor before a heading gives it the id that it has in English; that links find it is tested elsewhere.
const headingId = /^<a id="[\w-]+"><\/a>\n\n(?=#+ )/gm
const kinds = new Map([
  ['list_item_open', 'li'],
  ['tr_open', 'tr'],
  ['paragraph_open', 'p'],
])

/** The blocks of a page's text in their order; what is written in prose is left out. */
export function blocksOf(text: string, page: string): Block[] {
  const blocks: Block[] = []
  let open: { kind: string; code: string[]; links: string[] } | undefined
  for (const token of parser.parse(text.replace(headingId, ''), {})) {
    const kind = kindOf(token)
    if (token.type === 'fence')
      blocks.push({ kind: `fence ${token.info}`, code: linesOf(token), links: [] })
    // A paragraph that a list item or a cell begins with is the item's own text.
    if (kind !== undefined && !(kind === 'p' && token.hidden)) {
      open = { kind, code: [], links: [] }
      blocks.push(open)
    }
    for (const child of token.children ?? []) {
      if (child.type === 'code_inline') open?.code.push(neutral(child.content))
      if (child.type === 'image') open?.links.push(targetOf(String(child.attrGet('src')), page))
      if (child.type === 'link_open')
        open?.links.push(targetOf(String(child.attrGet('href')), page))
    }
  }
  return blocks.map(({ kind, code, links }) => ({
    kind,
    code: kind.startsWith('fence') ? code : [...code].sort(),
    links: [...links].sort(),
  }))
}

function kindOf(token: Token): string | undefined {
  return token.type === 'heading_open' ? token.tag : kinds.get(token.type)
}

// `<new>` stands for a value that the reader puts in, and is told in the reader's language.
function neutral(code: string): string {
  return code.replace(/<[^<>]+>/g, '<>')
}

// Comments are told in the reader's language.
function linesOf({ content }: Token): string[] {
  return content
    .split('\n')
    .map((line) =>
      neutral(line)
        .replace(/(^|\s+)(#|\/\/) .*$/, '')
        .trimEnd(),
    )
    .filter((line) => line !== '')
}

/** A link's target by path and place, the same for both languages. */
function targetOf(target: string, page: string): string {
  if (/^[a-z]+:/.test(target)) return target
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path))
  const common = file.replace(/^docs\/(en|zh)\//, 'docs/').replace('README.zh-CN.md', 'README.md')
  const place = anchor && placeOf(decodeURIComponent(anchor), file, page)
  return place ? `${common}#${place}` : common
}

// The guide gives its headings the same ids in every language, but where the repository shows a page
// ids are made of the heading's words. So a README's own headings are named by their number, and a
// link from a README into the guide counts by its page.
function placeOf(anchor: string, file: string, page: string): string | undefined {
  if (!page.startsWith('README')) return anchor
  if (!file.startsWith('README')) return undefined
  return String(headingsOf(file).findIndex((heading) => heading.anchor === anchor))
}
