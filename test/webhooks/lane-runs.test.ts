import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createVault } from '../../src/crypto/vault.ts'
import type { ClaimedLane } from '../../src/db/webhook/claim-lanes.ts'
import type { EndpointRow } from '../../src/db/webhook/endpoints.ts'
import { createLaneRuns } from '../../src/jobs/webhooks/lane-runs.ts'
import type { LaneResult } from '../../src/jobs/webhooks/run-lane.ts'
import { createSettleQueue } from '../../src/jobs/webhooks/settle-queue.ts'
import { defaultLimits } from '../../src/limits.ts'
import type { PostAnswer, PostSigned } from '../../src/webhooks/post-signed.ts'
import { until } from '../harness/until.ts'

const vault = createVault(Buffer.alloc(32, 7))
const data = vault.encrypt('{}')
const atOnce = 2

const laneOf = (lane: string): ClaimedLane => {
  const event = {
    ...{ id: lane, position: 1, topic: lane, topic_seq: 1, type: 'instance.changed', data },
    ...{ site: 'main', address: 'main', test: false, personal: false, at: new Date() },
  }
  const deliveries = [{ position: 1, eventId: lane, replay: false, event }]
  return { endpointId: 'one', lane, lease: lane, attempt: 0, deliveries }
}

/** Runs where two lanes may run or be unwritten at once, whose requests are answered by hand. */
function scene() {
  const asked = new Map<string, (status: number) => void>()
  const post = ({ id }: { readonly id: string }) =>
    new Promise<PostAnswer>((resolve) => {
      asked.set(id, (status) => resolve({ status, headers: {}, body: '', ms: 1 }))
    })
  const postSigned: PostSigned = Object.assign(post, { close: () => Promise.resolve() })
  const written: LaneResult[] = []
  const stopping = new AbortController()
  const log = pino({ level: 'silent' })
  const runs = createLaneRuns({
    services: { vault, postSigned, limits: defaultLimits, now: () => new Date(), log },
    queue: createSettleQueue(
      (items: readonly LaneResult[]) => Promise.resolve(void written.push(...items)),
      (error) => expect(error).toBeUndefined(),
    ),
    signals: { stopping: stopping.signal, breaking: new AbortController().signal },
    hasRoom: () => runs.unwritten() < atOnce,
    ended: () => undefined,
  })
  const endpoint = { id: 'one', personal: false } as EndpointRow
  const target = { url: 'https://app.example.com/', secrets: [] }
  const receiver = () => ({ endpoint, target, probe: false, claimedAt: performance.now() })
  runs.add(['a', 'b', 'c', 'd'].map(laneOf), receiver())
  const attempted = () =>
    written.map(({ claimed, attempts }) => `${claimed.lane} ${attempts.length}`).toSorted()
  return { asked, runs, stopping, attempted, written, receiver }
}

const asking = (asked: ReadonlyMap<string, unknown>, ids: readonly string[]) =>
  until(
    () => Promise.resolve([...asked.keys()].toSorted().join()),
    (now) => now === ids.join(),
  )

test('what was claimed ahead begins once there is room, without another claim', async () => {
  const { asked, runs } = scene()
  await asking(asked, ['a', 'b'])
  expect(runs.waiting('one')).toBe(2)
  asked.get('a')?.(204)
  await asking(asked, ['a', 'b', 'c'])
  expect(runs.pace('one')).toBe(1)
})

test('what was claimed ahead is given back without a request when one fails', async () => {
  const { asked, runs, attempted } = scene()
  await asking(asked, ['a', 'b'])
  asked.get('a')?.(500)
  await until(
    () => Promise.resolve(attempted()),
    (lanes) => lanes.length === 3,
  )
  expect(attempted()).toEqual(['a 1', 'c 0', 'd 0'])
  expect([...asked.keys()]).toEqual(['a', 'b'])
  expect(runs.pace('one')).toBe(0)
})

test('what was claimed ahead is given back at a stop, and what runs is waited for', async () => {
  const { asked, runs, stopping, attempted } = scene()
  await asking(asked, ['a', 'b'])
  stopping.abort()
  const stopped = runs.stop()
  for (const id of ['a', 'b']) asked.get(id)?.(204)
  await stopped
  expect(attempted()).toEqual(['a 1', 'b 1', 'c 0', 'd 0'])
})

test('an event that cannot be opened is a failed attempt that gives back no other lane, and what was delivered before it stays so', async () => {
  const { asked, runs, written, receiver } = scene()
  await asking(asked, ['a', 'b'])
  const [whole] = laneOf('e').deliveries
  const damaged = laneOf('f').deliveries.map(({ event, ...rest }) => ({
    ...{ ...rest, event: event && { ...event, data: Buffer.alloc(64) } },
  }))
  for (const id of ['a', 'b']) asked.get(id)?.(204)
  await asking(asked, ['a', 'b', 'c', 'd'])
  for (const id of ['c', 'd']) asked.get(id)?.(204)
  const deliveries = whole === undefined ? damaged : [whole, ...damaged]
  runs.add([{ ...laneOf('e'), deliveries }, laneOf('g'), laneOf('h')], receiver())
  await asking(asked, ['a', 'b', 'c', 'd', 'e', 'g'])
  asked.get('e')?.(204)
  await asking(asked, ['a', 'b', 'c', 'd', 'e', 'g', 'h'])
  for (const id of ['g', 'h']) asked.get(id)?.(204)
  await until(
    () => Promise.resolve(runs.unwritten()),
    (left) => left === 0,
  )
  const attempts = written.find(({ claimed }) => claimed.lane === 'e')?.attempts
  expect(attempts?.map(({ posted }) => posted.outcome)).toEqual(['delivered', 'failed'])
  expect(attempts?.[1]?.row).toMatchObject({
    ...{ event_id: 'f', status: null, error: 'defect: the event could not be sent' },
  })
})
