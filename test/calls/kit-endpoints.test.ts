import { createPublicKey } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oaepVariants, encryptClientSecret } from '../../src/crypto/client-secret.ts'
import { signKitV2 } from '../../src/crypto/kit-v2-signature.ts'
import { generatePrivateKey, readPrivateKey } from '../../src/crypto/public-key.ts'
import { signV1Body } from '../../src/crypto/v1-auth-token.ts'
import { compactSorted } from '../../src/crypto/v2-query-signature.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { mediaOf, operationsIn } from '../harness/contract-operations.ts'
import {
  type Generation,
  type KitActivity,
  applicationOf,
  departmentOf,
  departmentsOf,
  generations,
  kitActivities,
  kitCall,
  kitTime,
  newBinding,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { drawn, scale } from '../harness/scale.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { expectSigned } from '../harness/v1-call.ts'
import { manage, read } from '../management/client.ts'
import { messageOf } from '../management/message-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-kit-'))
const pems = { current: await generatePrivateKey(), old: await generatePrivateKey() }
const files = Object.entries(pems).map(([name, pem]) => {
  const file = join(folder, `${name}.pem`)
  writeFileSync(file, pem)
  return file
})
const publicKeyOf = (name: keyof typeof pems) => createPublicKey(readPrivateKey(pems[name]))
const encrypted = encryptClientSecret('s3cret', publicKeyOf('current'))

let service: TestService
beforeAll(async () => {
  service = await startService({
    // How fast 50,000 departments are taken is the bench's to show: a busy machine is slow.
    limits: { answerWithinMs: 60_000, queryWithinMs: 60_000 },
    settings: {
      KOOGATE_KIT_PRIVATE_KEY_FILE: files.join(', '),
      KOOGATE_V1_KEY: `${keys.v1}, older-v1-key`,
    },
  })
})
afterAll(() => service.stop())

const isKept = async (tenantId: string) =>
  (await read(service, 'TenantList', `/tenants?tenantId=${tenantId}`)).items.length > 0

/** A valid call of each interface about a binding. */
function callsOf(binding: object, generation: Generation) {
  const ids = { ...binding }
  return {
    tenantSync: tenantOf(ids),
    applicationSync: applicationOf(ids, encrypted),
    authSync: usersOf(ids, [userOf('u1')]),
    singleOrgSync: departmentOf(ids, 'a'),
    allOrgSync: departmentsOf(ids, ['a'], { generation }),
  } satisfies Record<KitActivity, object>
}

const full = drawn(generations, scale.fullLists)
const everyInterface = generations.flatMap((generation) =>
  kitActivities.map((activity) => ({ generation, activity })),
)

