import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { tokenKeyOf } from '../../src/crypto/token-key.ts'

const key = tokenKeyOf(Buffer.alloc(32, 7))

test('the key of tokens is the same wherever the secret key is, and another one for another', () => {
  expect(tokenKeyOf(Buffer.alloc(32, 7))).toEqual(key)
  expect(tokenKeyOf(Buffer.alloc(32, 8)).d).not.toBe(key.d)
})

test('the key of tokens is a pair of the curve P-256', () => {
  const { d: _d, ...open } = key
  const content = Buffer.from('content')
  const signature = sign('sha256', content, createPrivateKey({ format: 'jwk', key }))
  const publicKey = createPublicKey({ format: 'jwk', key: open })
  expect(verify('sha256', content, publicKey, signature)).toBe(true)
})
