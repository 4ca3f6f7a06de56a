import MiniSearch from 'minisearch'
import { type Entry, searchOptions } from '../../docs/browser/search-options.ts'
import { type Contract, documentNames, methods } from './contract-documents.ts'
import { type Language, languages } from './language.ts'
import type { Article } from './markdown.ts'
import { referencePage } from './site-map.ts'

type NewEntry = Omit<Entry, 'id' | 'excerpt'>
type Articles = Readonly<Record<Language, ReadonlyMap<string, Article>>>

const excerptLength = 110

/** The index of all guide pages and operations, as the JSON that the pages load. */
export function searchIndex(articles: Articles, contract: Contract): string {
  const guides = languages.flatMap((language) =>
    [...articles[language]].flatMap(([name, article]) => sectionEntries(language, name, article)),
  )
  const index = new MiniSearch<Entry>(searchOptions)
  index.addAll(
    [...guides, ...operationEntries(contract)].map((entry, id) => ({
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

// Operations carry both languages in one text, and their page exists in each.
function operationEntries(contract: Contract): NewEntry[] {
  return documentNames.flatMap((document) => {
    const { info, paths = {} } = contract[document]
    return Object.entries(paths).flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = item[method]
        if (operation === undefined) return []
        const { summary, description } = operation
        return {
          language: '',
          title: info.title,
          heading: `${method.toUpperCase()} ${path}`,
          text: `${summary}. ${description.replace(/[|`*-]+/g, ' ')}`,
          url: `${referencePage(document)}.html${anchorOf(operation)}`,
        }
      }),
    )
  })
}

/** Where Redoc shows an operation. */
export function anchorOf({ tags, operationId }: { tags: readonly string[]; operationId: string }) {
  const [tag = ''] = tags
  return `#tag/${tag.replaceAll(' ', '-')}/operation/${operationId}`
}

function excerptOf(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim())
  if (characters.length <= excerptLength) return characters.join('')
  return `${characters.slice(0, excerptLength).join('')}…`
}