describe.each(everyInterface)('$activity of $generation', ({ generation, activity }) => {
  test.each([
    ['a signature of another key', { key: 'another-key' }],
    ['a signature of the other interface', { key: generation === 'V2' ? keys.v1 : keys.kit }],
    ['no signature', { signature: null }],
    ['an empty signature', { signature: '' }],
  ])('refuses %s, and keeps nothing', async (_what, tampered) => {
    const binding = newBinding()
    const members = callsOf(binding, generation)[activity]
    const answeredWith = keys.v1
    const answer = await kitCall(service, activity, members, {
      generation,
      ...tampered,
      answeredWith,
    })
    expect(answer).toMatchObject({ status: 200, body: { resultCode: '000001' } })
    expect(await isKept(binding.tenantId)).toBe(false)
  })

  test('refuses a body that was changed on its way', async () => {
    const binding = newBinding()
    const members = callsOf(binding, generation)[activity]
    const changed = { ...members, tenantId: newBinding().tenantId }
    const [nonce, timestamp] = [newId('nonce'), String(Date.now())]
    const signature =
      generation === 'V1'
        ? signV1Body(members, keys.v1)
        : signKitV2({ key: keys.kit, nonce, timestamp, payload: compactSorted(members) })
    const options = { generation, nonce, timestamp, signature }
    const { body } = await kitCall(service, activity, changed, options)
    expect(body['resultCode']).toBe('000001')
    const right = await kitCall(service, activity, members, options)
    expect(right.body['resultCode']).toBe('000000')
  })

  test.each(['tenantId', 'timeStamp'])(
    'refuses a call without %s, naming it, and keeps nothing',
    async (name) => {
      const binding = newBinding()
      const members: Record<string, unknown> = { ...callsOf(binding, generation)[activity] }
      members[name] = undefined
      const { body } = await kitCall(service, activity, members, { generation })
      expect(body['resultCode']).toBe('000002')
      expect(body['resultMsg']).toContain(name)
      expect(await isKept(binding.tenantId)).toBe(false)
    },
  )

  test.each(['20260230000000000', 'yesterday', '00010101000000000'])(
    'refuses the time %s',
    async (timeStamp) => {
      const members = { ...callsOf(newBinding(), generation)[activity], timeStamp }
      const { body } = await kitCall(service, activity, members, { generation })
      expect(body['resultCode']).toBe('000002')
      expect(body['resultMsg']).toContain('timeStamp')
    },
  )

  test('is run again from its kept message, by the same rules', async () => {
    const binding = newBinding()
    await kitCall(service, activity, callsOf(binding, generation)[activity], { generation })
    const kept = await messageOf(service, `tenantId=${binding.tenantId}&activity=${activity}`)
    expect(kept).toMatchObject({ family: 'kit', activity, instanceId: binding.instanceId })
    const path = `/messages/${kept.id}/rerun`
    const { message, answer } = await read(service, 'RerunResult', path, { method: 'POST' })
    expect(answer).toEqual({ resultCode: '000000', resultMsg: 'success.' })
    expect(message).toMatchObject({ rerunOf: kept.id, family: 'kit', activity })
  })
})

describe('V2', () => {
  test('refuses a replay, and what it would have written', async () => {
    const binding = newBinding()
    const nonce = newId('nonce')
    const first = await kitCall(service, 'tenantSync', tenantOf(binding), { nonce })
    expect(first.body['resultCode']).toBe('000000')
    const change = tenantOf(binding, { flag: 2, name: 'other', timeStamp: kitTime(1) })
    const replay = await kitCall(service, 'tenantSync', change, { nonce })
    expect(replay.body['resultCode']).toBe('000001')
    const tenant = await read(service, 'Tenant', `/tenants/${binding.tenantId}`)
    expect(tenant.name).toBe('huaiweitest')
  })

  test.each([
    ['a time two minutes ago', { timestamp: String(Date.now() - 120_000) }],
    ['a time two minutes ahead', { timestamp: String(Date.now() + 120_000) }],
    ['no time', { timestamp: null }],
    ['no nonce', { nonce: null }],
  ])('refuses %s', async (_what, tampered) => {
    const { body } = await kitCall(service, 'tenantSync', tenantOf(newBinding()), tampered)
    expect(body['resultCode']).toBe('000002')
  })

  test('answers without Body-Sign', async () => {
    const { headers } = await kitCall(service, 'tenantSync', tenantOf(newBinding()))
    expect(headers.has('body-sign')).toBe(false)
  })
})

describe('V1', () => {
  test('signs its answer with the Key that the call used', async () => {
    const options = { generation: 'V1', key: 'older-v1-key' } as const
    const { body } = await kitCall(service, 'tenantSync', tenantOf(newBinding()), options)
    expect(body['resultCode']).toBe('000000')
  })

  test.each([
    ['GET', '/main/saas/produceAPI/tenantSync', 405],
    ['POST', '/main/saas/produceAPI/nothingSync', 404],
  ])('signs what is not served: %s %s', async (method, path, status) => {
    const answer = await sendTo(service, path, { method })
    expect(answer).toMatchObject({ status, body: { resultCode: '000002' } })
    expectSigned(answer, keys.v1)
  })

  test('takes 500 users, and refuses 501', async () => {
    const binding = newBinding()
    const users = Array.from({ length: 501 }, (_none, index) => userOf(`u${index}`))
    const send = (list: unknown) =>
      kitCall(service, 'authSync', usersOf(binding, list), { generation: 'V1' })
    const refused = await send(JSON.stringify(users))
    expect(refused.body['resultCode']).toBe('000002')
    expect(refused.body['resultMsg']).toContain('userList')
    expect(await isKept(binding.tenantId)).toBe(false)
    const taken = await send(JSON.stringify(users.slice(1)))
    expect(taken.body['resultCode']).toBe('000000')
  })
})

