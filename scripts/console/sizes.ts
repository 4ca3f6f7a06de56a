import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What one file of the console costs on the wire. */
export interface Size {
  /** Without its hash: `main.js`, `zh.js`, `style.css`. */
  readonly name: string
  readonly gzipBytes: number
}

/** The sizes of what a browser loads, biggest first. */
export function sizesOf(console: string): Size[] {
  const assets = join(console, 'assets')
  return (
    readdirSync(assets)
      // What only the demo loads is not counted.
      .filter((file) => /^(?!demo).*\.(js|css)$/.test(file))
      .map((file) => ({
        name: file.replace(/-[\w-]{8}\./, '.'),
        gzipBytes: gzipSync(readFileSync(join(assets, file)), { level: 9 }).length,
      }))
      .sort((one, other) => other.gzipBytes - one.gzipBytes)
  )
}

/** What somebody loads who opens every page in one language. */
export function wholeOf(sizes: readonly Size[], language: 'en' | 'zh'): number {
  const other = language === 'en' ? 'zh.js' : 'en.js'
  return sizes
    .filter(({ name }) => name !== other)
    .reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)
}

// The first page with all that it needs: the same slice was 79 kB with React, 34 kB with Vue.
const mostFirstBytes = 40_000
// Nobody opens all pages at once; yet what is added here is loaded by somebody.
const mostWholeBytes = 64_000

// What every page needs, and the words; the others are pages.
const common = /^(index|main|rolldown-runtime|en|zh)\./

/** What somebody loads who opens the biggest page first. */
export function firstOf(sizes: readonly Size[], language: 'en' | 'zh'): number {
  const shared = sizes.filter(({ name }) => common.test(name))
  const pages = sizes.filter(({ name }) => !common.test(name))
  return wholeOf(shared, language) + (pages[0]?.gzipBytes ?? 0)
}

/** What is too big, in words; empty when the console is as small as it is meant to be. */
export function excessOf(sizes: readonly Size[]): string[] {
  return (['zh', 'en'] as const).flatMap((language) => [
    ...tooMuch(`The first page in ${language}`, firstOf(sizes, language), mostFirstBytes),
    ...tooMuch(`All pages in ${language}`, wholeOf(sizes, language), mostWholeBytes),
  ])
}

function tooMuch(what: string, bytes: number, most: number): string[] {
  if (bytes <= most) return []
  return [`${what}: ${inKb(bytes).trim()} gzip, and at most ${inKb(most).trim()} are wanted.`]
}

/** A line for each file, and what is loaded by language. */
export function formatSizes(sizes: readonly Size[]): string {
  const lines = sizes.map(({ name, gzipBytes }) => `${inKb(gzipBytes)}  ${name}`)
  const sums = (['zh', 'en'] as const).flatMap((language) => [
    `${inKb(firstOf(sizes, language))}  the first page in ${language}, be it the biggest`,
    `${inKb(wholeOf(sizes, language))}  all pages in ${language}`,
  ])
  return [...lines, ...sums].join('\n')
}

const inKb = (bytes: number): string => `${(bytes / 1000).toFixed(2).padStart(6)} kB`
