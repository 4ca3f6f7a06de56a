import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const texts = /\.(html|js|css|json|svg|ts|py|java|go|php)$/
// Below this the head of the answer is most of it.
const leastBytes = 1_024

/** Lays `<file>.gz` beside each text of a folder, which a server can send without any work. */
export function compressTexts(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const path of names.filter((name) => texts.test(name)).map((name) => join(folder, name))) {
    const bytes = readFileSync(path)
    if (bytes.length >= leastBytes) writeFileSync(`${path}.gz`, gzipSync(bytes))
  }
}
