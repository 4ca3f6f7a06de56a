import { expect, it } from 'vitest'
import { createVault } from '../../src/crypto/vault.ts'

const vault = createVault(Buffer.alloc(32, 7))

it('gives one text one hash, 32 hex digits', () => {
  expect(vault.hash('PL001')).toMatch(/^[0-9a-f]{32}$/)
  expect(createVault(Buffer.alloc(32, 7)).hash('PL001')).toBe(vault.hash('PL001'))
})

it('gives another text, or the same under another secret, another hash', () => {
  expect(vault.hash('PL002')).not.toBe(vault.hash('PL001'))
  expect(createVault(Buffer.alloc(32, 8)).hash('PL001')).not.toBe(vault.hash('PL001'))
})
