import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { equivalents } from './equivalents.ts'

test.each(equivalents)('$code stands in $file', ({ file, code }) => {
  expect(readFileSync(file, 'utf8')).toContain(code)
})
