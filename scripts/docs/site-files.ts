import { readFileSync } from 'node:fs'
import { entrance, notFound } from './bare-pages.ts'
import { browserFiles } from './browser-files.ts'
import { documentNames, readContract } from './contract-documents.ts'
import { escape } from './escape.ts'
import { type Language, languages, words } from './language.ts'
import { type Navigation, type Page, layOut } from './layout.ts'
import { type Article, renderMarkdown } from './markdown.ts'
import { referencePageOf } from './reference-page.ts'
import { searchIndex } from './search-index.ts'
import { groups, guidePages, referenceGroup, referencePage, references } from './site-map.ts'

const sources = new URL('../../docs/', import.meta.url)

/** The guide pages of a language by name, the overview (`index`) among them. */
export type Articles = ReadonlyMap<string, Article>

/**
 * Every file of the site, by its path below the site. `folder` holds the bundles of the contract.
 * Throws when a page breaks a rule, naming the page.
 */
export function siteFiles(folder: string): ReadonlyMap<string, string> {
  const contract = readContract(folder)
  const articles = { en: articlesOf('en'), zh: articlesOf('zh') }
  return new Map([
    ['index.html', entrance],
    ['404.html', notFound],
    ...browserFiles(),
    ['search.json', searchIndex(articles, contract)],
    ...languages.flatMap((language) => pagesOf(language, articles[language])),
  ])
}

function articlesOf(language: Language): Articles {
  const guides = guidePages.map((name) => [name, readArticle(language, name, {})] as const)
  const titles = new Map(guides)
  const inserts = { pages: overviewOf(navigationOf(language, titles), language, titles) }
  return new Map([...guides, ['index', readArticle(language, 'index', inserts)]])
}

function readArticle(language: Language, name: string, inserts: Record<string, string>): Article {
  const read = (file: string) => readFileSync(new URL(`${language}/${file}`, sources), 'utf8')
  const { linkToSection } = words[language]
  try {
    return renderMarkdown(read(`${name}.md`), { drawing: read, inserts, linkToSection })
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
  return { language, name, title, description, main, outline, layout: 'guide' }
}

function navigationOf(language: Language, articles: Articles): Navigation {
  const title = (name: string) => articles.get(name)?.title ?? name
  return [
    ...groups.map(({ name, pages }) => ({
      name: name[language],
      pages: pages.map((page) => ({ name: page, title: title(page) })),
    })),
    {
      name: referenceGroup[language],
      pages: documentNames.map((one) => ({
        name: referencePage(one),
        title: references[one][language].title,
      })),
    },
  ]
}

function overviewOf(navigation: Navigation, language: Language, articles: Articles): string {
  const described = new Map([
    ...[...articles].map(([name, { description }]) => [name, description] as const),
    ...documentNames.map(
      (one) => [referencePage(one), references[one][language].description] as const,
    ),
  ])
  const listOf = ({ name, pages }: Navigation[number]) => {
    const items = pages.map(
      (page) =>
        `<li><a href="${page.name}.html">${escape(page.title)}</a> ${escape(described.get(page.name) ?? '')}</li>`,
    )
    return `<h2>${escape(name)}</h2>\n<ul class="overview">\n${items.join('\n')}\n</ul>`
  }
  return navigation.map(listOf).join('\n')
}
