import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { type Entry, searchOptions } from '../../docs/theme/search-options.ts'
import { htmlFiles } from './finish.ts'
import type { Language } from '../shared/languages.ts'

const excerptLength = 110
/** The index of all pages of a language, section by section, as the JSON that the pages load. */
export function searchIndex(site: string, language: Language): string {
  const pages = htmlFiles(site).filter(
    (path) => path.startsWith(`${language}/`) && path !== `${language}/index.html`,
  )
  const entries = pages.sort().flatMap((path) => {
    const html = readFileSync(join(site, path), 'utf8')
    const sections = sectionsOf(html, path)
    return path.includes('/interfaces/') ? whole(sections, summaryOf(html)) : sections
  })
  const index = new MiniSearch<Entry>(searchOptions)
  index.addAll(entries.map((entry, id) => ({ ...entry, id })))
  return JSON.stringify(index)
}

// An interface is found as one. The answers of most are alike: they would hide what explains them.
function whole(sections: readonly Omit<Entry, 'id'>[], summary: string): Omit<Entry, 'id'>[] {
  const [first, ...others] = sections
  if (first === undefined) return []
  const asked = others.filter(({ url }) => !url.includes('#answer-'))
  return [{ ...first, summary, text: [first, ...asked].map(({ text }) => text).join(' ') }]
}

/** The sections of a page, the one before the first heading too. Nobody searches for code blocks. */
export function sectionsOf(html: string, path: string): Omit<Entry, 'id'>[] {
  const title = textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '')
  const content = /<div class="sl-markdown-content">([\s\S]*?)<footer/.exec(html)?.[1] ?? ''
  const parts = content
    .replace(/<pre[\s\S]*?<\/pre>|<a class="sl-anchor-link[\s\S]*?<\/a>/g, ' ')
    .split(/<h[23] id="/)
  return parts.map((part, at) => {
    const [, id, heading = '', body = ''] = (at > 0 &&
      /^([^"]*)"[^>]*>([\s\S]*?)<\/h[23]>([\s\S]*)$/.exec(part)) || ['', '', '', part]
    const text = textOf(body)
    const url = id === '' ? path : `${path}#${id}`
    return { title, heading: textOf(heading), summary: '', text, excerpt: excerptOf(text), url }
  })
}

// The first paragraph.
function summaryOf(html: string): string {
  return textOf(/<div class="sl-markdown-content">[\s\S]*?<p>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '')
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

function excerptOf(text: string): string {
  const characters = Array.from(text)
  if (characters.length <= excerptLength) return text
  return `${characters.slice(0, excerptLength).join('')}…`
}