test('V2 takes more than 500 users', async () => {
  const users = Array.from({ length: 600 }, (_none, index) => userOf(`u${index}`))
  const { body } = await kitCall(service, 'authSync', usersOf(newBinding(), users))
  expect(body['resultCode']).toBe('000000')
})

describe.each(generations)('a list of %s', (generation) => {
  const codes = Array.from({ length: 50_001 }, (_none, index) => `d${index}`)
  const send = (binding: object, list: readonly string[]) =>
    kitCall(service, 'allOrgSync', departmentsOf({ ...binding }, list, { generation }), {
      generation,
    })

  test.runIf(full.includes(generation))(
    'of 50,000 departments is taken, and of one more is refused',
    async () => {
      const binding = newBinding()
      const refused = await send(binding, codes)
      expect(refused.body['resultCode']).toBe('000002')
      expect(refused.body['resultMsg']).toContain('orgInfo')
      expect(await isKept(binding.tenantId)).toBe(false)
      const chain = codes.slice(1).map((code, index) => (index === 0 ? code : `${code}<d${index}`))
      expect(await takenWithin(5, () => send(binding, chain))).toBe(true)
      const path = `/tenants/${binding.tenantId}/departments/tree`
      const { items } = await read(service, 'DepartmentTreeList', path)
      expect(items[0]?.roots).toHaveLength(1)
      expect(items[0]?.orphans).toEqual([])
      expect(JSON.stringify(items)).toContain('"childrenLeftOut":49900')
    },
  )

  test('whose texts are none is refused', async () => {
    const binding = newBinding()
    for (const code of ['a\u0000', 'a\ud800']) {
      const { body } = await send(binding, [code])
      expect(body).toMatchObject({ resultCode: '000002' })
      expect(body['resultMsg']).toContain('orgCode')
    }
    const nobody = userOf('u1', { orgCode: '\ud800' })
    const { body } = await kitCall(service, 'authSync', usersOf(binding, [nobody]), { generation })
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(await isKept(binding.tenantId)).toBe(false)
  })
})

test('a body over 10 MiB is refused', async () => {
  const members = departmentsOf(newBinding(), ['a'], { filler: 'x'.repeat(10 * 1024 * 1024) })
  const { body } = await kitCall(service, 'allOrgSync', members)
  expect(body['resultCode']).toBe('000002')
})

test('an item without its code is refused, also inside of text', async () => {
  const binding = newBinding()
  const orgInfo = '[{"name":"nameless"}]'
  const members = { ...binding, orgInfo, testFlag: 0, timeStamp: kitTime() }
  const { body } = await kitCall(service, 'allOrgSync', members, { generation: 'V1' })
  expect(body['resultCode']).toBe('000002')
  expect(body['resultMsg']).toContain('orgCode')
})

test.each([
  ['V1', 'orgInfo'],
  ['V2', 'orgInfoList'],
] as const)(
  'departments of %s whose text is no list are refused by their name',
  async (generation, name) => {
    const members = { ...newBinding(), [name]: 'no list', timeStamp: kitTime() }
    const { body } = await kitCall(service, 'allOrgSync', members, { generation })
    const refusal = { resultCode: '000002', resultMsg: `${name} is not a JSON list` }
    expect(body).toMatchObject(refusal)
  },
)

test.each(['orgName', 'OrgName', 'name'])(
  'the name of a department is read from %s',
  async (member) => {
    const binding = newBinding()
    const item = { orgCode: 'a', parentCode: null, [member]: '开发部' }
    const members = { ...binding, orgInfoList: [item], timeStamp: kitTime() }
    const { body } = await kitCall(service, 'allOrgSync', members)
    expect(body['resultCode']).toBe('000000')
    const path = `/tenants/${binding.tenantId}/departments`
    expect((await read(service, 'TenantDepartmentList', path)).items).toMatchObject([
      { orgCode: 'a', name: '开发部', parentCode: null },
    ])
  },
)

