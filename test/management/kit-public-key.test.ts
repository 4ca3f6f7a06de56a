import { createPrivateKey } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encryptClientSecret } from '../../src/crypto/client-secret.ts'
import {
  consolePublicKey,
  generatePrivateKey,
  publicKeyFingerprint,
  readPublicKey,
} from '../../src/crypto/public-key.ts'
import { applicationOf, kitCall, newBinding } from '../harness/kit-call.ts'
import { startService } from '../harness/service.ts'
import { manage, read } from './client.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'koogate-kit-key-'))

describe('the public key', () => {
  it('is the current one, beside the fingerprints of all that are accepted', async () => {
    const folder = newFolder()
    const keys = [await generatePrivateKey(), await generatePrivateKey()].map((pem, index) => {
      const file = join(folder, `${index}.pem`)
      writeFileSync(file, pem)
      return { file, key: createPrivateKey(pem) }
    })
    const files = keys.map(({ file }) => file).join(',')
    const service = await startService({ settings: { KOOGATE_KIT_PRIVATE_KEY_FILE: files } })
    try {
      const [current] = keys
      const prints = keys.map(({ key }) => publicKeyFingerprint(key))
      expect(await read(service, 'KitPublicKeyList', '/kit/public-key')).toEqual({
        items: [
          {
            address: 'main',
            publicKey: current && consolePublicKey(current.key),
            fingerprint: prints[0],
            accepted: prints,
          },
        ],
        nextCursor: null,
      })
      const { text } = await manage(service, '/kit/public-key')
      expect(text).not.toContain('PRIVATE')
    } finally {
      await service.stop()
    }
  })

  it('is none on a server where none is set, and nothing is made', async () => {
    const folder = newFolder()
    const service = await startService({ settings: { DATA_DIR: folder } })
    try {
      const { items } = await read(service, 'KitPublicKeyList', '/kit/public-key')
      expect(items).toEqual([{ address: 'main', publicKey: null, fingerprint: null, accepted: [] }])
      expect(existsSync(join(folder, 'kit-private-key.pem'))).toBe(false)
    } finally {
      await service.stop()
    }
  })

  it('is made when first asked for with the embedded database, kept, and opens secrets', async () => {
    const folder = newFolder()
    const file = join(folder, 'kit-private-key.pem')
    const start = () => startService({ database: 'embedded', settings: { DATA_DIR: folder } })
    const service = await start()
    expect(existsSync(file)).toBe(false)
    const [first, second] = await Promise.all([
      read(service, 'KitPublicKeyList', '/kit/public-key'),
      read(service, 'KitPublicKeyList', '/kit/public-key'),
    ])
    expect(second).toEqual(first)
    const publicKey = readPublicKey(first.items[0]?.publicKey ?? '')
    const call = applicationOf(newBinding(), encryptClientSecret('s3cret', publicKey))
    expect((await kitCall(service, 'applicationSync', call)).body['resultCode']).toBe('000000')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await service.stop()
    const pem = readFileSync(file, 'utf8')
    const again = await start()
    expect(await read(again, 'KitPublicKeyList', '/kit/public-key')).toEqual(first)
    expect(readFileSync(file, 'utf8')).toBe(pem)
    await again.stop()
  })
})
