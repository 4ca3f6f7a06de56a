import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provision } from '../../src/ports/provisioning.ts'
import type { Answer } from '../harness/contract-hook.ts'
import { manage } from '../harness/management.ts'
import { databases, scale } from '../harness/scale.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { v1Call } from '../harness/v1-call.ts'
import {
  type Members,
  type ModelV1,
  type ModelledV1,
  type Provisioning,
  createV1Model,
} from '../harness/v1-life-cycle-model.ts'

const runs = scale.v1LifeCycleRuns
const longest = 40
const day = 24 * 3_600_000
const begin = Date.UTC(2030, 0, 1)

let service: TestService
let now = begin
let provisioning: Provisioning = 'ready'

const outcomes = {
  pending: { outcome: 'pending' },
  refused: { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } },
} as const

// Few orders and products, so that calls meet.
const often = <Value>(usual: Value, rare: fc.Arbitrary<Value>, weight = 3) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare })
const isTest = often(false, fc.constant(true), 5)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const target = fc.record({
  order: often(0, fc.nat(3), 2),
  product: often(0, fc.nat(1)),
  test: isTest,
})
const dayFromBegin = fc.integer({ min: -20, max: 60 })

const call = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      activity: fc.constant('newInstance' as const),
      target,
      expiresOnDay: maybe(dayFromBegin),
      acceptedOnDay: often(undefined, fc.integer({ min: 1, max: 2 }), 2),
      isTrial: fc.boolean(),
      provisioning: fc.constantFrom<Provisioning>('ready', 'ready', 'pending', 'refused'),
      reusesId: often(undefined, target, 6),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      activity: fc.constant('refreshInstance' as const),
      target,
      change: fc.nat(3),
      expiresOnDay: dayFromBegin,
      digits: fc.constantFrom(14, 17),
      product: maybe(fc.nat(2)),
      orderAmount: fc.constantFrom(undefined, '100.125', '-100'),
      trialToFormal: fc.constantFrom(undefined, '1'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      activity: fc.constant('upgrade' as const),
      target,
      change: fc.nat(3),
      product: fc.nat(2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ activity: fc.constant('expireInstance' as const), target }) },
  {
    weight: 4,
    arbitrary: fc.record({
      activity: fc.constant('instanceStatus' as const),
      target,
      instanceStatus: fc.constantFrom('FREEZE', 'NORMAL'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ activity: fc.constant('releaseInstance' as const), target }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      activity: fc.constant('queryInstance' as const),
      target,
      others: fc.array(target, { maxLength: 2 }),
    }),
  },
)

const command = fc.oneof(
  { weight: 14, arbitrary: fc.record({ does: fc.constant('call' as const), call, test: isTest }) },
  // The store resends a call, also one that newer calls have overtaken, or its very bytes.
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('resend' as const),
      back: fc.nat(12),
      sameId: fc.boolean(),
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

type Value<Of> = Of extends fc.Arbitrary<infer Given> ? Given : never
type Call = Value<typeof call>
type Command = Value<typeof command>
type Target = Value<typeof target>

/** One run: its own ids, its own model, and what was sent so far. */
interface Run {
  readonly id: string
  readonly model: ModelV1
  readonly sent: Members[]
}

describe.each(databases)('on the %s database', (database) => {
  beforeAll(async () => {
    service = await startService({
      database,
      ports: {
        now: () => new Date(now),
        provision: (purchase, address) =>
          provisioning === 'ready' ? provision(purchase, address) : outcomes[provisioning],
      },
    })
  })
  afterAll(() => service.stop())

  test(`${runs} random sequences of V1 calls leave every instance as the model of V1 says`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 10, maxLength: longest, size: 'max' }),
        async (commands) => {
          const run: Run = { id: newId('run'), model: createV1Model(), sent: [] }
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
  })
})

async function play(command: Command, run: Run): Promise<void> {
  switch (command.does) {
    case 'call':
      return send(membersOf(command.call, command.test, run), run)
    case 'resend':
      return resend(command, run)
    case 'complete':
      return complete(idOf(command.target, run), run)
    case 'wait':
      now += command.days * day
  }
}

async function send(members: Members, run: Run): Promise<void> {
  const answer = await v1Call(service, members)
  run.sent.push(members)
  const madeId = await madeIdOf(members, run)
  const expected = run.model.take(members, { now, provisioning, madeId })
  expect(seen(answer)).toEqual({ instanceId: undefined, info: undefined, ...expected })
}

async function resend(
  { back, sameId }: Extract<Command, { does: 'resend' }>,
  run: Run,
): Promise<void> {
  const members = run.sent.at(-1 - back)
  if (members === undefined) return
  const isPurchase = members['activity'] === 'newInstance' && !sameId
  await send({ ...members, ...(isPurchase && { businessId: newId() }) }, run)
}

