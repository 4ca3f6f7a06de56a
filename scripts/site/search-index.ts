import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { type Entry, searchOptions } from '../../docs/theme/search-options.ts'
import type { Language } from '../shared/languages.ts'
import type { Contract } from './contract-documents.ts'
import { htmlFiles } from './finish.ts'
import { contractEntries } from './search-contract.ts'
import { entriesOf } from './search-sections.ts'

/** The index of a language, as the JSON that the pages load. */
export function searchIndex(site: string, contract: Contract, language: Language): string {
  const paths = htmlFiles(site).filter(
    (path) =>
      path.startsWith(`${language}/`) &&
      path !== `${language}/index.html` &&
      !path.includes('/interfaces/'),
  )
  const entries = [
    ...paths.sort().flatMap((path) => entriesOf(readFileSync(join(site, path), 'utf8'), path)),
    ...contractEntries(contract, language),
  ]
  const index = new MiniSearch<Entry>(searchOptions)
  index.addAll(entries.map((entry, id) => ({ ...entry, id })))
  return JSON.stringify(index)
}
