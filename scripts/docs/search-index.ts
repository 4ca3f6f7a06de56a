import MiniSearch from 'minisearch'
import { type Entry, searchOptions } from '../../docs/browser/search-options.ts'
import { type Contract, documentNames } from './contract-documents.ts'
import { interfacesOf } from './interfaces.ts'
import { type Language, languages } from './language.ts'
import type { Article } from './markdown.ts'

type NewEntry = Omit<Entry, 'id' | 'excerpt'>
type Articles = Readonly<Record<Language, ReadonlyMap<string, Article>>>

const excerptLength = 110

/** The index of all guide pages and interfaces, as the JSON that the pages load. */
export function searchIndex(articles: Articles, contract: Contract): string {
  const guides = languages.flatMap((language) =>
    [...articles[language]].flatMap(([name, article]) => sectionEntries(language, name, article)),
  )
  const index = new MiniSearch<Entry>(searchOptions)
  index.addAll(
    [...guides, ...interfaceEntries(contract)].map((entry, id) => ({
      ...entry,
      id,
      excerpt: excerptOf(entry.text),
    })),
  )
  return JSON.stringify(index)
}

function sectionEntries(language: Language, name: string, article: Article): NewEntry[] {
  return article.sections.map(({ id, heading, text }) => ({
    language,
    title: article.title,
    heading,
    text,
    url: `${name}.html${id && `#${id}`}`,
  }))
}

// The contract says everything once, with the store's Chinese terms; its pages exist in each language.
function interfaceEntries(contract: Contract): NewEntry[] {
  const titles = Object.fromEntries(documentNames.map((name) => [name, contract[name].info.title]))
  return interfacesOf(contract).map((one) => ({
    language: '',
    title: titles[one.document] ?? '',
    heading: one.activity ?? `${one.method.toUpperCase()} ${one.path}`,
    text: one.activity === undefined ? `${one.what}. ${plain(one.description)}` : one.description,
    url: one.activity === undefined ? one.reference : `interfaces.html#${one.id}`,
  }))
}

function plain(markdown: string): string {
  return markdown.replace(/[|`*-]+/g, ' ')
}

function excerptOf(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim())
  if (characters.length <= excerptLength) return characters.join('')
  return `${characters.slice(0, excerptLength).join('')}…`
}
