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
  return readdirSync(assets)
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => ({
      name: file.replace(/-[\w-]{8}\./, '.'),
      gzipBytes: gzipSync(readFileSync(join(assets, file)), { level: 9 }).length,
    }))
    .sort((one, other) => other.gzipBytes - one.gzipBytes)
}

/** What somebody loads who opens every page in one language. */
export function wholeOf(sizes: readonly Size[], language: 'en' | 'zh'): number {
  const other = language === 'en' ? 'zh.js' : 'en.js'
  return sizes
    .filter(({ name }) => name !== other)
    .reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)
}

// A visitor on a slow line waits for it once: the same slice was 79 kB with React, 34 kB with Vue.
const mostBytes = 40_000

/** What is too big, in words; empty when the console is as small as it is meant to be. */
export function excessOf(sizes: readonly Size[]): string[] {
  return (['zh', 'en'] as const)
    .map((language) => [language, wholeOf(sizes, language)] as const)
    .filter(([, bytes]) => bytes > mostBytes)
    .map(([language, bytes]) => {
      return `All pages in ${language} are ${inKb(bytes).trim()} gzip; at most ${inKb(mostBytes).trim()}.`
    })
}

/** A line for each file, and the whole by language. */
export function formatSizes(sizes: readonly Size[]): string {
  const lines = sizes.map(({ name, gzipBytes }) => `${inKb(gzipBytes)}  ${name}`)
  const whole = (['zh', 'en'] as const).map(
    (language) => `${inKb(wholeOf(sizes, language))}  all pages in ${language}`,
  )
  return [...lines, ...whole].join('\n')
}

const inKb = (bytes: number): string => `${(bytes / 1000).toFixed(2).padStart(6)} kB`
