import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/**
 * Makes the site fit for any folder of any server, under a policy that lets no inline script run:
 * addresses from the root become relative, and each inline script becomes a file.
 */
export function finishPages(site: string): void {
  // Astro writes the first page of a folder beside the folder.
  for (const language of readdirSync(site).filter((name) => /^(en|zh)\.html$/.test(name))) {
    renameSync(join(site, language), join(site, language.replace('.html', '/index.html')))
  }
  const scripts = new Map<string, string>()
  for (const path of htmlFiles(site)) {
    const html = readFileSync(join(site, path), 'utf8')
    writeFileSync(join(site, path), relativeLinks(labelCells(scriptsToFiles(html, scripts)), path))
  }
  mkdirSync(join(site, 'assets'), { recursive: true })
  for (const [name, text] of scripts) writeFileSync(join(site, 'assets', name), text)
}

/** The pages of a site, by their path below it. */
export function htmlFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  )
}

/** A page with addresses relative to where it lies; `path` is its own, below the root. */
export function relativeLinks(html: string, path: string): string {
  return html.replace(
    /(\s(?:href|src|data-index|data-root)=")\/(?!\/)([^"#?]*)/g,
    (_all, begin: string, target: string) => {
      const page = target.replace(/^(en|zh)(\/|\.html|$)$/, '$1/index.html')
      return `${begin}${posix.relative(dirname(path), page) || '.'}${page === '' ? '/' : ''}`
    },
  )
}

// Most pages have the same ones: a file is written once, which was a sixth of a build.
function scriptsToFiles(html: string, scripts: Map<string, string>): string {
  return html.replace(
    /<script([^>]*)>([^<][\s\S]*?)<\/script>/g,
    (_all, attributes: string, text: string) => {
      const name = `inline-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.js`
      scripts.set(name, text)
      return `<script${attributes} src="/assets/${name}"></script>`
    },
  )
}

/**
 * Makes tables fit for a narrow screen, where the theme shows each row as a card: a cell says what
 * its column is called, and the roles say again what the elements are. A table whose head is empty
 * has nothing to say and stays as it is.
 */
export function labelCells(html: string): string {
  return html.replace(/<table>[\s\S]*?<\/table>/g, (table) => {
    const heads = [...table.matchAll(/<th(?:\s[^>]*)?>([\s\S]*?)<\/th>/g)].map(
      ([, head = '']) => head,
    )
    if (heads.every((head) => head === '')) return table
    let at = 0
    return table
      .replace(/<(table|thead|tbody|tr|th)(?=[ >])/g, (_all, name: string) => {
        return `<${name}${name === 'table' ? ' class="cards"' : ''} role="${roles[name] ?? ''}"`
      })
      .replace(/<td([^>]*)>([\s\S]*?)<\/td>/g, (_all, attributes: string, cell: string) => {
        const label = (heads[at++ % heads.length] ?? '').replace(/<[^>]*>/g, '')
        return `<td${attributes} role="cell" data-label="${label}"><div>${cell}</div></td>`
      })
  })
}

const roles: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  th: 'columnheader',
}