// An instance of the order that the model does not know yet: the call has just made it.
async function madeIdOf(members: Members, { model }: Run): Promise<string | undefined> {
  if (members['activity'] !== 'newInstance') return undefined
  const rows = await service.db
    .selectFrom('sold_instances')
    .select('instance_id')
    .where('order_id', '=', members['orderId'] ?? '')
    .where('test', '=', members['testFlag'] === '1')
    .execute()
  return rows.map((row) => row.instance_id).find((id) => !model.instances.has(id))
}

function seen({ body }: Answer) {
  const info = body['info'] as { instanceId: string }[] | undefined
  return {
    code: body['resultCode'],
    instanceId: body['instanceId'],
    info: info?.map(({ instanceId }) => instanceId),
  }
}

async function complete(instanceId: string, run: Run): Promise<void> {
  const body = { frontEndUrl: 'https://seller.example/' }
  const path = `/instances/${instanceId}/app-info`
  const { status } = await manage(service, path, { method: 'PUT', body })
  expect(status).toBe(run.model.complete(instanceId))
}

function membersOf(given: Call, test: boolean, run: Run): Members {
  const { activity } = given
  const members = {
    activity,
    timeStamp: storeTime(now),
    testFlag: test ? '1' : undefined,
    ...fieldsOf(given, run),
  }
  const present = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as Members
}

function fieldsOf(given: Call, run: Run): Record<string, string | undefined> {
  const instanceId = idOf(given.target, run)
  switch (given.activity) {
    case 'newInstance':
      provisioning = given.provisioning
      return {
        ...orderOf(given.target, run),
        businessId: given.reusesId ? idOf(given.reusesId, run) : newId(),
        customerId: 'c-1',
        expireTime: given.expiresOnDay === undefined ? undefined : onDay(given.expiresOnDay),
        acceptanceTime: given.acceptedOnDay === undefined ? undefined : onDay(given.acceptedOnDay),
        trialFlag: given.isTrial ? '1' : undefined,
      }
    case 'refreshInstance':
      return {
        instanceId,
        orderId: `${run.id}-change-${given.change}`,
        expireTime: onDay(given.expiresOnDay).slice(0, given.digits),
        productId: given.product === undefined ? undefined : `product-${given.product}`,
        orderAmount: given.orderAmount,
        trialToFormal: given.trialToFormal,
      }
    case 'upgrade':
      return {
        instanceId,
        orderId: `${run.id}-change-${given.change}`,
        productId: `product-${given.product}`,
        skuCode: 'sku',
      }
    case 'instanceStatus':
      return { instanceId, instanceStatus: given.instanceStatus }
    case 'queryInstance':
      return { instanceId: [given.target, ...given.others].map((one) => idOf(one, run)).join(',') }
    default:
      return { instanceId, orderId: `${run.id}-purchase` }
  }
}

// Orders 0 and 1 are sold by period, 2 is pay-per-use and 3 a package.
function orderOf({ order, product }: Target, { id }: Run): Members {
  const chargingMode = ['1', '1', '0', '5'][order] ?? '1'
  return { orderId: `${id}-order-${order}`, productId: `product-${product}`, chargingMode }
}

/** The id that was bought; of an order that was not bought yet, one that never was. */
function idOf(named: Target, run: Run): string {
  const testFlag = named.test ? '1' : '0'
  const bought = run.model.boughtId({ ...orderOf(named, run), testFlag })
  return bought ?? `${run.id}-never-${named.order}-${named.product}-${String(named.test)}`
}

/** Half past a day, in Beijing. */
function onDay(days: number): string {
  return storeTime(begin + (days + 0.5) * day + 8 * 3_600_000)
}

function storeTime(time: number): string {
  return new Date(time).toISOString().replace(/\D/g, '')
}

async function storedIds({ id }: Run): Promise<string[]> {
  const rows = await service.db
    .selectFrom('sold_instances')
    .select('instance_id')
    .where('order_id', 'like', `${id}-%`)
    .execute()
  return rows.map((row) => row.instance_id).sort()
}

/** An instance as the management API shows it; its history as how often each change happened. */
async function shownOf(instanceId: string) {
  const { body } = await manage(service, `/instances/${instanceId}`)
  const history = body['history'] as { type: string }[]
  const changes = Map.groupBy(history, ({ type }) => type.replace('instance.', ''))
  const { status, test, trial, expireTime, acceptanceTime, productId } = body
  return {
    ...{ status, test, trial, expireTime, acceptanceTime, productId },
    changes: Object.fromEntries([...changes].map(([type, all]) => [type, all.length])),
  }
}

function expectedOf({ phase, frozen, ...instance }: ModelledV1) {
  const { test, trial, productId, changes } = instance
  return {
    ...{ test, trial, productId },
    status: phase === 'ready' ? (frozen ? 'frozen' : 'active') : phase,
    expireTime: shownTime(instance.expireTime),
    acceptanceTime: shownTime(instance.acceptanceTime),
    changes: Object.fromEntries(changes),
  }
}

function shownTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
