import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { missingCredentials } from '../../src/jobs/watch-credentials.ts'
import { startOrderStore } from '../../src/simulator/api/order-store.ts'
import { startService } from '../harness/service.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { buy, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'

const limits = { tidyEveryMs: 50, sitesEveryMs: 50 }

test('orders that wait without access keys raise one alarm, and a start with keys clears it', async () => {
  const store = await startOrderStore(credentials)
  onTestFinished(() => store.close())
  const service = await startService({ limits })
  const alarms = async (filter: string) =>
    (await read(service, 'AlarmList', `/alarms?key=store.credentials&${filter}`)).items
  try {
    expect(await alarms('')).toEqual([])
    await buy(service)
    await until(
      () => alarms('cleared=false'),
      (open) => open.length > 0,
    )
    await buy(service)
    // Long ago, one of them was given up.
    await sql`update jobs set attempts = 1000, next_at = 'infinity' where id = (
      select id from jobs limit 1)`.execute(service.db)
    const replica = await startService({
      limits,
      databaseUrl: String(service.databaseUrl),
      settings: storeSettings(store),
    })
    try {
      const [cleared] = await until(
        () => alarms('cleared=true'),
        (found) => found.length > 0,
      )
      expect(cleared).toMatchObject({ subject: 'site:china', count: 1 })
      expect(cleared?.text).toMatch(/KOOGATE_STORE_AK and KOOGATE_STORE_SK/)
      const { rows } = await sql`select from jobs where attempts >= 1000`.execute(service.db)
      expect(rows).toEqual([])
    } finally {
      await replica.stop()
    }
  } finally {
    await service.stop()
  }
})

test('a site whose account the access keys are not of has an alarm of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-sites-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'koogate.yaml')
  const basicKey = 'basic-key-of-both'
  const addresses = { main: { basicKey }, abroad: { site: 'international', basicKey } }
  writeFileSync(file, JSON.stringify({ addresses }))
  // Nobody listens there: the keys are all that the alarm asks for.
  const nobody = new URL('http://127.0.0.1:9')
  const settings = { ...storeSettings({ url: nobody }), KOOGATE_CONFIG_FILE: file }
  const service = await startService({ limits, settings })
  onTestFinished(() => service.stop())
  for (const address of ['main', 'abroad']) {
    await storeCall(service, purchaseOf(), { address, key: basicKey })
  }
  const open = () => read(service, 'AlarmList', '/alarms?key=store.credentials&cleared=false')
  const { items } = await until(open, (found) => found.items.length > 0)
  expect(items).toMatchObject([{ subject: 'site:international', count: 1 }])
  expect(items[0]?.text).toMatch(/^1 jobs of site international .*KOOGATE_STORE_AK_INTERNATIONAL/)
})

test('the start names each site whose orders are not read', () => {
  const sites = new Set(['china', 'international'])
  expect(missingCredentials({ sites, keysOf: new Set() })).toEqual([
    expect.stringMatching(/are not set: no order of site china/),
    expect.stringMatching(/are not set: no order of site international/),
  ])
  expect(missingCredentials({ sites, keysOf: new Set(['china']) })).toEqual([
    expect.stringMatching(
      /KOOGATE_STORE_AK_INTERNATIONAL .*are not set: no order of site international/,
    ),
  ])
  expect(missingCredentials({ sites: new Set(['china']), keysOf: new Set(['china']) })).toEqual([])
})
