import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SettingError, loadConfig } from '../../src/config/config.ts'
import { generatePrivateKey } from '../../src/crypto/public-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-config-'))
const written = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const onServer = (more: Record<string, string> = {}) => ({
  DATABASE_URL: 'postgres://localhost/koogate',
  KOOGATE_BASIC_KEY: 'basic',
  KOOGATE_MANAGEMENT_TOKEN: 'a-token-of-some-length',
  KOOGATE_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
  ...more,
})
const pkcs8 = { format: 'pem', type: 'pkcs8' } as const
const short = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pkcs8)
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pkcs8)
const sound = written('sound.pem', await generatePrivateKey())

describe('a private key that does not do stops the start with one sentence that names the setting', () => {
  test.each([
    ['a file that is not there', join(folder, 'nowhere.pem'), /cannot be read \(ENOENT\)/],
    ['a file that is no key', written('text.pem', 'hello'), /is not a private key in PEM/],
    ['a key of another kind', written('ec.pem', String(elliptic)), /is not an RSA key/],
    [
      'a key that is too short',
      written('short.pem', String(short)),
      /has 2048 bits and needs 3072/,
    ],
    ['one of several', `${sound}, ${join(folder, 'nowhere.pem')}`, /nowhere\.pem cannot be read/],
  ])('%s', (_what, files, reason) => {
    const start = () => loadConfig(onServer({ KOOGATE_KIT_PRIVATE_KEY_FILE: files }))
    expect(start).toThrow(SettingError)
    expect(start).toThrow(/^KOOGATE_KIT_PRIVATE_KEY_FILE of address main: .*\.$/)
    expect(start).toThrow(reason)
  })

  test('the setting beside an address file', () => {
    const file = written('koogate.yaml', 'addresses: { main: { basicKey: x } }')
    const tampered = { KOOGATE_BASIC_KEY: '', KOOGATE_CONFIG_FILE: file }
    const start = () => loadConfig(onServer({ ...tampered, KOOGATE_KIT_PRIVATE_KEY_FILE: sound }))
    expect(start).toThrow(/KOOGATE_KIT_PRIVATE_KEY_FILE is set beside KOOGATE_CONFIG_FILE/)
  })
})

test('each address of a file has its own private keys', () => {
  const other = written(
    'other.yaml',
    `addresses:\n  one: { basicKey: x, kitPrivateKeyFile: ${sound} }\n  two: { basicKey: y }\n`,
  )
  const { kitKeys } = loadConfig(onServer({ KOOGATE_BASIC_KEY: '', KOOGATE_CONFIG_FILE: other }))
  expect([...kitKeys].map(([name, keys]) => [name, keys.length])).toEqual([
    ['one', 1],
    ['two', 0],
  ])
})

test.each([
  ['with a server', onServer(), false],
  ['in production', { NODE_ENV: 'production', KOOGATE_PUBLIC_URL: 'https://a.example' }, false],
  ['with the embedded database', {}, true],
])('a pair may be made only with the embedded database: %s', (_where, more, expected) => {
  const { generatedKeyFolder } = loadConfig({
    ...(more as Record<string, string>),
    ...(expected || 'DATABASE_URL' in more ? {} : onServer({ DATABASE_URL: '' })),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'koogate-made-')),
  })
  expect(generatedKeyFolder !== undefined).toBe(expected)
})
