import { readFileSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fingerprint } from '../../src/crypto/fingerprint.ts'
import { signV1Query } from '../../src/crypto/v1-auth-token.ts'
import { decryptV1Field } from '../../src/crypto/v1-cipher.ts'
import { type Answer, sendTo } from '../harness/contract-hook.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { appInfoIn, firstInfoIn, v1Buy, v1Purchase } from '../harness/v1-store.ts'
import { expectSigned, v1Call, v1Query } from '../harness/v1-call.ts'

const [newKey, oldKey] = ['the-new-v1-key', 'the-old-v1-key']
let service: TestService

beforeAll(async () => {
  service = await startService({
    settings: {
      KOOGATE_V1_KEY: `${newKey},${oldKey}`,
      KOOGATE_USER_NAME: 'admin',
    },
  })
})
afterAll(() => service.stop())

/** Sends a query as it stands; the answer must be signed with the key. */
async function sent(query: string, key: string): Promise<Answer> {
  const answer = await sendTo(service, `/main/saas?${query}`)
  expectSigned(answer, key)
  return answer
}

describe('a call that is not verified is refused, signed with the current key, and makes no instance', () => {
  const call = v1Purchase()
  const changed = v1Query({ ...call, orderId: 'other' }, newKey, signV1Query(call, newKey))
  test.each<[string, string, string, string]>([
    ['with a wrong authToken', v1Query(call, newKey, 'A'.repeat(43) + '='), '000001', 'authToken'],
    ['without an authToken', v1Query(call, newKey, null), '000001', 'authToken'],
    ['with the key of another type', v1Query(call, keys.basic), '000001', 'authToken'],
    ['with a parameter changed', changed, '000001', 'authToken'],
    ['with a parameter added', `${v1Query(call, newKey)}&amount=7`, '000001', 'authToken'],
    [
      'without a timeStamp',
      new URLSearchParams({ ...call, authToken: signV1Query(call, newKey) }).toString(),
      '000002',
      'timeStamp',
    ],
  ])('%s', async (_how, query, resultCode, named) => {
    const { status, body } = await sent(query, newKey)
    expect(status).toBe(200)
    expect(body).toMatchObject({ resultCode })
    expect(body['resultMsg']).toContain(named)
    const { body: instances } = await manage(
      service,
      `/instances?orderId=${String(call['orderId'])}`,
    )
    expect(instances['items']).toEqual([])
  })

  test('with testFlag 1 too', async () => {
    const { body } = await sent(v1Query(v1Purchase({ testFlag: '1' }), newKey, 'no'), newKey)
    expect(body).toMatchObject({ resultCode: '000001' })
  })
})

describe('two accepted keys', () => {
  test.each([newKey, oldKey])(
    'an answer is signed and encrypted with the one that the call used: %s',
    async (key) => {
      const answer = await v1Call(service, v1Purchase(), { key, answeredWith: key })
      expect(answer.body).toMatchObject({ resultCode: '000000', encryptType: '1' })
      const value = appInfoIn(answer)['userName'] ?? ''
      expect(decryptV1Field({ key, encryptType: '1', value })).toBe('admin')
      const other = key === newKey ? oldKey : newKey
      expect(() => decryptV1Field({ key: other, encryptType: '1', value })).toThrow()
      const call = { activity: 'queryInstance', instanceId: String(answer.body['instanceId']) }
      const shown = firstInfoIn(await v1Call(service, call, { key }))
      expect(decryptV1Field({ key, encryptType: '1', value: shown['userName'] ?? '' })).toBe(
        'admin',
      )
    },
  )

  test('a refusal by the contract is signed with the one that the call used', async () => {
    const { body } = await v1Call(service, v1Purchase({ expireTime: '20300230000000' }), {
      key: oldKey,
    })
    expect(body).toMatchObject({ resultCode: '000002' })
    expect(body['resultMsg']).toContain('expireTime')
  })

  test('each use is shown by its fingerprint', async () => {
    const usesOf = async () => {
      const { body } = await manage(service, '/keys')
      const items = body['items'] as {
        interfaceType: string
        keys: { fingerprint: string; lastUsedAt: string | null }[]
      }[]
      const v1 = items.find(({ interfaceType }) => interfaceType === 'v1')?.keys ?? []
      return new Map(v1.map((key) => [key.fingerprint, Date.parse(key.lastUsedAt ?? '')]))
    }
    const before = Date.now()
    await v1Buy(service, {}, { key: oldKey })
    const afterOld = await usesOf()
    expect(afterOld.get(fingerprint(oldKey))).toBeGreaterThanOrEqual(before)
    await v1Buy(service, {}, { key: newKey })
    expect((await usesOf()).get(fingerprint(newKey))).toBeGreaterThanOrEqual(before)
  })
})

