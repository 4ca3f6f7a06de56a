import { expect, test } from 'vitest'
import { fingerprint } from '../../src/crypto/fingerprint.ts'

test('a key is named by the first 16 hex digits of its SHA-256', () => {
  expect(fingerprint('abc')).toBe('ba7816bf8f01cfea')
})
