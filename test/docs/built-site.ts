import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { htmlFiles } from '../../scripts/site/finish.ts'

const folder = 'generated/site'

/** The pages of the built site by path. It has to be there: `buildOwnSite`. */
export function builtPages(): ReadonlyMap<string, string> {
  const paths = htmlFiles(folder).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** The addresses that the elements of a page have, in `attribute`. */
export function addressesIn(html: string, attribute: 'href' | 'src'): string[] {
  const found = html.matchAll(new RegExp(`<[a-z][^>]*\\s${attribute}="([^"]*)"`, 'g'))
  return [...found].map(([, address = '']) => address.replaceAll('&amp;', '&'))
}

/** The ids of a page, each as often as it occurs. */
export function idsIn(html: string): string[] {
  return [...html.matchAll(/<[a-z][^>]*\sid="([^"]*)"/g)].map(([, id = '']) => id)
}

/** The ids of the headings below the title. */
export function sectionsIn(html: string): string[] {
  return [...html.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id = '']) => id)
}
