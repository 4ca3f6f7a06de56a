import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

// To make one takes a second, so they are made once a machine.
const folder = 'node_modules/.cache/koogate/test-keys'

/** Two pairs of 3,072 bits, the private keys in PEM. */
export const pems = { current: kept('current'), old: kept('old') }

/** The same as keys. */
export const privateKeys = {
  current: createPrivateKey(pems.current),
  old: createPrivateKey(pems.old),
}

function kept(name: string): string {
  const path = `${folder}/${name}.pem`
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    // Two test files may come at once: each finds nothing, or a whole key.
    const own = `${path}.${randomUUID()}`
    writeFileSync(own, made(), { mode: 0o600 })
    renameSync(own, path)
  }
  return readFileSync(path, 'utf8')
}

function made(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}
