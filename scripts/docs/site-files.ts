import { readFileSync } from 'node:fs'
import { entrance, notFound } from './bare-pages.ts'
import { browserFiles } from './browser-files.ts'
import { type Contract, documentNames, readContract } from './contract-documents.ts'
import { interfaceList } from './interface-list.ts'
import { interfaceInserts } from './interface-table.ts'
import { type Language, languages, words } from './language.ts'
import { type Page, layOut } from './layout.ts'
import { type Article, type Surroundings, renderMarkdown } from './markdown.ts'
import { navigationOf, overviewOf } from './navigation.ts'
import { referencePageOf } from './reference-page.ts'
import { searchIndex } from './search-index.ts'
import { guidePages } from './site-map.ts'

const sources = new URL('../../docs/', import.meta.url)

/** The guide pages of a language by name, the overview (`index`) among them. */
type Articles = ReadonlyMap<string, Article>

/**
 * Every file of the site, by its path below the site. `folder` holds the bundles of the contract.
 * Throws when a page breaks a rule, naming the page.
 */
export function siteFiles(folder: string): ReadonlyMap<string, string> {
  const contract = readContract(folder)
  const articles = { en: articlesOf('en', contract), zh: articlesOf('zh', contract) }
  return new Map([
    ['index.html', entrance],
    ['404.html', notFound],
    ...browserFiles(),
    ['interfaces.md', interfaceList(contract)],
    ['search.json', searchIndex(articles, contract)],
    ...languages.flatMap((language) => pagesOf(language, articles[language])),
  ])
}

function articlesOf(language: Language, contract: Contract): Articles {
  const tables = interfaceInserts(contract, language)
  const guides = new Map(guidePages.map((name) => [name, readArticle(language, name, tables)]))
  const overview = { pages: overviewOf(navigationOf(language, guides)) }
  return new Map([...guides, ['index', readArticle(language, 'index', overview)]])
}

function readArticle(language: Language, name: string, inserts: Surroundings['inserts']): Article {
  const drawing = (file: string) => readFileSync(new URL(`${language}/${file}`, sources), 'utf8')
  const { linkToSection } = words[language]
  try {
    return renderMarkdown(drawing(`${name}.md`), { drawing, inserts, linkToSection })
  } catch (error) {
    throw new Error(`docs/${language}/${name}.md: ${String(error)}`, { cause: error })
  }
}

function pagesOf(language: Language, articles: Articles): [path: string, html: string][] {
  const navigation = navigationOf(language, articles)
  const guides = [...articles].map(([name, article]) => guidePageOf(language, name, article))
  const pages = [...guides, ...documentNames.map((one) => referencePageOf(one, language))]
  return pages.map((page) => [`${language}/${page.name}.html`, layOut(page, navigation)])
}

function guidePageOf(language: Language, name: string, article: Article): Page {
  const { title, description, html: main, outline } = article
  const layout = name === 'interfaces' ? 'wide' : 'guide'
  return { language, name, title, description, main, outline, layout }
}
