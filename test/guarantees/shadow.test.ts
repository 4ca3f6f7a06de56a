import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { createBodyValidator } from '../../src/http/store/validate-body.ts'
import { loadConfig } from '../../src/config/config.ts'
import { RecordingError, readRecording } from '../../src/shadow/recorded-call.ts'
import { type ShadowReport, runShadow } from '../../src/shadow/shadow.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { contentOf } from '../harness/database-content.ts'
import { kitCall, newBinding, tenantOf, userOf, usersOf } from '../harness/kit-call.ts'
import { applicationFor, buyA, callA, callB, getLicenseOf } from '../harness/licenses.ts'
import { type RecordedLine, startRecordingProxy } from '../harness/recording-proxy.ts'
import { databases, scale } from '../harness/scale.ts'
import { type TestService, managementToken, settingsFor, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Buy, v1Purchase, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'

const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }
const folder = mkdtempSync(join(tmpdir(), 'koogate-shadow-'))

/** The old server's calls and answers, before anything is planted; another Koogate plays it. */
let recorded: readonly RecordedLine[] = []
let store: OrderStore

beforeAll(async () => {
  store = await startOrderStore(credentials)
  const old = await startService()
  const proxy = await startRecordingProxy(old.url)
  const server = { ...old, url: proxy.url }
  try {
    while (proxy.lines.length < scale.shadowCalls) {
      await Promise.all([lifeOfV2(server), lifeOfV1(server), lifeOfLicenses(server), kit(server)])
    }
    recorded = proxy.lines.slice(0, scale.shadowCalls)
  } finally {
    await proxy.close()
    await old.stop()
  }
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function lifeOfV2(server: TestService): Promise<void> {
  const purchase = purchaseOf()
  const { body } = await storeCall(server, purchase)
  const instanceId = String(body['instanceId'])
  await storeCall(server, purchase)
  const query = { activity: 'queryInstance', instanceId }
  await storeCall(server, query)
  const renewal = { activity: 'refreshInstance', instanceId, scene: 'RENEWAL', ...newOrder() }
  await storeCall(server, { ...renewal, expireTime: '20990101000000' })
  await storeCall(server, { ...renewal, expireTime: '20990101000000' })
  for (const status of ['FREEZE', 'UNFREEZE']) {
    await storeCall(server, { activity: 'updateInstanceStatus', instanceId, status })
  }
  await storeCall(server, { activity: 'upgradeInstance', instanceId, ...newOrder() })
  await storeCall(server, { activity: 'changeInstanceCheck', instanceId, productInfo: 'P-2' })
  await storeCall(server, purchaseOf(newOrder(), { testFlag: '1' }))
  await storeCall(server, query, { key: 'of another seller' })
  await storeCall(server, { activity: 'orderNotify', ...newOrder() }, { path: 'orders' })
  await storeCall(server, { activity: 'releaseInstance', instanceId, ...newOrder() })
  await storeCall(server, query)
}

async function lifeOfV1(server: TestService): Promise<void> {
  const purchase = v1Purchase()
  const { body } = await v1Call(server, purchase)
  const instanceId = String(body['instanceId'])
  await v1Call(server, purchase)
  await v1Call(server, v1Refresh(instanceId))
  await v1Call(server, v1Upgrade(instanceId))
  const { orderId = '' } = purchase
  await v1Call(server, { activity: 'queryInstance', instanceId })
  await v1Call(server, { activity: 'expireInstance', instanceId, orderId })
  await v1Call(server, { activity: 'releaseInstance', instanceId, orderId })
}

async function lifeOfLicenses(server: TestService): Promise<void> {
  const instanceId = await buyA(server)
  await callA(server, applicationFor(instanceId))
  const getLicense = getLicenseOf()
  await callB(server, getLicense)
  await callB(server, getLicense)
}

async function kit(server: TestService): Promise<void> {
  const binding = newBinding()
  await kitCall(server, 'tenantSync', tenantOf(binding))
  await kitCall(server, 'authSync', usersOf(binding, [userOf('zhangsan')]))
  await kitCall(server, 'authSync', usersOf(binding, [{ nothing: 1 }]), { generation: 'V1' })
}

/** Where a planted answer is found, and what is put in its place. */
interface Planted {
  readonly what: string
  readonly isHere: (line: RecordedLine, answer: Record<string, unknown>) => boolean
  readonly plant: (answer: Record<string, unknown>) => Partial<RecordedLine>
}

const holds = (text: string) => (line: RecordedLine) =>
  line.body.includes(text) || line.target.includes(text)
const change = (members: Record<string, unknown>) => (answer: Record<string, unknown>) => ({
  answer: { ...answer, ...members },
})

const planted: readonly Planted[] = [
  {
    what: 'another code',
    isHere: holds('"refreshInstance"'),
    plant: change({ resultCode: '000005' }),
  },
  {
    what: 'an instance that is not shown',
    isHere: (_line, { info }) => Array.isArray(info) && info.length > 0,
    plant: change({ info: [] }),
  },
  {
    what: 'no success',
    isHere: holds('"releaseInstance"'),
    plant: change({ resultCode: '000003' }),
  },
  {
    what: 'another page for the buyer',
    isHere: (line, { instanceId }) =>
      holds('activity=newInstance')(line) && instanceId !== undefined,
    plant: change({ appInfo: { frontEndUrl: 'https://elsewhere.example' } }),
  },
  {
    what: 'no license',
    isHere: (_line, { license }) => license !== undefined,
    plant: change({ license: undefined }),
  },
  { what: 'HTTP 500', isHere: holds('authSync'), plant: () => ({ status: 500, answer: 'oops' }) },
  {
    what: 'what is no signature to us',
    isHere: (_line, { resultCode }) => resultCode === '000001',
    plant: change({ resultCode: '000000' }),
  },
]

/** The recording with one answer changed for each of them, and the numbers of their lines. */
function plant(lines: readonly RecordedLine[], plants = planted) {
  const changed = lines.map((line) => ({ ...line }))
  const numbers = plants.map(({ what, isHere, plant }, index) => {
    // Spread over the whole, so that what comes after a difference is seen not to differ.
    const from = Math.floor((changed.length / plants.length / 2) * index)
    const at = changed.findIndex((line, at) => at >= from && isHere(line, answerIn(line)))
    const line = changed[at]
    if (line === undefined) throw new Error(`nothing to plant: ${what}`)
    Object.assign(line, plant(answerIn(line)))
    return at + 1
  })
  return { lines: changed, numbers: numbers.sort((one, other) => one - other) }
}

function answerIn({ answer }: RecordedLine): Record<string, unknown> {
  return (typeof answer === 'string' ? JSON.parse(answer) : {}) as Record<string, unknown>
}

function written(lines: readonly object[]): string {
  const file = join(folder, `${crypto.randomUUID()}.jsonl`)
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}

async function shadowOf(
  service: TestService,
  lines: readonly RecordedLine[],
): Promise<ShadowReport> {
  const { addresses } = loadConfig(settingsFor(folder, 'postgres://nowhere'))
  const options = { addresses, validateBody: await createBodyValidator(), path: undefined }
  return runShadow(readRecording(written(lines)), options, service.app.services)
}

const withStore = () => ({
  KOOGATE_STORE_URL: store.url.href,
  KOOGATE_STORE_AK: credentials.accessKey,
  KOOGATE_STORE_SK: credentials.secretKey,
})

describe.each(databases)('a shadow run on the %s database', (database) => {
  test('lists exactly the calls that the old server answered otherwise, sends and changes nothing', async () => {
    const service = await startService({
      database,
      settings: withStore(),
      limits: { tidyEveryMs: 3_600_000 },
    })
    try {
      await v1Buy(service)
      const before = await contentOf(service)
      const { lines, numbers } = plant(recorded)
      const report = await shadowOf(service, lines)
      expect(report.differing.map(({ line }) => line)).toEqual(numbers)
      expect(report).toMatchObject({ calls: scale.shadowCalls, unanswered: 0 })
      expect(report.differing).toHaveLength(7)
      expect(store.calls).toEqual([])
      expect(await contentOf(service)).toEqual(before)
    } finally {
      await service.stop()
    }
  })
})

describe('a shadow run', () => {
  test('asks no port of the seller, and takes what came of it from the old server', async () => {
    let asked = 0
    const old = await startService({
      settings: { KOOGATE_PROVISIONING: 'manual' },
      ports: { provision: () => ({ outcome: 'pending' }) },
    })
    const proxy = await startRecordingProxy(old.url)
    const server = { ...old, url: proxy.url }
    const instanceId = await buy(server)
    const query = { activity: 'queryInstance', instanceId }
    await storeCall(server, query)
    const reported = { frontEndUrl: `https://app.example/${instanceId}` }
    const put = await fetch(`${old.url}/api/v1/instances/${instanceId}/app-info`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${managementToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(reported),
    })
    expect(put.status).toBe(200)
    await storeCall(server, query)
    await proxy.close()
    await old.stop()
    const service = await startService({
      settings: { KOOGATE_PROVISIONING: 'manual' },
      ports: {
        provision: () => {
          asked += 1
          return { outcome: 'pending' }
        },
      },
    })
    const { addresses } = loadConfig(
      settingsFor(folder, 'postgres://nowhere', { KOOGATE_PROVISIONING: 'manual' }),
    )
    const options = { addresses, validateBody: await createBodyValidator(), path: undefined }
    const calls = readRecording(written(proxy.lines))
    const report = await runShadow(calls, options, service.app.services)
    await service.stop()
    expect(report).toEqual({ calls: 3, unanswered: 0, differing: [] })
    expect(asked).toBe(0)
  })

  test('follows an instance by the id that the old server gave it', async () => {
    const old = await startService()
    const proxy = await startRecordingProxy(old.url)
    const server = { ...old, url: proxy.url }
    await buy(server)
    await storeCall(server, { activity: 'queryInstance', instanceId: 'tenant-42' })
    await proxy.close()
    await old.stop()
    const [bought, queried] = proxy.lines
    if (bought === undefined || queried === undefined) throw new Error('not recorded')
    const told = { resultCode: '000000', resultMsg: 'ok' }
    const appInfo = { frontEndUrl: 'http://localhost:0/welcome/tenant-42' }
    bought.answer = { ...told, instanceId: 'tenant-42' }
    queried.answer = { ...told, info: [{ instanceId: 'tenant-42', appInfo }] }
    const service = await startService()
    const { differing } = await shadowOf(service, proxy.lines)
    await service.stop()
    expect(differing).toEqual([])
  })

  test('is a command: differences by line, exit code 1; the path of the old server is replaced', async () => {
    const service = await startService()
    const v2 = recorded.filter(({ target }) => target.startsWith('/main/saas?')).slice(0, 40)
    const elsewhere = v2.map((line) => ({
      ...line,
      target: line.target.replace('/main/saas', '/huawei/produce'),
    }))
    const { lines, numbers } = plant(elsewhere, planted.slice(0, 1))
    const run = (...args: string[]) =>
      runNode(['scripts/shadow.ts', ...args], {
        env: { ...process.env, ...settingsFor(folder, service.databaseUrl) },
      })
    const differing = await run(written(lines), '--path', '/main/saas')
    expect(differing.output).toContain(`line ${numbers[0]}  refreshInstance`)
    expect(differing.output).toContain('resultCode: Koogate 000000, old server 000005')
    expect(differing.output).toContain('40 calls answered, 1 differ.')
    expect(differing.code).toBe(1)
    const same = await run(written(elsewhere), '--path', '/main/saas', '--json')
    expect([same.code, same.output]).toEqual([0, ''])
    const unreadable = await run(written([{ target: 7 }]))
    expect(unreadable.code).toBe(2)
    expect(unreadable.output).toContain('line 1: target')
    await service.stop()
  })

  test('reads a file with a byte order mark', async () => {
    const file = join(folder, 'marked.jsonl')
    writeFileSync(file, `\ufeff${JSON.stringify({ target: '/main/saas', answer: null })}\n`)
    const calls: unknown[] = []
    for await (const call of readRecording(file)) calls.push(call)
    expect(calls).toMatchObject([{ line: 1, target: '/main/saas' }])
  })

  test.each([
    ['no JSON', '{"target": "/', /^line 2: is not JSON$/],
    ['no object', '7', /^line 2: .*expected object/],
    ['no target', JSON.stringify({ answer: {} }), /^line 2: target/],
    ['a time that is none', JSON.stringify({ target: '/', answer: {}, at: 'now' }), /^line 2: at/],
    ['no answer at all', JSON.stringify({ target: '/' }), /^line 2: answer/],
  ])('refuses a line that has %s and names it', async (_what, line, message) => {
    const file = join(folder, 'odd.jsonl')
    writeFileSync(file, `\n${line}\n`)
    const reading = (async () => {
      for await (const call of readRecording(file)) expect(call).toBeUndefined()
    })()
    await expect(reading).rejects.toThrow(RecordingError)
    await expect(reading).rejects.toThrow(message)
  })
})
