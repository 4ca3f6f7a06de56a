import { escape } from './escape.ts'
import { type Language, languages, words } from './language.ts'
import type { Linked, Navigation } from './navigation.ts'

/** A heading that the outline of a page links to. */
export interface OutlineEntry {
  readonly id: string
  readonly text: string
}

/** One page as the frame needs it; `main` is HTML. */
export interface Page {
  readonly language: Language
  /** File name without its ending. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly main: string
  readonly outline: readonly OutlineEntry[]
  /** A guide has an outline beside it; a wide one has none; a reference has its own columns. */
  readonly layout: 'guide' | 'wide' | 'reference'
}

/** A whole HTML page. All addresses are relative, so that the site may lie below any path. */
export function layOut(page: Page, navigation: Navigation): string {
  const { language, layout, main } = page
  const text = words[language]
  return `<!doctype html>
<html lang="${text.tag}">
${head(page)}
<body class="${layout}">
<a class="skip" href="#content">${text.skip}</a>
${header(page)}
<div class="columns">
${navigationOf(page, navigation)}
<main id="content" tabindex="-1">
${layout === 'reference' ? main : `<article>\n${main}</article>`}
${neighbours(page, navigation)}
</main>
${outlineOf(page)}
</div>
</body>
</html>
`
}

function head({ language, name, title, description, layout }: Page): string {
  const alternates = languages.map(
    (other) =>
      `<link rel="alternate" hreflang="${words[other].tag}" href="../${other}/${name}.html">`,
  )
  const redoc =
    '<script src="../redoc.standalone.js" defer></script>\n<script src="../reference.js" type="module"></script>\n'
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · ${words[language].siteTitle}</title>
<meta name="description" content="${escape(description)}">
<link rel="icon" href="../icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../style.css">
${alternates.join('\n')}
<script src="../search.js" type="module"></script>
${layout === 'reference' ? redoc : ''}</head>`
}

function header({ language, name }: Page): string {
  const text = words[language]
  const others = languages.filter((other) => other !== language)
  const switches = others.map((other) => {
    const { tag, name: label } = words[other]
    return `<a class="language" href="../${other}/${name}.html" lang="${tag}" hreflang="${tag}">${label}</a>`
  })
  return `<header class="top">
<button class="menu" type="button" popovertarget="navigation">${text.menu}</button>
<a class="brand" href="index.html">Koogate</a>
<search><form class="search" hidden data-language="${language}" data-index="../search.json" data-nothing="${text.nothingFound}" data-found="${text.found}">
<label class="unseen" for="query">${text.search}</label>
<input id="query" type="search" autocomplete="off" spellcheck="false" placeholder="${text.searchHint}" aria-controls="found">
<p class="unseen" role="status"></p>
<ol id="found" hidden></ol>
</form></search>
${switches.join('\n')}
</header>`
}

function navigationOf(page: Page, navigation: Navigation): string {
  const groups = navigation.map(({ name, pages }) => {
    const items = pages.map((one) => `<li>${linkTo(one, page)}</li>`)
    return `<h2>${escape(name)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`
  })
  return `<nav id="navigation" class="pages" popover aria-label="${words[page.language].pages}">
${groups.join('\n')}
</nav>`
}

function linkTo({ name, title }: Linked, page: Page): string {
  const current = name === page.name ? ' aria-current="page"' : ''
  return `<a href="${name}.html"${current}>${escape(title)}</a>`
}

function outlineOf({ language, outline, layout }: Page): string {
  if (layout !== 'guide' || outline.length < 2) return ''
  const label = words[language].onThisPage
  const items = outline.map(({ id, text }) => `<li><a href="#${id}">${escape(text)}</a></li>`)
  return `<nav class="outline" aria-label="${label}">
<h2>${label}</h2>
<ul>
${items.join('\n')}
</ul>
</nav>`
}

function neighbours({ language, name }: Page, navigation: Navigation): string {
  const pages = navigation.flatMap((group) => group.pages)
  const here = pages.findIndex((one) => one.name === name)
  const { previous, next } = words[language]
  const link = (label: string, rel: string, at: number) => {
    const page = at < 0 ? undefined : pages[at]
    if (page === undefined) return ''
    return `<a rel="${rel}" href="${page.name}.html"><small>${label}</small> ${escape(page.title)}</a>`
  }
  const links = [link(previous, 'prev', here - 1), link(next, 'next', here + 1)].filter(Boolean)
  return `<nav class="neighbours" aria-label="${previous} / ${next}">\n${links.join('\n')}\n</nav>`
}
