import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provision } from '../../src/delivery/provisioning.ts'
import {
  type Members,
  type Model,
  type ModelledInstance,
  type Provisioning,
  createModel,
} from '../harness/life-cycle-model.ts'
import { manage } from '../harness/management.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { type StoreAnswer, storeCall } from '../harness/store.ts'

const runs = 200
const longest = 40
const day = 24 * 3_600_000
const begin = Date.UTC(2030, 0, 1)

let service: TestService
let now = begin
let provisioning: Provisioning = 'ready'

const soldOut = { code: '000106', reason: 'sold out' } as const
const outcomes = {
  pending: { outcome: 'pending' },
  refused: { outcome: 'refused', failure: soldOut },
} as const

beforeAll(async () => {
  service = await startService({
    ports: {
      now: () => new Date(now),
      provision: (purchase, address) =>
        purchase.test || provisioning === 'ready'
          ? provision(purchase, address)
          : outcomes[provisioning],
    },
  })
})
afterAll(() => service.stop())

// Few order lines, orders and ids, so that calls meet: line 4 is never bought.
const line = fc.nat(4)
const order = fc.nat(2)
const isTest = fc.oneof(
  { weight: 4, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
)
/** Whose instance a call names, and whether it is the test or the real one. */
const target = fc.record({ line, test: isTest })

const call = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      activity: fc.constant('newInstance' as const),
      line: fc.nat(3),
      provisioning: fc.constantFrom<Provisioning>('ready', 'ready', 'pending', 'refused'),
      reusesId: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: target },
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      activity: fc.constant('refreshInstance' as const),
      target,
      order,
      scene: fc.constantFrom(
        'TRIAL_TO_FORMAL',
        'RENEWAL',
        'UNSUBSCRIBE_RENEWAL_PERIOD',
        'RENEWAL_CHANGE',
      ),
      expiresOnDay: fc.integer({ min: -10, max: 60 }),
      digits: fc.constantFrom(14, 17),
      product: fc.option(fc.nat(2), { nil: undefined }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      activity: fc.constant('updateInstanceStatus' as const),
      target,
      status: fc.constantFrom('FREEZE', 'UNFREEZE'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ activity: fc.constant('upgradeInstance' as const), target, order }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ activity: fc.constant('releaseInstance' as const), target }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ activity: fc.constant('changeInstanceCheck' as const), target }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      activity: fc.constant('queryInstance' as const),
      targets: fc.array(target, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ activity: fc.constant('orderNotify' as const), order }) },
)

const command = fc.oneof(
  { weight: 12, arbitrary: fc.record({ does: fc.constant('call' as const), call, test: isTest }) },
  // The store resends a call, also one that newer calls have overtaken.
  { weight: 3, arbitrary: fc.record({ does: fc.constant('resend' as const), back: fc.nat(12) }) },
  // Somebody sends the very bytes again.
  { weight: 1, arbitrary: fc.record({ does: fc.constant('replay' as const), back: fc.nat(3) }) },
  // A call that was signed too long ago, or by a clock that is ahead.
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('stale' as const),
      call,
      seconds: fc.constantFrom(-61, 61),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      days: fc.integer({ min: 1, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('complete' as const), target }) },
)

type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

/** One run: its own ids, its own model, and what was sent so far. */
interface Run {
  readonly id: string
  readonly model: Model
  readonly sent: { readonly members: Members; readonly nonce: string; readonly at: number }[]
}

test(`${runs} random sequences of calls leave every instance as the model of the life cycle says`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 1, maxLength: longest, size: 'max' }),
      async (commands) => {
        const run: Run = { id: newId('run'), model: createModel(), sent: [] }
        now = begin
        for (const one of commands) await play(one, run)
        expect(await storedIds(run)).toEqual([...run.model.instances.keys()].sort())
        for (const modelled of run.model.instances.values()) {
          expect(await shownOf(modelled.id)).toEqual(expectedOf(modelled))
        }
      },
    ),
    { numRuns: runs },
  )
}, 60_000)

async function play(command: Command, run: Run): Promise<void> {
  switch (command.does) {
    case 'call':
      return send(membersOf(command.call, command.test, run), run)
    case 'stale':
      return sendStale(membersOf(command.call, false, run), command.seconds)
    case 'resend':
      return resend(command.back, run)
    case 'replay':
      return replay(command.back, run)
    case 'complete':
      return complete(idOf(command.target, run), run)
    case 'wait':
      now += command.days * day
  }
}

async function send(members: Members, run: Run): Promise<void> {
  const sent = { members, nonce: randomUUID(), at: now }
  const answer = await signedAt(sent)
  run.sent.push(sent)
  const madeId = await madeIdOf(members)
  const expected = run.model.take(members, { now, provisioning, madeId })
  expect(seen(answer)).toEqual({ instanceId: undefined, info: undefined, ...expected })
}

// A purchase that was refused is not told the id; it stays the instance's all the same.
async function madeIdOf({ activity, orderLineId, testFlag }: Members): Promise<string | undefined> {
  if (activity !== 'newInstance') return undefined
  const row = await service.db
    .selectFrom('instances')
    .select('instance_id')
    .where('order_line_id', '=', String(orderLineId))
    .where('test', '=', testFlag === '1')
    .executeTakeFirst()
  return row?.instance_id
}

