import { describe, expect, test } from 'vitest'
import { createVault } from '../../src/crypto/vault.ts'

const vault = createVault(Buffer.alloc(32, 1))

describe('the vault', () => {
  test('gives back what was put in, bytes and text', () => {
    const plain = '{"password":"首次登录"}'
    expect(vault.decrypt(vault.encrypt(plain)).toString()).toBe(plain)
    const bytes = Buffer.from([0, 255, 128])
    expect(vault.decrypt(vault.encrypt(bytes))).toEqual(bytes)
  })

  test('shows nothing of it, and never the same twice', () => {
    const [one, two] = [vault.encrypt('password'), vault.encrypt('password')]
    expect(one.includes('password')).toBe(false)
    expect(one.equals(two)).toBe(false)
  })

  test.each([0, 12, 28, 30])('notices a changed byte at %i', (at) => {
    const encrypted = vault.encrypt('password')
    encrypted[at] = (encrypted[at] ?? 0) ^ 1
    expect(() => vault.decrypt(encrypted)).toThrow()
  })

  test('opens with its own secret key only', () => {
    const other = createVault(Buffer.alloc(32, 2))
    expect(() => other.decrypt(vault.encrypt('password'))).toThrow()
  })
})
