import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provision } from '../../src/ports/provisioning.ts'
import type { RowCommand } from '../harness/import-commands.ts'
import {
  type Run as RunOf,
  begin,
  complete,
  day,
  expectAsModelled,
  lives,
  newRun,
  oldId,
  playImport,
  seen,
  storeTime,
  twoAddresses,
} from '../harness/life-cycle-run.ts'
import { manage } from '../harness/management.ts'
import type { ImportedRow } from '../harness/modelled-import.ts'
import type { Provisioning } from '../harness/modelled-sales.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { v1Call } from '../harness/v1-call.ts'
import {
  type Call,
  type Command,
  type Target,
  commands,
} from '../harness/v1-life-cycle-commands.ts'
import { type Members, type ModelV1, createV1Model } from '../harness/v1-life-cycle-model.ts'

let service: TestService
let now = begin
let provisioning: Provisioning = 'ready'

const outcomes = {
  pending: { outcome: 'pending' },
  refused: { outcome: 'refused', failure: { code: '000106', reason: 'sold out' } },
} as const

const addresses = twoAddresses({ v1Key: keys.v1 })
afterAll(addresses.remove)

type Run = RunOf<ModelV1, Members>

describe.each(lives(scale.v1LifeCycleRuns, 1))('on the %s database', (database, runs) => {
  beforeAll(async () => {
    service = await startService({
      database,
      settings: addresses.settings,
      ports: {
        now: () => new Date(now),
        provision: (purchase, address) =>
          provisioning === 'ready' ? provision(purchase, address) : outcomes[provisioning],
      },
    })
  })
  afterAll(() => service.stop())

  test(`${runs} random sequences of V1 calls and imports leave every instance as the model says`, async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (given) => {
        const run: Run = newRun(createV1Model())
        now = begin
        await setImport(false, run)
        for (const one of given) await play(one, run)
        await expectAsModelled(run, service)
      }),
      { numRuns: runs },
    )
  })
})

async function play(command: Command, run: Run): Promise<void> {
  switch (command.does) {
    case 'call':
      return send(membersOf(command.call, command.test, run), run, command.isMoved)
    case 'resend':
      return resend(command, run)
    case 'complete':
      return complete(idOf(command.target, run), run.model, { service, now })
    case 'setImport':
      return setImport(command.open, run)
    case 'import':
    case 'importAgain':
      return playImport(command, run, (row) => rowOf(row, run), { service, now })
    case 'wait':
      now += command.days * day
  }
}

async function send(members: Members, run: Run, isMoved: boolean): Promise<void> {
  // What a debugger does stays at its address.
  const address = isMoved && members['testFlag'] !== '1' ? 'other' : 'main'
  const answer = await v1Call(service, members, { address })
  run.sent.push(members)
  const madeId = await madeIdOf(members, run)
  const expected = run.model.take(members, { now, address, provisioning, madeId })
  expect(seen(answer)).toEqual({ instanceId: undefined, info: undefined, ...expected })
}

async function resend(
  { back, sameId, isMoved }: Extract<Command, { does: 'resend' }>,
  run: Run,
): Promise<void> {
  const members = run.sent.at(-1 - back)
  if (members === undefined) return
  const isPurchase = members['activity'] === 'newInstance' && !sameId
  await send({ ...members, ...(isPurchase && { businessId: newId() }) }, run, isMoved)
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

async function setImport(open: boolean, { model }: Run): Promise<void> {
  await manage(service, '/imports/china/saas', { method: 'PUT', body: { open } })
  model.setImporting(open)
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
function orderOf({ order, product }: Omit<Target, 'test'>, { id }: Run): Members {
  const chargingMode = ['1', '1', '0', '5'][order] ?? '1'
  return { orderId: `${id}-order-${order}`, productId: `product-${product}`, chargingMode }
}

/** The id that was bought; of an order that was not bought yet, one that never was. */
function idOf(named: Target, run: Run): string {
  const testFlag = named.test ? '1' : '0'
  const bought = run.model.boughtId({ ...orderOf(named, run), testFlag })
  return bought ?? `${run.id}-never-${named.order}-${named.product}-${String(named.test)}`
}

const modes: Readonly<Record<string, string>> = {
  '0': 'ON_DEMAND',
  '1': 'PERIOD',
  '5': 'ON_DEMAND_PKG',
}

function rowOf(row: RowCommand, run: Run): ImportedRow {
  const { line, stolenId = line, expiresOnDay } = row
  const { chargingMode = '', productId = '', ...purchase } = orderOf({ order: line, ...row }, run)
  const orders = row.orders.map(({ role, order }) => ({
    role,
    orderId: order === 'next' ? `${run.id}-order-${(line + 1) % 4}` : `${run.id}-change-${order}`,
  }))
  const isProductNeeded = chargingMode !== '1'
  return {
    instanceId: `${oldId(run, stolenId)}-${isProductNeeded ? productId : ''}`,
    address: row.isMoved ? 'other' : 'main',
    family: 'saas-v1',
    orderId: purchase['orderId'] ?? '',
    chargingMode: modes[chargingMode] ?? '',
    ...((isProductNeeded || row.isNamed) && { productId }),
    ...(expiresOnDay !== undefined && { expireTime: halfPast(expiresOnDay).toISOString() }),
    trial: row.trial,
    status: row.status,
    orders,
  }
}

/** Half past a day, in Beijing. */
function onDay(days: number): string {
  return storeTime(halfPast(days).getTime() + 8 * 3_600_000)
}

const halfPast = (days: number) => new Date(begin + (days + 0.5) * day)
