import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provision } from '../../src/ports/provisioning.ts'
import type { RowCommand } from '../harness/import-commands.ts'
import { type Call, type Command, type Target, commands } from '../harness/life-cycle-commands.ts'
import { type Model, createModel } from '../harness/life-cycle-model.ts'
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
import type { ImportedRow } from '../harness/modelled-import.ts'
import type { Members, Provisioning } from '../harness/modelled-sales.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { type StoreAnswer, storeCall } from '../harness/store.ts'

let service: TestService
let now = begin
let provisioning: Provisioning = 'ready'

const soldOut = { code: '000106', reason: 'sold out' } as const
const outcomes = {
  pending: { outcome: 'pending' },
  refused: { outcome: 'refused', failure: soldOut },
} as const

const addresses = twoAddresses({ basicKey: keys.basic, orderKey: keys.order })
afterAll(addresses.remove)

// The online license has the shape of SaaS V2, but for the check of a change.
const families = fc.constantFrom('saas-v2', 'saas-v2', 'license-a')

interface Run extends RunOf<Model, Signed> {
  readonly family: 'saas-v2' | 'license-a'
}

interface Signed {
  readonly members: Members
  readonly path: 'saas' | 'license' | 'orders'
  readonly nonce: string
  readonly at: number
  readonly address?: 'main' | 'other'
}

describe.each(lives(scale.lifeCycleRuns, 0))('on the %s database', (database, runs) => {
  beforeAll(async () => {
    service = await startService({
      database,
      settings: addresses.settings,
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

  test(`${runs} random sequences of calls and imports leave every instance as the model says`, async () => {
    await fc.assert(
      fc.asyncProperty(commands, families, async (given, family) => {
        const run: Run = { ...newRun(createModel()), family }
        now = begin
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
      if (run.family === 'license-a' && command.call.activity === 'changeInstanceCheck') return
      return send(membersOf(command.call, command.test, run), run, command.isMoved)
    case 'stale':
      return sendStale(membersOf(command.call, false, run), command.seconds, run)
    case 'resend':
      return resend(command, run)
    case 'replay':
      return replay(command.back, run)
    case 'complete':
      return complete(idOf(command.target, run), run.model, { service, now })
    case 'import':
    case 'importAgain':
      return playImport(command, run, (row) => rowOf(row, run), { service, now })
    case 'expire':
      return expire(command, run)
    case 'wait':
      now += command.days * day
  }
}

async function send(members: Members, run: Run, isMoved = false): Promise<void> {
  // What a debugger does stays at its address.
  const address = isMoved && members['testFlag'] !== '1' ? 'other' : 'main'
  const sent: Signed = { members, ...signedNow(members, run), address }
  const answer = await signedAt(sent)
  run.sent.push(sent)
  const madeId = await madeIdOf(members)
  const expected = run.model.take(members, { now, address, provisioning, madeId })
  expect(seen(answer)).toEqual({ instanceId: undefined, info: undefined, ...expected })
}

// A purchase that was refused is not told the id; it stays the instance's all the same.
async function madeIdOf({ activity, orderLineId, testFlag }: Members): Promise<string | undefined> {
  if (activity !== 'newInstance') return undefined
  const row = await service.db
    .selectFrom('sold_instances')
    .select('instance_id')
    .where('order_line_id', '=', String(orderLineId))
    .where('test', '=', testFlag === '1')
    .executeTakeFirst()
  return row?.instance_id
}

type Expiry = Extract<Command, { does: 'expire' }>

/** The expiry passes, the store freezes, and the buyer renews (or tries to) some days from now. */
async function expire({ target, scene, days }: Expiry, run: Run): Promise<void> {
  const instanceId = idOf(target, run)
  const flag = target.test ? { testFlag: '1' } : {}
  const refresh = (scene: string, inDays: number) => {
    const expireTime = storeTime(now + inDays * day + day / 2)
    const order = { orderId: newId(`${run.id}-change`), orderLineId: '1' }
    const activity = 'refreshInstance'
    return send({ activity, instanceId, ...flag, ...order, scene, expireTime }, run)
  }
  await refresh('RENEWAL', -1)
  await send({ activity: 'updateInstanceStatus', instanceId, ...flag, status: 'FREEZE' }, run)
  await refresh(scene, days)
}

function signedNow({ activity }: Members, { family }: Run) {
  const ownPath = family === 'license-a' ? 'license' : 'saas'
  const path = activity === 'orderNotify' ? 'orders' : ownPath
  return { path, nonce: randomUUID(), at: now } as const
}

function signedAt(signed: Signed): Promise<StoreAnswer> {
  const { members, nonce, at, path, address = 'main' } = signed
  return storeCall(service, members, { address, path, nonce, timestamp: String(at) })
}

async function resend(
  { back, isMoved }: Extract<Command, { does: 'resend' }>,
  run: Run,
): Promise<void> {
  const { members } = run.sent.at(-1 - back) ?? {}
  if (members === undefined) return
  const isPurchase = members['activity'] === 'newInstance'
  await send({ ...members, ...(isPurchase && { businessId: newId() }) }, run, isMoved)
}

async function replay(back: number, run: Run): Promise<void> {
  const sent = run.sent.at(-1 - back)
  if (sent === undefined) return
  const { code } = seen(await signedAt(sent))
  expect(code).toBe(sent.at === now ? '000001' : '000002')
}

async function sendStale(members: Members, seconds: number, run: Run): Promise<void> {
  const signed = signedNow(members, run)
  const answer = await signedAt({ members, ...signed, at: now + seconds * 1_000 })
  expect(seen(answer).code).toBe('000002')
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
        expireTime: storeTime(halfPast(given.expiresOnDay).getTime()).slice(0, given.digits),
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
function idOf(named: Target, run: Run): string {
  const bought = run.model.boughtId(lineOf(named.line, run), named.test)
  return bought ?? `${run.id}-never-${named.line}-${String(named.test)}`
}

function rowOf(row: RowCommand, run: Run): ImportedRow {
  const { line, stolenId = line, expiresOnDay, product, isNamed } = row
  const orders = row.orders.map(({ role, order }) => ({
    role,
    ...(order === 'next' ? lineOf((line + 1) % 4, run) : changeOf(order, run)),
  }))
  return {
    instanceId: oldId(run, stolenId),
    address: row.isMoved ? 'other' : 'main',
    family: run.family,
    ...lineOf(line, run),
    ...(isNamed && { productId: `product-${product}` }),
    ...(expiresOnDay !== undefined && { expireTime: halfPast(expiresOnDay).toISOString() }),
    trial: row.trial,
    status: row.status,
    orders,
  }
}

const halfPast = (days: number) => new Date(begin + (days + 0.5) * day)