describe('a plus sign of the query', () => {
  const withPlus = () => v1Purchase({ customerName: 'a b+c' })
  const nameKept = async (answer: Answer) => {
    expect(answer.body).toMatchObject({ resultCode: '000000' })
    const { order } = await instanceOf(service, String(answer.body['instanceId']))
    return (order as { buyer: { customerName: string } }).buyer.customerName
  }

  test('escaped, with spaces as plus signs, as a form writes it', async () => {
    const query = v1Query(withPlus(), newKey)
    expect(query).toContain('customerName=a+b%2Bc')
    expect(await nameKept(await sent(query, newKey))).toBe('a***c')
  })

  test('bare, with spaces as %20, holds as it stands', async () => {
    const query = v1Query(withPlus(), newKey).replace('a+b%2Bc', 'a%20b+c')
    expect(await nameKept(await sent(query, newKey))).toBe('a***c')
  })

  test('bare in the authToken', async () => {
    const query = Array.from({ length: 64 }, () => v1Query(withPlus(), newKey)).find((one) =>
      /authToken=[^&]*%2B/.test(one),
    )
    const bare = String(query).replace(/authToken=[^&]*/, (token) => decodeURIComponent(token))
    expect((await sent(bare, newKey)).body).toMatchObject({ resultCode: '000000' })
  })
})

interface Vector {
  readonly name: string
  readonly key: string
  readonly parameters: Record<string, string>
  readonly expected: { readonly authToken: string }
}

describe('documented calls', () => {
  const { queries } = JSON.parse(readFileSync('openapi/vectors/v1-auth-token.json', 'utf8')) as {
    queries: Vector[]
  }
  // Those whose parameters are a whole call.
  const calls = queries.filter(({ parameters }) => parameters['testFlag'] === '1')
  const folder = 'openapi/examples/saas-v1'
  const scenes = readdirSync(folder)
    .map((name) => ({
      name,
      ...(parse(readFileSync(`${folder}/${name}`, 'utf8')) as { value: Record<string, string> }),
    }))
    .filter(({ value }) => 'activity' in value)

  test('are all there: one vector for each activity, and the scenes of the contract', () => {
    const activities = new Set(calls.map(({ parameters }) => parameters['activity']))
    expect(activities.size).toBe(7)
    expect(new Set(scenes.map(({ value }) => value['activity']))).toEqual(activities)
    expect(scenes.length).toBeGreaterThanOrEqual(16)
  })

  test.each(calls)(
    '$name is accepted with its own token',
    async ({ key, parameters, expected }) => {
      const other = await startService({ settings: { KOOGATE_V1_KEY: key } })
      const answer = await sendTo(
        other,
        `/main/saas?${v1Query(parameters, key, expected.authToken)}`,
      )
      await other.stop()
      expectSigned(answer, key)
      expect(answer.body).toMatchObject({ resultCode: '000000' })
    },
  )

  test('the scenes are accepted one after the other, each as a test call and, where its instance is there, as a real one', async () => {
    const key = '11111111-2222-3333-4444-555555555555'
    const other = await startService({ settings: { KOOGATE_V1_KEY: key } })
    const isLast = ({ value }: (typeof scenes)[number]) => value['activity'] === 'releaseInstance'
    const inOrder = [...scenes].sort((a, b) => Number(isLast(a)) - Number(isLast(b)))
    const ids = [...new Set(scenes.flatMap(({ value }) => value['instanceId']?.split(',') ?? []))]
    for (const businessId of ids) await v1Buy(other, { businessId }, { key })
    for (const { name, value } of inOrder) {
      for (const testFlag of ['1', '0']) {
        const { body, text } = await v1Call(other, { ...value, testFlag }, { key })
        expect(body['resultCode'], `${name}, testFlag ${testFlag}: ${text}`).toBe('000000')
      }
    }
    await other.stop()
  })
})
