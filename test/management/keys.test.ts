import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/crypto/fingerprint.ts'
import { type TestService, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { manage, read } from './client.ts'

const file = `
addresses:
  main:
    basicKey: [new-basic-key, old-basic-key]
    orderKey: main-order-key
  other:
    v1Key: other-v1-key
`

let service: TestService
const folder = mkdtempSync(join(tmpdir(), 'koogate-keys-'))
beforeAll(async () => {
  const path = join(folder, 'addresses.yaml')
  writeFileSync(path, file)
  service = await startService({
    settings: { KOOGATE_CONFIG_FILE: path },
  })
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

const keysOf = async (address: string, interfaceType: string) => {
  const { items } = await read(service, 'KeyList', '/keys')
  return items.find((one) => one.address === address && one.interfaceType === interfaceType)
}

describe('listKeys', () => {
  it('has an entry for each interface type of each address, also without a key', async () => {
    const { items, nextCursor } = await read(service, 'KeyList', '/keys')
    expect(
      items.map(({ address, interfaceType, accepted }) => [address, interfaceType, accepted]),
    ).toEqual([
      ['main', 'basic', 2],
      ['main', 'v1', 0],
      ['main', 'kit', 0],
      ['main', 'license', 0],
      ['main', 'order', 1],
      ['other', 'basic', 0],
      ['other', 'v1', 1],
      ['other', 'kit', 0],
      ['other', 'license', 0],
      ['other', 'order', 0],
    ])
    expect(nextCursor).toBeNull()
  })

  it('tells keys apart by fingerprint, the current one first, and shows none', async () => {
    expect((await keysOf('main', 'basic'))?.keys).toMatchObject([
      { fingerprint: fingerprint('new-basic-key'), current: true },
      { fingerprint: fingerprint('old-basic-key'), current: false },
    ])
    const { text } = await manage(service, '/keys')
    expect(text).not.toMatch(/-key/)
  })

  it('shows at once which key of a rotation the store still uses', async () => {
    const before = Date.now()
    await storeCall(service, purchaseOf(), { key: 'old-basic-key' })
    const [current, old] = (await keysOf('main', 'basic'))?.keys ?? []
    expect(current?.lastUsedAt).toBeNull()
    expect(Date.parse(old?.lastUsedAt ?? '')).toBeGreaterThanOrEqual(before)
    await storeCall(service, purchaseOf(), { key: 'new-basic-key' })
    const [used] = (await keysOf('main', 'basic'))?.keys ?? []
    expect(used?.lastUsedAt).not.toBeNull()
    expect((await keysOf('main', 'order'))?.keys[0]?.lastUsedAt).toBeNull()
  })

  it('does not count a signature that does not hold', async () => {
    await storeCall(service, purchaseOf(), { key: 'main-order-key' })
    expect((await keysOf('main', 'order'))?.keys[0]?.lastUsedAt).toBeNull()
  })
})
