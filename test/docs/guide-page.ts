import { readFileSync } from 'node:fs'

export function pageIn(language: string, name: string): string {
  return readFileSync(`docs/${language}/${name}.md`, 'utf8')
}

/** The part of a page below the heading of that id, up to the next of the same level. */
export function partOf(page: string, id: string): string {
  const parts = page.replace(/^(<a id="[\w-]+"><\/a>)\n\n## /gm, '## $1').split(/^(?=## )/m)
  const part = parts.find((text) => idOf(text.split('\n', 1)[0] ?? '') === id)
  if (part === undefined) throw new Error(`no part of the page has the id ${id}`)
  return part
}

// An anchor before the heading, or else its words.
function idOf(heading: string): string {
  const given = /<a id="([\w-]+)">/.exec(heading)?.[1]
  return given ?? (heading.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-')
}

/** The code blocks of a kind. */
export function blocksOf(page: string, kind: string): string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\n\`\`\``, 'g'))].map(
    ([, code = '']) => code,
  )
}

/** What the first table with that name says of it. */
export function given(page: string, name: string): string {
  return new RegExp(`\\| ${name} \\| \`([^\`]+)\` \\|`).exec(page)?.[1] ?? ''
}
