import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createVault, secretKeyFingerprint } from '../../src/crypto/vault.ts'
import type { Address } from '../../src/domain/address.ts'
import { claimOf } from '../../src/calls/call.ts'
import { nonceParts } from '../../src/calls/persist.ts'
import { nonceRow } from '../../src/db/nonce/nonces.ts'
import { licenseIdOf } from '../../src/calls/licensing/license-id.ts'

const name = z.string()
const ids = z.array(z.string())
const { secretKey, ciphers, hashes, fingerprints, licenseIds, claimKeys, claimScopes, nonces } = z
  .object({
    secretKey: z.base64(),
    ciphers: z.array(z.object({ name, plain: z.string(), cipher: z.base64() })).min(1),
    hashes: z.array(z.object({ name, text: z.string(), hash: z.string() })).min(1),
    fingerprints: z.array(z.object({ name, fingerprint: z.string() })).min(1),
    licenseIds: z
      .array(
        z.object({
          name,
          address: z.string(),
          family: z.enum(['license-a', 'license-b', 'license-c']),
          test: z.boolean(),
          ids,
          licenseId: z.string(),
        }),
      )
      .min(1),
    claimKeys: z.array(z.object({ name, ids, claimKey: z.string() })).min(1),
    claimScopes: z
      .array(
        z.object({
          name,
          address: z.string(),
          families: z.array(z.enum(['saas-v2', 'saas-v1', 'license-a'])).min(1),
          test: z.boolean(),
          scope: z.object({ site: z.string(), testAddress: z.string(), kind: z.string() }),
        }),
      )
      .min(1),
    nonces: z
      .array(
        z.object({
          name,
          address: z.string(),
          interfaceType: z.enum(['basic', 'v1', 'kit', 'license', 'order']),
          key: z.string(),
          nonce: z.string(),
          hash: z.hex(),
        }),
      )
      .min(1),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/at-rest.json', 'utf8')))

const vault = createVault(Buffer.from(secretKey, 'base64'))

function callAt(name: string) {
  const made = { family: 'saas-v2', test: false, body: {}, now: new Date(), key: '' } as const
  return {
    ...made,
    address: { name, site: 'china' } as Address,
    attempt: 1,
    isIdTaken: false,
    remainingMs: () => 0,
  }
}

// What a version wrote every later one must read: a changed vector is lost data.
describe('what is kept under a secret key', () => {
  test.each(ciphers)('is opened by a later version: $name', ({ plain, cipher }) => {
    expect(vault.decrypt(Buffer.from(cipher, 'base64')).toString()).toBe(plain)
  })

  test.each(hashes)('is found by its hash: $name', ({ text, hash }) => {
    expect(vault.hash(text)).toBe(hash)
  })

  test.each(fingerprints)('is known again by its fingerprint: $name', ({ fingerprint }) => {
    expect(secretKeyFingerprint(Buffer.from(secretKey, 'base64'))).toBe(fingerprint)
  })

  test.each(licenseIds)('has the license id that it had: $name', (one) => {
    expect(licenseIdOf({ site: 'china', ...one }, one.ids, vault)).toBe(one.licenseId)
  })

  test.each(claimKeys)('has the claim that it had: $name', (one) => {
    const claim = claimOf(callAt('main'), 'newInstance', one.ids)
    expect(claim.claimKey).toBe(one.claimKey)
  })

  test.each(claimScopes)('is claimed where it was: $name', ({ address, families, test, scope }) => {
    for (const family of families) {
      expect(claimOf({ ...callAt(address), family, test }, 'newInstance', [])).toMatchObject(scope)
    }
  })

  test.each(nonces)('has the nonce that it had: $name', ({ nonce: value, hash, ...used }) => {
    const { hash: kept } = nonceRow(nonceParts({ site: 'china', ...used, value }), new Date())
    expect(Buffer.from(kept).toString('hex')).toBe(hash)
  })
})
