import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Language } from '../shared/languages.ts'
import { changesPage, contractChangesPage } from './contract-changes.ts'
import { documentNames } from '../shared/document-names.ts'
import type { Page } from './page.ts'
import { referencePage, words } from './words.ts'

/** The pages docs/<language>/*.md. Throws for a page without a title. */
export function guidePages(language: Language): Page[] {
  return readdirSync(`docs/${language}`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => guidePage(readGuide(language, name), `${language}/${name.slice(0, -3)}`))
}

/** A part of docs/<language>/index.md: its heading, and the names of the pages that it links to. */
export interface Group {
  readonly label: string
  readonly pages: readonly string[]
}

/** The groups of the navigation, in reading order. */
export function groupsOf(language: Language): Group[] {
  const [, ...parts] = linksToSite(readGuide(language, 'index.md')).split(/^## /m)
  return parts.map((part) => ({
    label: part.split('\n', 1)[0] ?? '',
    pages: [...part.matchAll(/^- \[.+?\]\((.+?)\.html\)/gm)].map(([, page = '']) => page),
  }))
}

/** The pages on which Redoc shows a whole document of the contract, and that of its changes. */
export function referencePages(language: Language): Page[] {
  const references = documentNames.map((name) => {
    const page = referencePage(name)
    const { title, description } = indexed(page, language)
    const { loading, reference, colon } = words[language]
    const body = `<noscript><p>${reference}${colon}<a href="../${name}.json">${name}.json</a></p></noscript>

<div class="redoc not-content" data-document="${page}.json">${loading}</div>`
    const options = { template: 'splash', tableOfContents: false }
    return { path: `${language}/${page}`, title, description, body, options }
  })
  return [...references, contractChangesPage(language, indexed(changesPage, language))]
}

// What docs/<language>/index.md says of a page that is not in the guide.
function indexed(page: string, language: Language): Pick<Page, 'title' | 'description'> {
  const line = new RegExp(`^- \\[(.+?)\\]\\(${page}\\.html\\)[:：] *(.+)$`, 'm')
  const [, title = '', description = ''] =
    line.exec(linksToSite(readGuide(language, 'index.md'))) ?? []
  return { title, description }
}

function readGuide(language: Language, name: string): string {
  return readFileSync(`docs/${language}/${name}`, 'utf8')
}

function guidePage(source: string, path: string): Page {
  const [, title, rest = ''] = /^# (.+)\n([\s\S]*)$/.exec(source) ?? []
  if (title === undefined) throw new Error(`docs/${path}.md has no title`)
  const [first = ''] = rest.trim().split('\n\n')
  return {
    path,
    title,
    description: first.replace(/\[([^\]]*)\]\([^)]*\)|[`*]/g, '$1').replaceAll('\n', ' '),
    body: linksToSite(headingIds(drawings(rest, path))),
    ...(path.endsWith('/interfaces') ? { options: { tableOfContents: false } } : {}),
  }
}

// The id of a heading stands before it as an anchor, which every code host understands.
function headingIds(text: string): string {
  return text.replace(/^<a id="([a-z0-9-]+)"><\/a>\n\n(#+ .+)$/gm, '$2 {#$1}')
}

// A drawing becomes part of the page itself, where it takes the colours of the text.
function drawings(text: string, path: string): string {
  return text.replace(/^!\[(.+)\]\(([\w-]+\.svg)\)$/gm, (_all, alt: string, name: string) => {
    const drawing = readFileSync(join('docs', dirname(path), name), 'utf8').replace(/\n\s*/g, ' ')
    return `<figure>${drawing}<figcaption>${alt}</figcaption></figure>`
  })
}

// In the repository a page links to sources; the site has pages for them, for each interface too, and
// files that are made with it.
function linksToSite(text: string): string {
  return text
    .replace(/\]\(([a-z0-9-]+)\.md(#[^)]*)?\)/g, ']($1.html$2)')
    .replace(/\]\(\.\.\/\.\.\/openapi\/(\w+)\.yaml\)/g, '](reference-$1.html)')
    .replace(/\]\(\.\.\/\.\.\/openapi\/CHANGELOG\.md\)/g, `](${changesPage}.html)`)
    .replace(/`\/docs\/(clients\/[\w.-]+)`/g, '[`/docs/$1`](../$1)')
    .replace(/<a id="([\w-]+)">(?=.)/g, '<a id="$1" href="interfaces/$1.html">')
}
