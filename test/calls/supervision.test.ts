import { writeFileSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instanceOf, manage } from '../harness/management.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import { type Parameters, appInfoIn, v1Purchase } from '../harness/v1-store.ts'
import { v1Call } from '../harness/v1-call.ts'

// Service supervision (服务监管): three calls of one order, of which the first asks only whether the
// order is known. Nothing in a call tells it, so an address does.

const file = join(mkdtempSync(join(tmpdir(), 'koogate-supervision-')), 'addresses.yaml')
writeFileSync(
  file,
  `addresses:
  supervised: { v1Key: [${keys.v1}], provisioning: manual, supervised: true }
  plain: { v1Key: [${keys.v1}], provisioning: manual }
  instant: { v1Key: [${keys.v1}], provisioning: template, supervised: true }
`,
)
const settings = {
  KOOGATE_CONFIG_FILE: file,
  KOOGATE_PUBLIC_URL: 'https://koogate.example.com',
  KOOGATE_FRONT_END_URL: 'https://app.example.com/{instanceId}',
}

let service: TestService
beforeAll(async () => {
  service = await startService({ settings })
})
afterAll(() => service.stop())

const at = (address: string, parameters: Parameters) => v1Call(service, parameters, { address })
const provide = (instanceId: string) =>
  manage(service, `/instances/${instanceId}/app-info`, {
    method: 'PUT',
    body: { frontEndUrl: 'https://app.example.com/made' },
  })

describe('at a supervised address', () => {
  test('the first call succeeds with the id and the welcome page, and so does its repeat', async () => {
    const call = v1Purchase()
    for (const businessId of [call['businessId'] ?? '', 'another']) {
      const answer = await at('supervised', { ...call, businessId })
      expect(answer.body).toEqual({
        resultCode: '000000',
        resultMsg: 'success.',
        encryptType: '1',
        instanceId: call['businessId'],
        appInfo: {
          frontEndUrl: `https://koogate.example.com/welcome/${call['businessId'] ?? ''}`,
        },
      })
    }
    const instance = await instanceOf(service, call['businessId'] ?? '')
    expect(instance).toMatchObject({ status: 'provisioning', appInfo: null })
  })

  test('the calls after it was provisioned tell how the buyer gets in, and take the acceptance in', async () => {
    const call = v1Purchase()
    const { body } = await at('supervised', call)
    const instanceId = String(body['instanceId'])
    await provide(instanceId)
    const second = await at('supervised', call)
    expect(appInfoIn(second)).toEqual({ frontEndUrl: 'https://app.example.com/made' })
    const third = await at('supervised', { ...call, acceptanceTime: '20300101000000000' })
    expect(third.body).toMatchObject({ resultCode: '000000', instanceId })
    const instance = await instanceOf(service, instanceId)
    expect(instance).toMatchObject({ status: 'active', acceptanceTime: '2029-12-31T16:00:00.000Z' })
  })

  test('an acceptance of what nobody has provisioned is 000004, and every call after it', async () => {
    const call = v1Purchase()
    await at('supervised', call)
    for (const acceptance of [{ acceptanceTime: '20300101000000000' }, {}]) {
      const { body } = await at('supervised', { ...call, ...acceptance })
      expect(body).toMatchObject({ resultCode: '000004' })
    }
    const first = await at('supervised', v1Purchase({ acceptanceTime: '20300101000000000' }))
    expect(first.body).toMatchObject({ resultCode: '000004' })
  })

  test('what is queried is 000004 until it is ready', async () => {
    const { body } = await at('supervised', v1Purchase())
    const query = { activity: 'queryInstance', instanceId: String(body['instanceId']) }
    expect((await at('supervised', query)).body).toMatchObject({ resultCode: '000004' })
  })

  test('what the template provisions is ready at the first call', async () => {
    const answer = await at('instant', v1Purchase())
    const id = String(answer.body['instanceId'])
    expect(appInfoIn(answer)).toEqual({ frontEndUrl: `https://app.example.com/${id}` })
  })
})

test('elsewhere nothing is 000000 before it is ready', async () => {
  const call = v1Purchase()
  for (const repeat of [1, 2]) {
    const { body } = await at('plain', call)
    expect(body['resultCode'], `attempt ${repeat}`).toBe('000004')
  }
  await provide(call['businessId'] ?? '')
  expect((await at('plain', call)).body).toMatchObject({ resultCode: '000000' })
})

test('a port that refuses is heard at a supervised address too', async () => {
  const failure = { code: '000106', reason: 'sold out' } as const
  const sold = await startService({
    settings,
    ports: { provision: () => ({ outcome: 'refused', failure }) },
  })
  try {
    const { body } = await v1Call(sold, v1Purchase(), { address: 'supervised' })
    expect(body).toMatchObject({ resultCode: '000106' })
  } finally {
    await sold.stop()
  }
})
