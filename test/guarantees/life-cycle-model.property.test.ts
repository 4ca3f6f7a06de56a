import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provision } from '../../src/ports/provisioning.ts'
import { type Call, type Command, type Target, command } from '../harness/life-cycle-commands.ts'
import {
  type Members,
  type Model,
  type ModelledInstance,
  type Provisioning,
  createModel,
} from '../harness/life-cycle-model.ts'
import { manage } from '../harness/management.ts'
import { databases, scale } from '../harness/scale.ts'
import { type TestService, keys, newId, startService } from '../harness/service.ts'
import { type StoreAnswer, storeCall } from '../harness/store.ts'

const runs = scale.lifeCycleRuns
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

// Two addresses of one site: the orders of one may be moved to the other at any time.
const folder = mkdtempSync(join(tmpdir(), 'koogate-moved-'))
const addressFile = join(folder, 'addresses.yaml')
const own = `{basicKey: ${keys.basic}, orderKey: ${keys.order}}`
writeFileSync(addressFile, `addresses: {main: ${own}, other: ${own}}`)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** One run: its own ids, its own model, and what was sent so far. */
interface Run {
  readonly id: string
  readonly model: Model
  readonly sent: Signed[]
}

interface Signed {
  readonly members: Members
  readonly nonce: string
  readonly at: number
  readonly address?: 'main' | 'other'
}

describe.each(databases)('on the %s database', (database) => {
  beforeAll(async () => {
    service = await startService({
      database,
      settings: { KOOGATE_CONFIG_FILE: addressFile },
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

  test(`${runs} random sequences of calls leave every instance as the model of the life cycle says`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 10, maxLength: longest, size: 'max' }),
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
  })
})

async function play(command: Command, run: Run): Promise<void> {
  switch (command.does) {
    case 'call':
      return send(membersOf(command.call, command.test, run), run, command.isMoved)
    case 'stale':
      return sendStale(membersOf(command.call, false, run), command.seconds)
    case 'resend':
      return resend(command, run)
    case 'replay':
      return replay(command.back, run)
    case 'complete':
      return complete(idOf(command.target, run), run)
    case 'expire':
      return expire(command, run)
    case 'wait':
      now += command.days * day
  }
}

async function send(members: Members, run: Run, isMoved = false): Promise<void> {
  // What a debugger does stays at its address.
  const address = isMoved && members['testFlag'] !== '1' ? 'other' : 'main'
  const sent = { members, nonce: randomUUID(), at: now, address } as const
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

function signedAt({ members, nonce, at, address = 'main' }: Signed): Promise<StoreAnswer> {
  const path = members['activity'] === 'orderNotify' ? 'orders' : 'saas'
  return storeCall(service, members, { address, path, nonce, timestamp: String(at) })
}

function seen({ body }: StoreAnswer) {
  const info = body['info'] as { instanceId: string }[] | undefined
  return {
    code: body['resultCode'],
    instanceId: body['instanceId'],
    info: info?.map(({ instanceId }) => instanceId),
  }
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
function idOf(named: Target, run: Run): string {
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
