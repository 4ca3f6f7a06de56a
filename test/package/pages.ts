import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const readmes = ['README.md', 'README.zh-CN.md']

/** The pages that people read outside the docs site, and the guide's sources. */
export const pages: readonly string[] = [
  ...readmes,
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'openapi/README.md',
  'examples/README.md',
  'examples/README.zh-CN.md',
  'openapi/CHANGELOG.md',
  ...['en', 'zh', 'decisions'].flatMap((folder) =>
    readdirSync(join('docs', folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', folder, name)),
  ),
]

export function read(page: string): string {
  return readFileSync(page, 'utf8')
}

/** The text without its fenced blocks. */
export function proseOf(page: string): string {
  return read(page).replace(/^```[\s\S]*?^```$/gm, '')
}

/** The commands of the shell blocks, without comments. */
export function commandsOf(page: string): string[] {
  const blocks = [...read(page).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
  return blocks.flatMap((text) => text.split('\n').map((line) => line.replace(/\s+#.*$/, '')))
}

export interface Heading {
  readonly level: number
  /** As a link names it on a page that is shown from the repository. */
  readonly anchor: string
}

export function headingsOf(page: string): Heading[] {
  return [...proseOf(page).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', words = '']) => ({
    level: marks.length,
    anchor: words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  }))
}

/** The places on a page that a link may name: written anchors, and headings. */
export function anchorsOf(page: string): string[] {
  const written = [...read(page).matchAll(/<a id="([\w-]+)">/g)].map(([, id = '']) => id)
  return [...written, ...headingsOf(page).map(({ anchor }) => anchor)]
}

export interface Setting {
  readonly name: string
  readonly byDefault: string
}

/** The rows of the settings table. */
export function settingsIn(page: string): Setting[] {
  const rows = read(page).matchAll(
    /^\| `((?:KOOGATE_)?[A-Z][A-Z0-9_]+)` \| ([^|]+) \| \S[^|]*\|$/gm,
  )
  return [...rows].map(([, name = '', byDefault = '']) => ({ name, byDefault }))
}
