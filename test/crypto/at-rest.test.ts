import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createVault } from '../../src/crypto/vault.ts'
import type { Address } from '../../src/domain/address.ts'
import { claimOf } from '../../src/calls/call.ts'
import { licenseIdOf } from '../../src/calls/licensing/license-id.ts'

const name = z.string()
const ids = z.array(z.string())
const { secretKey, ciphers, hashes, licenseIds, claimKeys } = z
  .object({
    secretKey: z.base64(),
    ciphers: z.array(z.object({ name, plain: z.string(), cipher: z.base64() })).min(1),
    hashes: z.array(z.object({ name, text: z.string(), hash: z.string() })).min(1),
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
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/at-rest.json', 'utf8')))

const vault = createVault(Buffer.from(secretKey, 'base64'))

// What a version wrote every later one must read: a changed vector is lost data.
describe('what is kept under a secret key', () => {
  test.each(ciphers)('is opened by a later version: $name', ({ plain, cipher }) => {
    expect(vault.decrypt(Buffer.from(cipher, 'base64')).toString()).toBe(plain)
  })

  test.each(hashes)('is found by its hash: $name', ({ text, hash }) => {
    expect(vault.hash(text)).toBe(hash)
  })

  test.each(licenseIds)('has the license id that it had: $name', (one) => {
    expect(licenseIdOf(one, one.ids, vault)).toBe(one.licenseId)
  })

  test.each(claimKeys)('has the claim that it had: $name', (one) => {
    const address = { name: 'main' } as Address
    const scope = { address, family: 'saas-v2', test: false } as const
    const claim = claimOf(scope, 'newInstance', one.ids)
    expect(claim.claimKey).toBe(one.claimKey)
  })
})
