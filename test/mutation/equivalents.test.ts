import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { equivalents } from './equivalents.ts'

test.each(equivalents)('$codes stands in $file', ({ file, codes }) => {
  const source = readFileSync(file, 'utf8')
  for (const code of codes) expect(source).toContain(code)
})
