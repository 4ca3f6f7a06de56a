import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, inject, test } from 'vitest'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { openConnection } from '../attack/raw-request.ts'
import { createDeferred } from '../harness/deferred.ts'
import { instanceOf, manage } from '../harness/management.ts'
import { type ServiceOptions, type TestService, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { createDatabase } from '../harness/postgres.ts'
import { serviceProcess } from '../harness/process.ts'
import { startProxy } from '../harness/proxy.ts'
import { lockTable } from '../harness/table-lock.ts'
import { until } from '../harness/until.ts'

// A stop that waited for it would take longer than a test may.
const tooLongMs = 600_000

const isOpen = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )

test('a stop lets a call be answered for as long as its deadline allows', async () => {
  const asked = createDeferred<undefined>()
  const decided = createDeferred<Provisioned>()
  const service = await startService({
    limits: { lastAnswersMs: 1 },
    ports: {
      provision: () => {
        asked.open(undefined)
        return decided.passed
      },
    },
  })
  const answer = storeCall(service, purchaseOf())
  await asked.passed
  const stopped = service.stop()
  await until(
    () => isOpen(service.url),
    (open) => !open,
  )
  decided.open({ outcome: 'ready', appInfo: null })
  expect((await answer).body).toMatchObject({ resultCode: '000000' })
  await stopped
})

test('a stop waits for no connection on which nothing is under way', async () => {
  const service = await startService({ limits: { lastAnswersMs: tooLongMs } })
  const { hostname, port } = new URL(service.url)
  const socket = connect(Number(port), hostname)
  socket.write(`GET /health/live HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`)
  await once(socket, 'data')
  const closed = once(socket, 'close')
  await service.stop()
  await closed
})

test('a stop waits for what a port still answers after its call was answered', async () => {
  const decided = createDeferred<Provisioned>()
  const service = await startService({
    limits: { portWithinMs: 50, lastWorkMs: tooLongMs },
    ports: { provision: () => decided.passed },
  })
  const { body } = await storeCall(service, purchaseOf())
  expect(body).toMatchObject({ resultCode: '000004' })
  const stopped = service.stop()
  await until(
    () => isOpen(service.url),
    (open) => !open,
  )
  decided.open({ outcome: 'ready', appInfo: { frontEndUrl: 'https://late.example/' } })
  await stopped
  const next = await startService(sameDatabaseAs(service))
  const { status } = await instanceOf(next, String(body['instanceId']))
  expect(status).toBe('active')
  await next.stop()
})

test('a stop keeps the message of a call that ended at its deadline', async () => {
  const service = await startService({
    limits: { answerWithinMs: 200, queryWithinMs: 60_000, lastWorkMs: tooLongMs },
  })
  const lock = await lockTable(service.databaseUrl, 'messages')
  const call = purchaseOf()
  expect((await storeCall(service, call)).body).toMatchObject({ resultCode: '000005' })
  expect(await service.app.services.background.ended(1)).toBe(false)
  await lock.release()
  await service.stop()
  const next = await startService(sameDatabaseAs(service))
  const { body } = await manage(next, `/messages?orderId=${String(call['orderId'])}`)
  const codes = (body['items'] as { resultCode: string }[]).map(({ resultCode }) => resultCode)
  expect(codes).toContain('000005')
  await next.stop()
})

test('a stop waits for that no longer than it may', async () => {
  const service = await startService({
    limits: { portWithinMs: 50, lastWorkMs: 50 },
    ports: { provision: () => createDeferred<Provisioned>().passed },
  })
  expect((await storeCall(service, purchaseOf())).body).toMatchObject({ resultCode: '000004' })
  await service.stop()
})

test('a stop denies readiness first, while calls are still taken', async () => {
  const asked = createDeferred<undefined>()
  const decided = createDeferred<Provisioned>()
  const service = await startService({
    limits: { drainMs: tooLongMs },
    ports: {
      provision: () => {
        asked.open(undefined)
        return decided.passed
      },
    },
  })
  const first = storeCall(service, purchaseOf())
  await asked.passed
  void service.stop()
  const ready = await fetch(`${service.url}/health/ready`)
  expect(ready.status).toBe(503)
  expect(ready.headers.get('connection')).toBe('close')
  const second = storeCall(service, purchaseOf())
  decided.open({ outcome: 'ready', appInfo: null })
  for (const { body, headers } of await Promise.all([first, second])) {
    expect(body).toMatchObject({ resultCode: '000000' })
    expect(headers.get('connection')).toBe('close')
  }
})

test('a stop under load leaves no call on a kept connection without an answer', async () => {
  const service = await serviceProcess(await createDatabase(inject('postgresUrl')))
  service.launch()
  await service.ready()
  let answered = 0
  // A balancer goes elsewhere once it is told to: a connection that is new at the very moment of the
  // close may wait in the kernel, which resets it.
  const caller = async () => {
    for (;;) {
      const { body, headers } = await storeCall(service, purchaseOf())
      expect(body).toMatchObject({ resultCode: '000000' })
      answered += 1
      if (headers.get('connection') === 'close') return
    }
  }
  const callers = Promise.all(Array.from({ length: 16 }, caller))
  callers.catch(() => undefined)
  await until(
    () => Promise.resolve(answered),
    (calls) => calls > 200,
  )
  expect(await service.stop()).toBe(0)
  await callers
})

test('a stop is over two seconds after the last answer, even while Postgres hangs', async () => {
  const proxy = await startProxy(await createDatabase(inject('postgresUrl')))
  const answerWithinMs = 1_500
  const service = await startService({
    databaseUrl: proxy.url,
    limits: { answerWithinMs, drainMs: 300 },
  })
  expect((await storeCall(service, purchaseOf())).body).toMatchObject({ resultCode: '000000' })
  await proxy.hang()
  const call = storeCall(service, purchaseOf())
  const begun = performance.now()
  await service.stop()
  // The machine may be busy with other things, too.
  expect(performance.now() - begun).toBeLessThan(answerWithinMs + 2_000 + 2_500)
  expect((await call).body).toMatchObject({ resultCode: '000005' })
  await proxy.close()
})

test('a stop does not wait for a request that does not come', async () => {
  const service = await startService({
    limits: {
      lastAnswersMs: tooLongMs,
      lastRequestsMs: 50,
      requestMs: tooLongMs,
      headMs: tooLongMs,
    },
  })
  const half = openConnection(service, 'POST /main/saas HTTP/1.1\r\nHost: x\r\nContent-Le')
  await once(half.socket, 'connect')
  await service.stop()
  await half.closed
})

function sameDatabaseAs({ databaseUrl }: TestService): ServiceOptions {
  return databaseUrl === undefined ? {} : { databaseUrl }
}