function signedAt({ members, nonce, at }: Run['sent'][number]): Promise<StoreAnswer> {
  const path = members['activity'] === 'orderNotify' ? 'orders' : 'saas'
  return storeCall(service, members, { path, nonce, timestamp: String(at) })
}

function seen({ body }: StoreAnswer) {
  const info = body['info'] as { instanceId: string }[] | undefined
  return {
    code: body['resultCode'],
    instanceId: body['instanceId'],
    info: info?.map(({ instanceId }) => instanceId),
  }
}

async function resend(back: number, run: Run): Promise<void> {
  const { members } = run.sent.at(-1 - back) ?? {}
  if (members === undefined) return
  const isPurchase = members['activity'] === 'newInstance'
  await send({ ...members, ...(isPurchase && { businessId: newId() }) }, run)
}

async function replay(back: number, run: Run): Promise<void> {
  const sent = run.sent.at(-1 - back)
  if (sent === undefined) return
  const { code } = seen(await signedAt(sent))
  expect(code).toBe(sent.at === now ? '000001' : '000002')
}

async function sendStale(members: Members, seconds: number): Promise<void> {
  const answer = await signedAt({ members, nonce: randomUUID(), at: now + seconds * 1_000 })
  expect(seen(answer).code).toBe('000002')
}

async function complete(instanceId: string, run: Run): Promise<void> {
  const body = { frontEndUrl: 'https://seller.example/' }
  const { status } = await manage(service, `/instances/${instanceId}/app-info`, {
    method: 'PUT',
    body,
  })
  expect(status).toBe(run.model.complete(instanceId))
}

function membersOf(given: Call, test: boolean, run: Run): Members {
  const flag = test ? { testFlag: '1' } : {}
  return { activity: given.activity, ...flag, ...fieldsOf(given, run) }
}

function fieldsOf(given: Call, run: Run): Members {
  switch (given.activity) {
    case 'newInstance':
      provisioning = given.provisioning
      return {
        ...lineOf(given.line, run),
        businessId: given.reusesId ? idOf(given.reusesId, run) : newId(),
      }
    case 'refreshInstance':
      return {
        instanceId: idOf(given.target, run),
        ...changeOf(given.order, run),
        scene: given.scene,
        expireTime: storeTime(begin + (given.expiresOnDay + 0.5) * day).slice(0, given.digits),
        ...(given.product !== undefined && { productId: `product-${given.product}` }),
      }
    case 'updateInstanceStatus':
      return { instanceId: idOf(given.target, run), status: given.status }
    case 'upgradeInstance':
      return { instanceId: idOf(given.target, run), ...changeOf(given.order, run) }
    case 'releaseInstance':
      return { instanceId: idOf(given.target, run) }
    case 'changeInstanceCheck':
      return { instanceId: idOf(given.target, run), productInfo: { productId: 'other' } }
    case 'queryInstance':
      return { instanceId: given.targets.map((one) => idOf(one, run)).join(',') }
    case 'orderNotify':
      return changeOf(given.order, run)
  }
}

const lineOf = (index: number, { id }: Run) => ({
  orderId: `${id}-order-${index}`,
  orderLineId: `${id}-line-${index}`,
})

const changeOf = (index: number, { id }: Run) => ({
  orderId: `${id}-change-${index}`,
  orderLineId: `${id}-change-${index}-1`,
})

/** The id that was bought; of a line that was not bought yet, one that never was. */
function idOf(named: { line: number; test: boolean }, run: Run): string {
  const bought = run.model.boughtId(lineOf(named.line, run), named.test)
  return bought ?? `${run.id}-never-${named.line}-${String(named.test)}`
}

function storeTime(time: number): string {
  return new Date(time).toISOString().replace(/\D/g, '')
}

async function storedIds({ id }: Run): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select instance_id as id from instances where order_id like ${`${id}-%`}`.execute(service.db)
  return rows.map((row) => row.id).sort()
}

/** An instance as the management API shows it; its history as how often each change happened. */
async function shownOf(instanceId: string) {
  const { body } = await manage(service, `/instances/${instanceId}`)
  const history = body['history'] as { type: string }[]
  const types = history.map(({ type }) => type.replace('instance.', ''))
  const changes = Map.groupBy(types, (type) => type)
  changes.delete('failed')
  return {
    status: body['status'],
    test: body['test'],
    expireTime: body['expireTime'],
    productId: body['productId'],
    changes: Object.fromEntries([...changes].map(([type, all]) => [type, all.length])),
  }
}

function expectedOf({ phase, frozen, ...instance }: ModelledInstance) {
  const ready = frozen ? 'frozen' : 'active'
  const { test, expireTime, productId, changes } = instance
  return {
    status: phase === 'ready' ? ready : phase,
    test,
    expireTime: expireTime === null ? null : new Date(expireTime).toISOString(),
    productId,
    changes: Object.fromEntries(changes),
  }
}
