import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatePrivateKey } from '../../src/crypto/public-key.ts'

/** The settings of a service that opens what the kit encrypts for it, which the demo's lives of the kit need. */
export async function kitSettings(): Promise<Record<string, string>> {
  const file = join(mkdtempSync(join(tmpdir(), 'koogate-console-')), 'key.pem')
  writeFileSync(file, await generatePrivateKey())
  return { KOOGATE_KIT_PRIVATE_KEY_FILE: file }
}
