import { pino } from 'pino'
import { expect, inject, test } from 'vitest'
import { startLock } from '../../src/db/start-connection.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { startProxy } from '../harness/proxy.ts'
import { startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'

interface Line {
  readonly msg: string
  readonly waitingFor?: string
}

function openLog() {
  const lines: Line[] = []
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Line) })
  const waits = () => lines.flatMap(({ waitingFor }) => waitingFor ?? [])
  return { lines, log, waits }
}

const limits = { startNoticeMs: 100, readyWithinMs: 300 }

test.each([
  ['another replica, which is starting', `select pg_advisory_lock(${startLock})`],
  ['the change of the schema', 'lock table koogate_migrations in access exclusive mode'],
])('a start that waits for %s says so, again and again, and goes on', async (step, hold) => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const { log, waits } = openLog()
  let starting: ReturnType<typeof startService> | undefined
  await withClient(databaseUrl, async (other) => {
    await other.query('begin')
    await other.query(hold)
    starting = startService({ databaseUrl, limits, log })
    const ofStep = () => Promise.resolve(waits().filter((one) => one === step).length)
    await until(ofStep, (count) => count > 1)
  })
  const service = await starting
  const said = waits()
  // Nothing is said any more once it has started.
  await new Promise((resolve) => setTimeout(resolve, 3 * limits.startNoticeMs))
  expect(waits()).toEqual(said)
  await service?.stop()
})

test('a start that nothing holds up says nothing', async () => {
  const { log, lines } = openLog()
  const service = await startService({ log })
  expect(lines.filter(({ msg }) => msg.includes('waiting'))).toEqual([])
  await service.stop()
})

test('a start to which the database does not answer any more says so, and ends when it is cut', async () => {
  const proxy = await startProxy(await createDatabase(inject('postgresUrl')))
  const { log, waits } = openLog()
  await proxy.pass(200)
  const starting = startService({ databaseUrl: proxy.url, limits, log }).then(
    (service) => service.stop(),
    (error: unknown) => error,
  )
  await until(
    () => Promise.resolve(proxy.delayedAnswers()),
    (held) => held > 0,
  )
  await proxy.hang()
  await until(
    () => Promise.resolve(waits().length),
    (count) => count > 0,
  )
  await proxy.refuse()
  expect(await starting).toBeInstanceOf(Error)
  await proxy.close()
})

test('why it is not ready is in the log once, and that it is again', async () => {
  const proxy = await startProxy(await createDatabase(inject('postgresUrl')))
  const { log, lines } = openLog()
  const service = await startService({ databaseUrl: proxy.url, limits, log })
  const status = async () => (await sendTo(service, '/health/ready')).status
  const about = () => lines.filter(({ msg }) => /^(not ready|ready again)/.test(msg))
  expect(await status()).toBe(200)
  await proxy.refuse()
  expect([await status(), await status()]).toEqual([503, 503])
  await proxy.pass()
  await until(status, (code) => code === 200)
  expect(about().map(({ msg }) => msg.split(':')[0])).toEqual(['not ready', 'ready again'])
  await service.stop()
  await proxy.close()
})
