import { documentNames } from './contract-documents.ts'
import { escape } from './escape.ts'
import type { Language } from './language.ts'
import type { Article } from './markdown.ts'
import { groups, referencePage, references } from './site-map.ts'

/** A page as a link to it shows it. */
export interface Linked {
  readonly name: string
  readonly title: string
  readonly description: string
}

/** The pages of one language in reading order, in their groups; the overview stands before them. */
export type Navigation = readonly { readonly name: string; readonly pages: readonly Linked[] }[]

/** Takes the titles from the guide pages; the references stand at the end of the last group. */
export function navigationOf(
  language: Language,
  articles: ReadonlyMap<string, Article>,
): Navigation {
  const contracts = documentNames.map((one) => ({
    name: referencePage(one),
    ...references[one][language],
  }))
  return groups.map(({ name, pages }) => {
    const guides = pages.map((page) => linked(page, articles.get(page)))
    return {
      name: name[language],
      pages: name === groups.at(-1)?.name ? [...guides, ...contracts] : guides,
    }
  })
}

function linked(name: string, article: Article | undefined): Linked {
  return { name, title: article?.title ?? name, description: article?.description ?? '' }
}

/** All pages with what they are about, for the overview. */
export function overviewOf(navigation: Navigation): string {
  return navigation.map(({ name, pages }) => overviewGroup(name, pages)).join('\n')
}

function overviewGroup(name: string, pages: readonly Linked[]): string {
  const items = pages.map(
    (page) =>
      `<li><a href="${page.name}.html">${escape(page.title)}</a> ${escape(page.description)}</li>`,
  )
  return `<h2>${escape(name)}</h2>\n<ul class="overview">\n${items.join('\n')}\n</ul>`
}