describe('clientSecret', () => {
  const ways = oaepVariants.flatMap((variant) =>
    (['current', 'old'] as const).flatMap((pair) =>
      (['base64', 'hex'] as const).map((encoding) => ({ variant, pair, encoding })),
    ),
  )

  test.each(ways)('is opened: $variant, $pair key, $encoding', async (way) => {
    const binding = newBinding()
    const secret = newId('secret')
    const base64 = encryptClientSecret(secret, publicKeyOf(way.pair), way.variant)
    const value = Buffer.from(base64, 'base64').toString(way.encoding)
    const { body } = await kitCall(service, 'applicationSync', applicationOf(binding, value))
    expect(body['resultCode']).toBe('000000')
    const row = await service.db
      .selectFrom('kit_applications')
      .select('client_secret')
      .where('tenant_id', '=', binding.tenantId)
      .executeTakeFirstOrThrow()
    const kept = Buffer.from(row.client_secret ?? [])
    expect(kept.includes(secret)).toBe(false)
    expect(service.app.services.vault.decrypt(kept).toString()).toBe(secret)
  })

  test('is refused where no private key is set, but a deletion is not', async () => {
    const bare = await startService()
    try {
      const binding = newBinding()
      const refused = await kitCall(bare, 'applicationSync', applicationOf(binding, encrypted))
      expect(refused.body['resultCode']).toBe('000002')
      expect(refused.body['resultMsg']).toContain('clientSecret')
      const gone = applicationOf(binding, encrypted, { flag: 0 })
      const deleted = await kitCall(bare, 'applicationSync', gone)
      expect(deleted.body['resultCode']).toBe('000000')
    } finally {
      await bare.stop()
    }
  })

  test('never shows, neither in lists nor in messages', async () => {
    const binding = newBinding()
    await kitCall(service, 'applicationSync', applicationOf(binding, encrypted))
    const kept = await messageOf(service, `tenantId=${binding.tenantId}`)
    const { text } = await manage(service, `/messages/${kept.id}`)
    expect(text).not.toContain(encrypted.slice(0, 20))
  })
})

const scenes = operationsIn('seller')
  .filter(({ operationId }) => operationId.startsWith('kit'))
  .flatMap(({ operationId, part, schemas }) =>
    mediaOf(schemas, schemas.below(part, 'requestBody')).flatMap((media) =>
      media.scenes.map(({ name, value }) => ({
        name,
        operationId,
        generation: operationId.slice(-2) as Generation,
        activity: operationId.replace(/^kit(.)(.*)V\d$/, (_all, first: string, rest: string) =>
          first.toLowerCase().concat(rest),
        ) as KitActivity,
        members: value as Readonly<Record<string, unknown>>,
      })),
    ),
  )

describe("the contract's scenes are accepted", () => {
  test('all of the ten interfaces are here', () => {
    expect(new Set(scenes.map(({ operationId }) => operationId)).size).toBe(10)
  })

  test.each(scenes)('$name of $operationId', async ({ activity, generation, members }) => {
    const own = 'clientSecret' in members ? { ...members, clientSecret: encrypted } : members
    const { body, text } = await kitCall(service, activity, own, { generation })
    expect(body['resultCode'], text).toBe('000000')
  })

  test('the printed text without quotes becomes departments', async () => {
    const unquoted = scenes.find(({ name }) => name === 'allOrgSync-unquoted')
    const binding = newBinding()
    await kitCall(service, 'allOrgSync', { ...unquoted?.members, ...binding })
    const path = `/tenants/${binding.tenantId}/departments`
    const { items } = await read(service, 'TenantDepartmentList', path)
    const found = items.map(({ orgCode, name, parentCode }) => [orgCode, name, parentCode])
    expect(found.toSorted()).toEqual([
      ['00000001', '产品部', '265789314'],
      ['10000', '开发部', '00000001'],
    ])
  })
})

/** Whether a call succeeds in some attempts, as many as the store makes where a machine is too busy. */
async function takenWithin(attempts: number, call: () => ReturnType<typeof kitCall>) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { body } = await call()
    if (body['resultCode'] !== '000005') return body['resultCode'] === '000000'
  }
  return false
}
