import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../harness/random.ts'
import { scale, seed } from '../harness/scale.ts'
import { type TestService, shortLimits, startService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { read } from './client.ts'
import { begin, callsOf, dryRun, reasonsOf, whenEnded } from './reruns.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({ limits: { ...shortLimits, jobsEveryMs: 50, rerunEveryMs: 0 } })
})
afterAll(() => service.stop())

const random = seededRandom(seed)

/** A call as the test has sent it. */
interface Sent {
  readonly says: string
  readonly sold: string
  readonly kind: 'purchase' | 'renewal' | 'freeze' | 'unfreeze' | 'release'
  readonly is: 'real' | 'test' | 'forged'
  isFailed: boolean
}

interface Sold {
  readonly order: ReturnType<typeof newOrder>
  readonly instanceId: string
  renewal: ReturnType<typeof newOrder>
}

const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
  items[random.between(0, items.length - 1)] ?? items[0]

function bodyOf(kind: Sent['kind'], { order, instanceId, renewal }: Sold) {
  switch (kind) {
    case 'purchase':
      return purchaseOf(order)
    case 'renewal':
      return {
        ...{ activity: 'refreshInstance', scene: 'RENEWAL', instanceId, ...renewal },
        expireTime: '20301118155959',
      }
    case 'release':
      return { activity: 'releaseInstance', instanceId, ...order }
    case 'freeze':
    case 'unfreeze':
      return { activity: 'updateInstanceStatus', instanceId, status: kind.toUpperCase() }
  }
}

const words = (kind: Sent['kind'], { order, renewal, instanceId }: Sold) =>
  ({
    purchase: order.orderId,
    renewal: renewal.orderId,
    freeze: `state ${instanceId}`,
    unfreeze: `state ${instanceId}`,
    release: `release ${instanceId}`,
  })[kind]

/** What becomes of each call, by the rules as the contract has them. */
function expected(sent: readonly Sent[]): string[] {
  // One that is forged was a real call when it was made.
  const isReleased = (sold: string) =>
    sent.some(({ sold: one, kind, is }) => one === sold && kind === 'release' && is !== 'test')
  const first = sent.map((one, at) => {
    const later = sent.slice(at + 1).filter(({ is, isFailed }) => is === 'real' && !isFailed)
    if (one.is === 'forged') return 'not_verified'
    if (one.is === 'test') return 'test'
    if (!one.isFailed) return 'succeeded'
    if (isReleased(one.sold)) return 'released'
    const isSaid = later.some(({ says }) => says === one.says)
    const isRenewed = later.some(({ sold, kind }) => sold === one.sold && kind === 'renewal')
    return isSaid || (one.kind === 'freeze' && isRenewed) ? 'superseded' : 'run'
  })
  return first.map((what, at) => {
    const isLast = !sent.some(
      ({ says }, other) => other > at && first[other] === 'run' && says === sent[at]?.says,
    )
    return what === 'run' && !isLast ? 'repeated' : what
  })
}

const kept = async (from: string) =>
  (await read(service, 'MessageList', `/messages?limit=200&from=${from}`)).items

async function live(calls: number): Promise<{ from: string; sent: Sent[] }> {
  const sold: Sold[] = []
  for (let n = 0; n < 3; n += 1) {
    const order = newOrder()
    const { body } = await storeCall(service, purchaseOf(order))
    sold.push({ order, instanceId: String(body['instanceId']), renewal: newOrder() })
  }
  // Times are told apart by milliseconds.
  await until(
    () => Promise.resolve(Date.now()),
    (now) => now > before,
  )
  const from = new Date().toISOString()
  const sent: Sent[] = []
  for (let n = 0; n < calls; n += 1) {
    const one = sold[random.between(0, 2)]
    if (one === undefined) continue
    const kinds = ['purchase', 'renewal', 'freeze', 'unfreeze'] as const
    const kind =
      n > calls - 2 ? pick<Sent['kind']>(['release', ...kinds]) : pick<Sent['kind']>(kinds)
    if (kind === 'renewal' && random.between(0, 1) === 1) one.renewal = newOrder()
    sent.push(await send(kind, one, from))
  }
  return { from, sent }
}

const before = Date.now()

async function send(kind: Sent['kind'], sold: Sold, from: string): Promise<Sent> {
  const is = pick<Sent['is']>(['real', 'real', 'real', 'real', 'test', 'forged'])
  const body = { ...bodyOf(kind, sold), ...(is === 'test' && { testFlag: '1' }) }
  await storeCall(service, body)
  const [message] = await kept(from)
  const isFailed = is === 'forged' || random.between(0, 2) > 0
  // Of calls that are not verified only a sample is kept.
  if (isFailed) {
    await sql`update messages set result_code = '000005', verified = ${is !== 'forged'}
      where id = ${message?.id}`.execute(service.db)
  }
  const says = words(kind, sold)
  return { says, sold: sold.instanceId, kind, is, isFailed }
}

test('a dry run tells the truth: what is run and what is passed over is what it said, and what the rules say', async () => {
  for (let n = 0; n < scale.rerunLives; n += 1) {
    const { from, sent } = await live(16)
    const messages = (await kept(from)).map(({ id }) => id).reverse()
    const became = expected(sent)
    const counts = (of: readonly string[]) =>
      Object.fromEntries(
        [...new Set(of)].map((what) => [what, of.filter((one) => one === what).length]),
      )
    const { run = 0, ...skipped } = counts(became)
    const counted = await dryRun(service, { from })
    expect({ ...reasonsOf(counted.skipped), run: counted.toRun }, JSON.stringify(sent)).toEqual({
      ...skipped,
      run,
    })
    expect(counted).toMatchObject({ matched: sent.length, exact: true })
    for (const { reason, examples } of counted.skipped) {
      for (const id of examples) expect(became[messages.indexOf(id)]).toBe(reason)
    }
    const done = await whenEnded(service, await begin(service, { from }))
    expect(done).toMatchObject({ state: 'done', toRun: run, succeeded: run, skippedSince: [] })
    const ran = messages.filter((_id, at) => became[at] === 'run')
    expect((await callsOf(service, done.id)).map(({ messageId }) => messageId).reverse()).toEqual(
      ran,
    )
    const reruns = (await kept(from)).flatMap(({ rerunOf }) => rerunOf ?? [])
    expect(reruns.reverse()).toEqual(ran)
    expect(await dryRun(service, { from })).toMatchObject({ toRun: 0 })
  }
})
