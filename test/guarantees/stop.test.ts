import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { Provisioned } from '../../src/domain/instance/life-cycle.ts'
import { createDeferred } from '../harness/deferred.ts'
import { startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
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
