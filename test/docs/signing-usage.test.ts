import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../scripts/shared/languages.ts'
import { compactSortedDeeply, signUsage } from '../../src/crypto/usage-signature.ts'
import { inFolder } from '../crypto/tools.ts'
import { blocksOf, given, pageIn, partOf } from './guide-page.ts'
import { hasOpenssl, runShell } from './shell.ts'
import { stringsOfVectors } from './vector-strings.ts'

describe.each(languages)('the worked example of usage in %s', (language) => {
  const part = partOf(pageIn(language, 'signing-usage'), 'a-worked-example')
  const [reported = ''] = blocksOf(part, 'json')
  const [body = '', text, signature] = blocksOf(part, 'text')

  test('is what the code computes, and stands in the vectors', () => {
    const key = given(part, 'seller key')
    const [ts, nonce] = [given(part, 'ts'), given(part, 'nonce')]
    expect(compactSortedDeeply(JSON.parse(reported))).toBe(body)
    expect(text).toBe(`ts=${ts}&nonce=${nonce}&body=${body}`)
    expect(signature).toBe(signUsage({ key, ts, nonce, body }))
    const shown = [key, ts, nonce, body, signature]
    expect(stringsOfVectors('usage-signature')).toEqual(expect.arrayContaining(shown))
  })

  test('is what the lines for a shell print', ({ skip }) => {
    skip(!hasOpenssl, 'openssl is not on this machine')
    const printed = inFolder((folder) => {
      writeFileSync(join(folder, 'body.json'), body)
      return runShell(blocksOf(part, 'sh')[0] ?? '', folder)
    })
    expect(printed).toBe(signature)
  })
})
