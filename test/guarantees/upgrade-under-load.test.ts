import { createPublicKey } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, expect, inject, onTestFinished, test } from 'vitest'
import { completeOldSales } from '../../src/jobs/complete-old-sales.ts'
import { createEncryption } from '../../src/simulator/calls/encryption.ts'
import { pems } from '../crypto/private-keys.ts'
import { createBalancer } from '../harness/balancer.ts'
import { manage } from '../harness/management.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { type ReleasedVersion, UnavailableError, layOut } from '../harness/released-version.ts'
import { isLong, scale } from '../harness/scale.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import type { Ending } from '../harness/sold-lives.ts'
import { startTraffic } from '../harness/traffic.ts'
import { until } from '../harness/until.ts'

/** The version before this one, whose replicas are replaced; in a long run older ones too. */
const versionsBefore = [
  'v0.10.0',
  ...(isLong ? ['v0.9.0', 'v0.8.0', 'v0.7.0', 'v0.5.0', 'v0.3.0', 'v0.2.0'] : []),
]

test.for(versionsBefore)(
  'replicas of %s are replaced under load, and no call is refused',
  async (versionBefore, context) => {
    const version = layOutOrSkip(versionBefore, context)
    const database = await createDatabase(inject('postgresUrl'), 'empty')
    const { settings, encryption } = kitKeyIn(version.folder)
    const balancer = createBalancer()
    const old: ServiceProcess[] = []
    for (let n = 0; n < scale.replacedReplicas; n++) old.push(await startOld())
    const traffic = startTraffic(balancer, encryption, scale.upgradeCallers)
    onTestFinished(traffic.stop)
    await answered(scale.callsAnUpgradeStep)

    let latest: TestService | undefined
    for (const replica of old) {
      latest = await startNew()
      await answered(scale.callsAnUpgradeStep)
      await balancer.leave(replica.url)
      expect(await replica.stop()).toBe(0)
      await answered(scale.callsAnUpgradeStep)
    }
    const endings = await traffic.end()
    expect(balancer.faults()).toEqual([])
    if (latest === undefined) throw new Error('no new replica')
    await completeOldSales(latest.app.services)
    await expectShown(latest, endings)
    await expectTold(latest, endings)

    async function startOld(): Promise<ServiceProcess> {
      // What is compiled there is never wanted again.
      const ofOld = { ...settings, NODE_DISABLE_COMPILE_CACHE: '1' }
      const replica = await serviceProcess(database, ofOld, { sources: version.folder })
      onTestFinished(() => replica.stop().then(() => undefined))
      replica.launch()
      await replica.ready()
      balancer.join(replica.url)
      return replica
    }

    // Its migrations run while the old ones serve.
    async function startNew(): Promise<TestService> {
      const replica = await startService({ databaseUrl: database, settings })
      onTestFinished(() => replica.stop())
      balancer.join(replica.url)
      return replica
    }

    function answered(calls: number): Promise<unknown> {
      const enough = balancer.answered() + calls
      const now = () => Promise.resolve(balancer.answered())
      return until(now, (count) => count >= enough, longestStepMs)
    }
  },
)

const longestStepMs = 120_000

function layOutOrSkip(tag: string, context: TestContext): ReleasedVersion {
  try {
    const version = layOut(tag)
    onTestFinished(() => version.remove())
    return version
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error
    process.stderr.write(`skipped the rolling upgrade: ${error.message}\n`)
    return context.skip(error.message)
  }
}

/** The pair of keys of the kit, in the settings of the sellers and in the hands of the store. */
function kitKeyIn(folder: string) {
  const file = join(folder, 'kit-key.pem')
  writeFileSync(file, pems.current)
  const publicKey = createPublicKey(pems.current)
  return {
    settings: { KOOGATE_KIT_PRIVATE_KEY_FILE: file },
    encryption: createEncryption({ v1Key: keys.v1, publicKey }),
  }
}

/** The new version shows of every life what it has come to, once. */
async function expectShown(service: TestService, endings: readonly Ending[]) {
  for (const { path, shown, family } of endings) {
    const { body } = await manage(service, path)
    expect(body, `${family} ${path}`).toMatchObject({ items: [shown] })
  }
}

/** Each instance is told as sold in the feed, by whichever version it was sold, and once. */
async function expectTold({ db }: TestService, endings: readonly Ending[]) {
  const sold = endings.flatMap(({ shown }) => {
    const { instanceId } = shown
    return typeof instanceId === 'string' ? [`instance:${instanceId}`] : []
  })
  const told = async () => {
    const created = db.selectFrom('event_feed').select('topic')
    const rows = await created.where('type', '=', 'instance.created').execute()
    return rows.map(({ topic }) => topic)
  }
  const topics = await until(told, (all) => sold.every((topic) => all.includes(topic)))
  expect(sold.length).toBeGreaterThan(0)
  expect(topics.filter((topic) => sold.includes(topic))).toHaveLength(new Set(sold).size)
}
