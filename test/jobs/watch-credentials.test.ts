import { expect, test } from 'vitest'
import { startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'

const limits = { tidyEveryMs: 50 }
// Nobody listens there: the keys are all that the alarm asks for.
const credentials = {
  KOOGATE_STORE_URL: 'http://127.0.0.1:9',
  KOOGATE_STORE_AK: 'access-key',
  KOOGATE_STORE_SK: 'secret-key',
}

test('orders that wait without access keys raise one alarm, and a start with keys clears it', async () => {
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
    const replica = await startService({
      limits,
      databaseUrl: String(service.databaseUrl),
      settings: credentials,
    })
    try {
      const [cleared] = await until(
        () => alarms('cleared=true'),
        (found) => found.length > 0,
      )
      expect(cleared).toMatchObject({ subject: 'site:china', count: 1 })
      expect(cleared?.text).toMatch(/KOOGATE_STORE_AK and KOOGATE_STORE_SK/)
    } finally {
      await replica.stop()
    }
  } finally {
    await service.stop()
  }
})
