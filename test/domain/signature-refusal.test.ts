import { expect, test } from 'vitest'
import { mismatch, noKey, outOfTime, signatureFaultOf } from '../../src/domain/signature-refusal.ts'

test.each([
  ['mismatch', mismatch('x-sign').message],
  ['mismatch', mismatch('authToken').message],
  ['no-key', noKey('kit').message],
  ['clock', outOfTime('timestamp').message],
  [undefined, 'signature is missing'],
  [undefined, 'authToken is not Base64 of 32 bytes'],
  [undefined, 'nonce was used before'],
])('%s is read from %j', (fault, text) => {
  expect(signatureFaultOf(text)).toBe(fault)
})
