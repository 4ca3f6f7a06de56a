import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../scripts/shared/languages.ts'
import { createClientSecretOpener, oaepVariants } from '../../src/crypto/client-secret.ts'
import { signKitV2 } from '../../src/crypto/kit-v2-signature.ts'
import { consolePublicKey } from '../../src/crypto/public-key.ts'
import { inFolder } from '../crypto/tools.ts'
import { blocksOf, given, pageIn, partOf } from './guide-page.ts'
import { hasOpenssl, runShell } from './shell.ts'
import { stringsOfVectors } from './vector-strings.ts'

const shellOfSecret = (language: string) =>
  blocksOf(partOf(pageIn(language, 'signing-kit'), 'the-client-secret'), 'sh')[0] ?? ''

describe.each(languages)('the worked example of the kit in %s', (language) => {
  const page = pageIn(language, 'signing-kit')
  const part = partOf(page, 'a-worked-example')
  const [payload = ''] = blocksOf(part, 'json')
  const [text, signature] = blocksOf(part, 'text')

  test('is what the code computes, and stands in the vectors', () => {
    const key = given(part, 'access key')
    const [timestamp, nonce] = [given(part, 'x-timestamp'), given(part, 'x-nonce')]
    expect(text).toBe(key + nonce + timestamp + payload)
    expect(signature).toBe(signKitV2({ key, nonce, timestamp, payload }))
    const shown = [key, nonce, timestamp, payload, signature]
    expect(stringsOfVectors('kit-v2-signature')).toEqual(expect.arrayContaining(shown))
  })

  test('is what the lines for a shell print', ({ skip }) => {
    skip(!hasOpenssl, 'openssl is not on this machine')
    const printed = inFolder((folder) => {
      writeFileSync(join(folder, 'body.json'), payload)
      return runShell(blocksOf(part, 'sh')[0] ?? '', folder)
    })
    expect(printed).toBe(signature)
  })

  test('names the paddings that the code tries, in its order, with the digests of the vectors', () => {
    const rows = [...page.matchAll(/^\| `(sha\S+)` \| (\S+) \| (\S+) \|$/gm)]
    expect(rows.map(([, name]) => name)).toEqual([...oaepVariants])
    const candidates = rows.map(([, name, oaep, mgf1]) => [name, oaep, mgf1]).flat()
    const listed = stringsOfVectors('client-secret-rsa-oaep')
    expect(listed.join(' ')).toContain(candidates.join(' '))
  })
})

describe('the client secret', () => {
  test('is played in every language with the same lines', () => {
    const [first, ...others] = languages.map(shellOfSecret)
    expect(others).toEqual(others.map(() => first))
  })

  test('that the lines make is one that the code opens, and so do the lines', ({ skip }) => {
    skip(!hasOpenssl, 'openssl is not on this machine')
    inFolder((folder) => {
      runShell(shellOfSecret('en'), folder)
      const file = (name: string) => readFileSync(join(folder, name), 'utf8')
      const key = createPrivateKey(file('private.pem'))
      expect(file('console.txt')).toBe(consolePublicKey(key))
      const opened = createClientSecretOpener([key]).open(file('client-secret.txt'))
      expect(opened?.variant).toBe('sha256-mgf1-sha1')
      expect(file('clear.txt')).toBe(opened?.secret)
      expect(shellOfSecret('en')).toContain(`'${opened?.secret ?? ''}'`)
    })
  }, 30_000)
})
