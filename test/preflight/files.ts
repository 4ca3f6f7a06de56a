import { Buffer } from 'node:buffer'
import { type KeyObject, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { privateKeys } from '../crypto/private-keys.ts'

/** The head of a PNG of that size, which is all that says how large it is. */
export function png(width: number, height: number): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  return Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), Buffer.alloc(64)])
}

const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' })

/** A folder with every file that drafts of these tests name. */
export function filesOfDrafts(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-preflight-'))
  const files: Readonly<Record<string, Buffer | string>> = {
    'logo.png': png(120, 120),
    'large-logo.png': png(240, 240),
    'renamed.jpg': png(120, 120),
    'no-picture.png': 'text',
    'main.png': png(800, 600),
    'detail.png': png(1000, 900),
    'narrow.png': png(600, 900),
    'guide.pdf': 'guide',
    'guide.exe': 'guide',
    'heavy.pdf': Buffer.alloc(21 * 1024 * 1024),
    'paper.pdf': 'paper',
    'items.xlsx': 'items',
    'items.csv': 'items',
    'public.pem': pemOf(createPublicKey(privateKeys.current)),
    'short.pem': pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey),
    'private.pem': privateKeys.current.export({ type: 'pkcs8', format: 'pem' }),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
