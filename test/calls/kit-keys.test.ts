import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKitKeys } from '../../src/calls/kit/keys.ts'

const { privateKey } = generateKeyPairSync('ed25519')

test('a pair is generated once for all addresses that have none, and again where that has failed', async () => {
  const results = [Promise.reject(new Error('the disk is full')), Promise.resolve(privateKey)]
  const keys = createKitKeys(
    new Map([['set', [privateKey]]]),
    () => results.shift() ?? Promise.reject(new Error('asked once too often')),
  )
  expect(await keys.keysOf('set')).toEqual([privateKey])
  expect(results).toHaveLength(2)
  await expect(keys.keysOf('main')).rejects.toThrow('the disk is full')
  expect(await keys.keysOf('main')).toEqual([privateKey])
  expect(await keys.keysOf('other')).toEqual([privateKey])
})

test('an address keeps its opener, which remembers what has worked', async () => {
  const keys = createKitKeys(new Map())
  const opener = await keys.openerOf('main')
  expect(await keys.openerOf('main')).toBe(opener)
  expect(await keys.openerOf('other')).not.toBe(opener)
})
