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

/** A line for each file, and the whole by language. */
export function formatSizes(sizes: readonly Size[]): string {
  const lines = sizes.map(({ name, gzipBytes }) => `${inKb(gzipBytes)}  ${name}`)
  const whole = (['zh', 'en'] as const).map(
    (language) => `${inKb(wholeOf(sizes, language))}  all pages in ${language}`,
  )
  return [...lines, ...whole].join('\n')
}

const inKb = (bytes: number): string => `${(bytes / 1000).toFixed(2).padStart(6)} kB`
