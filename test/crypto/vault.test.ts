import { describe, expect, test } from 'vitest'
import { createVault } from '../../src/crypto/vault.ts'

const vault = createVault(Buffer.alloc(32, 1))

describe('the vault', () => {
  test('gives back what was put in, bytes and text', () => {
    const plain = '{"password":"首次登录"}'
    expect(vault.decipher(vault.encipher(plain)).toString()).toBe(plain)
    const bytes = Buffer.from([0, 255, 128])
    expect(vault.decipher(vault.encipher(bytes))).toEqual(bytes)
  })

  test('shows nothing of it, and never the same twice', () => {
    const [one, two] = [vault.encipher('password'), vault.encipher('password')]
    expect(one.includes('password')).toBe(false)
    expect(one.equals(two)).toBe(false)
  })

  test.each([0, 12, 28, 30])('notices a changed byte at %i', (at) => {
    const sealed = vault.encipher('password')
    sealed[at] = (sealed[at] ?? 0) ^ 1
    expect(() => vault.decipher(sealed)).toThrow()
  })

  test('opens with its own secret key only', () => {
    const other = createVault(Buffer.alloc(32, 2))
    expect(() => other.decipher(vault.encipher('password'))).toThrow()
  })
})
