import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../shared/languages.ts'
import type { Page } from './page.ts'
import { words } from './words.ts'

/** What the page is made from. */
export const changesFile = 'openapi/CHANGELOG.md'
/** Its name on the site. */
export const changesPage = 'contract-changes'
const folder = 'contract-changes'

/** A version of the contract, and what is told of it. */
interface Version {
  readonly version: string
  readonly text: string
}

/** The page of every version of the contract; `title` and `description` are those of the index. */
export function contractChangesPage(
  language: Language,
  { title, description }: Pick<Page, 'title' | 'description'>,
): Page {
  const { whole, one } = words[language].changes
  const parts = versionsIn(changes()).map(({ version, text }) =>
    [
      `## ${version} {#v${version.replaceAll('.', '-')}}`,
      `[${one} ${version}](../${folder}/${version}.md)`,
      `<div lang="en">\n\n${text}\n\n</div>`,
    ].join('\n\n'),
  )
  const body = [`[${whole}](../${folder}/all.md)`, ...parts].join('\n\n')
  return { path: `${language}/${changesPage}`, title, description, body }
}

/** Puts the files that the page offers into a site: all versions, and each alone. */
export function writeContractChanges(site: string): void {
  mkdirSync(join(site, folder), { recursive: true })
  writeFileSync(join(site, folder, 'all.md'), changes())
  for (const { version, text } of versionsIn(changes())) {
    writeFileSync(join(site, folder, `${version}.md`), `## ${version}\n\n${text}\n`)
  }
}

/** The versions of the changelog, newest first. */
export function versionsIn(text: string): Version[] {
  const [, ...parts] = text.split(/^## /m)
  return parts.map((part) => {
    const [version = '', ...lines] = part.split('\n')
    return { version: version.trim(), text: lines.join('\n').trim() }
  })
}

function changes(): string {
  return readFileSync(changesFile, 'utf8')
}
