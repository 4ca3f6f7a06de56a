import { createPrivateKey, createPublicKey } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { encryptClientSecret } from '../../src/crypto/client-secret.ts'
import { consolePublicKey, publicKeyFingerprint } from '../../src/crypto/public-key.ts'
import { pems } from '../crypto/private-keys.ts'
import {
  applicationOf,
  kitCall,
  kitTime,
  newBinding,
  tenantOf,
  usersOf,
} from '../harness/kit-call.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { read } from './client.ts'

// Two addresses, of which the credential stood at one and stands at the other, and two pairs of keys.
const folder = mkdtempSync(join(tmpdir(), 'koogate-credential-'))
const [newKey, oldKey] = [keyIn('new.pem', pems.current), keyIn('old.pem', pems.old)]
const file = join(folder, 'addresses.yaml')
const own = `basicKey: [${keys.basic}], kitKey: [${keys.kit}], kitPrivateKeyFile: ['${newKey.file}', '${oldKey.file}']`
const signOn = `ssoAppId: SIGNED-ON, ssoReturn: 'https://app.example.com/return'`
writeFileSync(file, `addresses:\n  new: { ${own}, ${signOn} }\n  old: { ${own} }\n`)

function keyIn(name: string, pem: string) {
  const path = join(folder, name)
  writeFileSync(path, pem)
  const privateKey = createPrivateKey(pem)
  return { file: path, privateKey, fingerprint: publicKeyFingerprint(privateKey) }
}

let service: TestService
beforeAll(async () => {
  service = await startService({
    settings: {
      KOOGATE_CONFIG_FILE: file,
      KOOGATE_PUBLIC_URL: 'https://koogate.example.com',
    },
  })
})
afterAll(() => service.stop())

const appId = 'KSIDJF1234456'
const credential = (id = appId) => read(service, 'Credential', `/credentials/${id}`)
const at = (
  { addresses }: ManagementSchemas['Credential'],
  name: string,
): ManagementSchemas['CredentialAddress'] | undefined =>
  addresses.find(({ address }) => address === name)

type Binding = ReturnType<typeof newBinding>

/** A tenant that bought something at the old address, bound there under the old key. */
async function boundTenant(): Promise<Binding> {
  const { body } = await storeCall(service, purchaseOf(), { address: 'old' })
  const binding = { tenantId: newId('tenant'), instanceId: String(body['instanceId']) }
  await kitCall(service, 'tenantSync', tenantOf(binding), { address: 'old' })
  await synchronise(binding, oldKey, 'old')
  return binding
}

async function synchronise(
  binding: Binding,
  { privateKey }: typeof newKey,
  address: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const secret = encryptClientSecret('s3cret', createPublicKey(privateKey))
  const call = applicationOf(binding, secret, more)
  const answer = await kitCall(service, 'applicationSync', call, { address })
  expect(answer.body['resultCode']).toBe('000000')
}

describe('before anything has come', () => {
  test('it says what to paste, for an id that nobody has named yet', async () => {
    const shown = await credential('NEW')
    expect(shown).toMatchObject({ appId: 'NEW', tenants: 0 })
    expect(shown.keys).toEqual([
      { fingerprint: newKey.fingerprint, current: true, accepted: true, tenants: 0 },
    ])
    expect(at(shown, 'new')).toMatchObject({
      current: false,
      publicKey: consolePublicKey(newKey.privateKey),
      fingerprint: newKey.fingerprint,
      kitCases: Array.from({ length: 5 }, () => ({ seenAt: null, resultCode: null })),
      lastCallAt: null,
    })
    expect(at(shown, 'old')).toMatchObject({ loginUrl: null, callbackUrl: null })
    expect(at(shown, 'new')?.productionAddresses[0]).toEqual({
      product: 'saas',
      url: 'https://koogate.example.com/new/saas',
    })
  })

  test('and where users sign in, at the address that the settings name for it', async () => {
    const shown = await credential('SIGNED-ON')
    expect(at(shown, 'new')).toMatchObject({
      current: true,
      loginUrl: 'https://koogate.example.com/sso/new/login',
      callbackUrl: 'https://koogate.example.com/sso/new/callback',
    })
    expect(at(shown, 'old')).toMatchObject({ current: false })
  })

  test('and which cases of the kit were seen then, with what they were answered', async () => {
    const tenant = { ...newBinding(), instanceId: '', testFlag: 1 }
    await kitCall(service, 'tenantSync', tenantOf(tenant), { address: 'new' })
    await kitCall(service, 'authSync', usersOf(tenant, [{ userName: '' }]), { address: 'new' })
    const cases = at(await credential(), 'new')?.kitCases.map(
      ({ activity, generation, resultCode }) => [activity, generation, resultCode],
    )
    expect(cases).toEqual([
      ['tenantSync', 'V2', '000000'],
      ['applicationSync', null, null],
      ['authSync', 'V2', '000002'],
      ['singleOrgSync', null, null],
      ['allOrgSync', null, null],
    ])
    expect(at(await credential(), 'old')?.kitCases[0]?.seenAt).toBeNull()
  })
})

test('after key and address were changed: two tenants on the old key, one old address still called', async () => {
  const tenants = [await boundTenant(), await boundTenant(), await boundTenant()] as const
  const before = await credential()
  expect(before.keys).toMatchObject([
    { fingerprint: newKey.fingerprint, current: true, tenants: 0 },
    { fingerprint: oldKey.fingerprint, current: false, accepted: true, tenants: 3 },
  ])
  expect(at(before, 'old')).toMatchObject({ current: true, applications: 3, instances: 3 })

  const [moved, alsoMoved] = tenants
  await synchronise(moved, newKey, 'new', { flag: 2, timeStamp: kitTime(1) })
  for (const { instanceId } of [moved, alsoMoved]) {
    const renewal = { activity: 'refreshInstance', scene: 'RENEWAL', expireTime: '20901231235959' }
    await storeCall(service, { ...renewal, ...newOrder(), instanceId }, { address: 'new' })
  }
  const after = await credential()
  expect(after).toMatchObject({ tenants: 3 })
  expect(after.keys.map(({ fingerprint, tenants: count }) => [fingerprint, count])).toEqual([
    [newKey.fingerprint, 1],
    [oldKey.fingerprint, 2],
  ])
  expect(at(after, 'new')).toMatchObject({ current: true, applications: 1, instances: 2 })
  expect(at(after, 'old')).toMatchObject({ current: false, applications: 2, instances: 1 })
  expect(at(after, 'old')?.lastCallAt).not.toBeNull()
})

test('what is deleted, released or of another credential counts nowhere', async () => {
  const [deleted, released, other] = [await boundTenant(), await boundTenant(), await boundTenant()]
  const counted = await credential()
  const deletion = { flag: 0, timeStamp: kitTime(2) }
  await kitCall(service, 'tenantSync', tenantOf(deleted, deletion), { address: 'old' })
  const release = { activity: 'releaseInstance', instanceId: released.instanceId }
  await storeCall(service, { ...release, ...newOrder() }, { address: 'old' })
  await synchronise(other, oldKey, 'old', { appId: 'ANOTHER' })
  const shown = await credential()
  expect(shown.tenants).toBe(counted.tenants - 1)
  expect(at(shown, 'old')?.instances).toBe((at(counted, 'old')?.instances ?? 0) - 2)
  expect((await credential('ANOTHER')).tenants).toBe(1)
})
