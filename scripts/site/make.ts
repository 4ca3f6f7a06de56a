import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Language, languages } from '../shared/languages.ts'
import { renderSite } from './astro.ts'
import { inChinese, inEnglish } from './chinese-edition.ts'
import { makeClients } from './clients.ts'
import { makeDemo } from './demo.ts'
import { compressTexts } from './compress.ts'
import { documentNames } from '../shared/document-names.ts'
import { type ContractDocument, readContract } from './contract-documents.ts'
import { finishPages } from './finish.ts'
import { writeContractChanges } from './contract-changes.ts'
import { guidePages, referencePages } from './guide.ts'
import { interfacePages } from './interface-page.ts'
import { fileOf } from './page.ts'
import { searchIndex } from './search-index.ts'
import { retrySentence } from '../tables/retry-table.ts'
import { referencePage } from './words.ts'

/** Makes the site below a folder of its own, which it fills; returns the folder of the site. */
export async function makeSite(root: string): Promise<string> {
  const contract = readContract('generated')
  for (const language of languages) {
    const pages = [
      ...guidePages(language),
      ...referencePages(language),
      ...interfacePages(contract, language),
    ]
    for (const page of pages) {
      const path = join(root, 'src/content/docs', `${page.path}.md`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, fileOf(page))
    }
  }
  await renderSite(root, contract)
  const site = join(root, 'dist')
  finishPages(site)
  for (const language of languages) {
    writeFileSync(join(site, `search-${language}.json`), searchIndex(site, contract, language))
  }
  for (const name of documentNames) {
    copyFileSync(`generated/${name}.json`, join(site, `${name}.json`))
    for (const language of languages) {
      const path = join(site, language, `${referencePage(name)}.json`)
      writeFileSync(path, legible(editions[language](contract[name]), language))
    }
  }
  writeFileSync(join(site, 'redoc.standalone.js'), redoc())
  writeContractChanges(site)
  await makeDemo(join(site, 'demo'), contract.management)
  await makeClients(join(site, 'clients'), inEnglish(contract.management))
  compressTexts(site)
  return site
}

const editions = { en: inEnglish, zh: inChinese } as const

// Redoc shows extensions as they are; a retry window reads better as a sentence.
function legible(document: ContractDocument, language: Language): string {
  return JSON.stringify(document, (name, value: unknown) =>
    name === 'x-retry' ? retrySentence(value, language) : value,
  )
}

// The one request that Redoc makes to the outside is for a logo.
function redoc(): string {
  const empty = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E`
  return (
    readFileSync('node_modules/redoc/bundles/redoc.standalone.js', 'utf8')
      .replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', empty)
      // Patterns, too faint in the dark.
      .replaceAll('#0e7c86', 'var(--accent)')
      .replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n')
  )
}
