import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { loadConfig } from '../../src/config/config.ts'
import { readCsv } from '../../src/import/csv-rows.ts'
import { importRows } from '../../src/import/import-file.ts'
import { contentOf } from '../harness/database-content.ts'
import { databases, scale } from '../harness/scale.ts'
import { type TestService, newId, settingsFor, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { v1Call } from '../harness/v1-call.ts'
import { v1Purchase, v1Refresh, v1Upgrade } from '../harness/v1-store.ts'
import { faultyFields, manage, read } from './client.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-import-'))
let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

const post = (body: unknown, of = service) => manage(of, '/instances', { method: 'POST', body })
const detail = (id: string) => read(service, 'InstanceDetail', `/instances/${id}`)
const codeOf = async (members: Record<string, string>) =>
  (await storeCall(service, members)).body['resultCode']
const v1CodeOf = async (parameters: Record<string, string>) =>
  (await v1Call(service, parameters)).body['resultCode']
const setImport = (open: boolean) =>
  read(service, 'ImportState', '/imports/china/saas', { method: 'PUT', body: { open } })

/** An instance of V1 that was sold before. */
const oldV1 = (more: Record<string, unknown> = {}) => ({
  instanceId: newId('old'),
  family: 'saas-v1',
  orderId: newOrder().orderId,
  productId: '00301-666666-0--0',
  quantity: 7,
  expireTime: '2030-01-01T00:00:00Z',
  appInfo: { frontEndUrl: 'https://app.example/old' },
  ...more,
})
const oldV2 = (more: Record<string, unknown> = {}) => ({
  ...oldV1(),
  family: 'saas-v2',
  ...newOrder(),
  ...more,
})

describe('importInstance', () => {
  it('makes calls of the store find what was sold in V1: a repeat of its order answers it', async () => {
    const old = oldV1()
    const { status, body } = await post(old)
    expect([status, body['outcome']]).toEqual([200, 'created'])
    const { body: answer } = await v1Call(service, v1Purchase({ orderId: old.orderId }))
    expect(answer).toMatchObject({ resultCode: '000000', instanceId: old.instanceId })
    expect(answer['appInfo']).toMatchObject(old.appInfo)
    expect(await detail(old.instanceId)).toMatchObject({
      status: 'active',
      expireTime: '2030-01-01T00:00:00.000Z',
      order: { state: 'fetched', quantity: 7 },
      plan: { quantity: 7, productId: old.productId, orderType: 'NEW' },
      orders: [{ role: 'purchase' }],
    })
    expect(await v1CodeOf(v1Refresh(old.instanceId))).toBe('000000')
  })

  it('takes the product for a part of a pay-per-use order of V1', async () => {
    const order = newOrder()
    const old = ['P-1', 'P-2'].map((productId) =>
      oldV1({ orderId: order.orderId, productId, chargingMode: 'ON_DEMAND' }),
    )
    for (const one of old) expect((await post(one)).status).toBe(200)
    for (const { instanceId, productId } of old) {
      const call = v1Purchase({ orderId: order.orderId, productId, chargingMode: '0' })
      expect((await v1Call(service, call)).body).toMatchObject({ instanceId })
    }
  })

  it('makes a repeat of every order that it names change nothing, in V2 and V1', async () => {
    const [renewal, upgrade] = [newOrder(), newOrder()]
    const orders = [
      { role: 'renewal', ...renewal },
      { role: 'upgrade', ...upgrade },
    ]
    const old = oldV2({ orders })
    expect((await post(old)).body['outcome']).toBe('created')
    const { instanceId } = old
    const before = await detail(instanceId)
    const expireTime = '20990101000000'
    const renew = { activity: 'refreshInstance', scene: 'RENEWAL', instanceId, expireTime }
    expect(await codeOf({ ...renew, ...renewal })).toBe('000000')
    expect(await codeOf({ activity: 'upgradeInstance', instanceId, ...upgrade })).toBe('000000')
    expect((await storeCall(service, purchaseOf(old))).body).toMatchObject({ instanceId })
    expect(await detail(instanceId)).toEqual(before)
    expect(before.orders.map(({ role }) => role).sort()).toEqual(['purchase', 'renewal', 'upgrade'])
    expect(await codeOf({ ...renew, ...newOrder() })).toBe('000000')
    expect((await detail(instanceId)).expireTime).toBe('2099-01-01T00:00:00.000Z')

    const [second, third] = [newOrder().orderId, newOrder().orderId]
    const v1Orders = [
      { role: 'renewal', orderId: second },
      { role: 'upgrade', orderId: third },
    ]
    const v1 = oldV1({ orders: v1Orders })
    await post(v1)
    const known = await detail(v1.instanceId)
    expect(await v1CodeOf(v1Refresh(v1.instanceId, { orderId: second }))).toBe('000000')
    expect(await v1CodeOf(v1Upgrade(v1.instanceId, { orderId: third }))).toBe('000000')
    expect(await detail(v1.instanceId)).toEqual(known)
  })

  it('changes nothing the second time, and takes in what it did not know', async () => {
    const old = oldV2()
    await post(old)
    const before = await detail(old.instanceId)
    expect((await post(old)).body['outcome']).toBe('unchanged')
    expect(await detail(old.instanceId)).toEqual(before)
    const orders = [{ role: 'renewal', ...newOrder() }]
    expect((await post({ ...old, orders })).body['outcome']).toBe('completed')
    expect((await post({ ...old, orders })).body['outcome']).toBe('unchanged')
  })

  it('refuses with 409 what is another instance or another order', async () => {
    const sold = newOrder()
    const instanceId = await buy(service, sold)
    const renewal = { role: 'renewal', ...newOrder() }
    await post(oldV2({ orders: [renewal] }))
    const conflicts = [
      [oldV2(sold), `Order ${sold.orderId} bought instance ${instanceId}.`],
      [oldV2({ instanceId }), `Instance ${instanceId} was bought by order ${sold.orderId}.`],
      [oldV2({ orders: [{ role: 'renewal', ...sold }] }), `Order ${sold.orderId} bought`],
      [oldV2({ orders: [renewal] }), `Order ${renewal.orderId} changed instance`],
      [oldV2({ ...newOrder(), instanceId, family: 'license-a' }), 'was bought by order'],
    ] as const
    for (const [body, detail] of conflicts) {
      const before = await contentOf(service)
      const answer = await post(body)
      expect([answer.status, answer.body['detail']]).toEqual([409, expect.stringContaining(detail)])
      expect(await contentOf(service)).toEqual(before)
    }
  })

  it.each([
    ['orderLineId', { ...oldV1(), family: 'saas-v2' }],
    ['orderLineId', oldV1({ orderLineId: 'L-1' })],
    ['productId', oldV1({ chargingMode: 'ON_DEMAND', productId: undefined })],
    ['address', oldV1({ address: 'nowhere' })],
    ['orders/0/orderLineId', oldV2({ orders: [{ role: 'renewal', orderId: 'CS-1' }] })],
    ['family', oldV1({ family: 'orders' })],
    ['seats', oldV1({ seats: 1 })],
    ['expireTime', oldV1({ expireTime: 'soon' })],
  ])('refuses a faulty %s with 400', async (field, body) => {
    expect(faultyFields(await post(body))).toEqual([field])
  })

  it('keeps a frozen one frozen, to be thawed by a renewal', async () => {
    const old = oldV1({ status: 'frozen', expireTime: '2020-01-01T00:00:00Z' })
    await post(old)
    expect((await detail(old.instanceId)).status).toBe('frozen')
    await v1Call(service, v1Refresh(old.instanceId))
    expect((await detail(old.instanceId)).status).toBe('active')
  })
})

describe('while an import is open', () => {
  it('is closed at first, for a site that is there', async () => {
    const fresh = await startService()
    expect((await read(fresh, 'ImportState', '/imports/china/saas')).open).toBe(false)
    expect((await manage(fresh, '/imports/mars/saas')).status).toBe(404)
    await fresh.stop()
  })

  it('an unknown V1 purchase waits, flagged, and the import of its order takes its place', async () => {
    await setImport(true)
    const purchase = v1Purchase()
    const { body } = await v1Call(service, purchase)
    expect(body['resultCode']).toBe('000004')
    expect(body).not.toHaveProperty('instanceId')
    const { orderId = '' } = purchase
    const { items } = await read(service, 'InstanceList', `/instances?orderId=${orderId}`)
    expect(items).toMatchObject([{ status: 'provisioning' }])
    expect(items[0]?.attention).toMatch(/maybe sold before/)
    expect(await v1CodeOf(purchase)).toBe('000004')
    const old = oldV1({ orderId })
    expect((await post(old)).body['outcome']).toBe('created')
    expect((await v1Call(service, purchase)).body).toMatchObject({
      resultCode: '000000',
      instanceId: old.instanceId,
    })
    const after = await read(service, 'InstanceList', `/instances?orderId=${orderId}`)
    expect(after.items).toHaveLength(1)
    await setImport(false)
  })

  it('an operator who knows better completes it, and closing the import lets the store do it', async () => {
    await setImport(true)
    const [known, waiting] = [v1Purchase(), v1Purchase()]
    for (const purchase of [known, waiting]) expect(await v1CodeOf(purchase)).toBe('000004')
    const { businessId = '' } = known
    const appInfo = { frontEndUrl: 'https://app.example/new' }
    await manage(service, `/instances/${businessId}/app-info`, { method: 'PUT', body: appInfo })
    expect(await v1CodeOf(known)).toBe('000000')
    expect((await detail(businessId)).attention).toBeNull()
    expect(await v1CodeOf(waiting)).toBe('000004')
    await setImport(false)
    expect(await v1CodeOf(waiting)).toBe('000000')
    expect((await detail(waiting['businessId'] ?? '')).attention).toBeNull()
  })

  it('test calls, V2 and what is known go on as ever', async () => {
    await setImport(true)
    expect(await v1CodeOf(v1Purchase({ testFlag: '1' }))).toBe('000000')
    expect(await codeOf(purchaseOf() as Record<string, string>)).toBe('000000')
    await setImport(false)
    expect(await v1CodeOf(v1Purchase())).toBe('000000')
  })
})

const columns = 'instanceId,family,orderId,orderLineId,quantity,expireTime,frontEndUrl,memo,orders'

function row(n: number, run: string): string {
  const [order, renewal] = [`${run}-${n}`, `${run}-${n}-R`]
  const orders = `renewal:${renewal}/${renewal}-1`
  const memo = `"第${n}个, ""老"" 客户"`
  const url = `https://app.example/${n}`
  return `${order}-id,saas-v2,${order},${order}-1,${n},2030-01-01T00:00:00Z,${url},${memo},${orders}`
}

function fileOf(rows: readonly string[]): string {
  const file = join(folder, `${newId()}.csv`)
  writeFileSync(file, `\uFEFF${columns}\r\n${rows.join('\r\n')}\r\n`)
  return file
}

const importFile = (of: TestService, file: string, isDryRun = false) =>
  importRows(
    readCsv(file),
    { addresses: loadConfig(settingsFor(folder, 'postgres://nowhere')).addresses, isDryRun },
    of.app.services,
  )

describe.each(databases)('a file, on the %s database', (database) => {
  it('is imported once however often it is run, and a dry run changes nothing', async () => {
    const importing = await startService({ database })
    try {
      const rows = Array.from({ length: scale.importedRows }, (_, n) => row(n, newId('CS')))
      const file = fileOf(rows)
      const empty = await contentOf(importing)
      const all = { created: rows.length, completed: 0, unchanged: 0, refused: [] }
      expect(await importFile(importing, file, true)).toEqual(all)
      expect(await contentOf(importing)).toEqual(empty)
      expect(await importFile(importing, file)).toEqual(all)
      const full = await contentOf(importing)
      const again = { created: 0, completed: 0, unchanged: rows.length, refused: [] }
      expect(await importFile(importing, file)).toEqual(again)
      expect(await contentOf(importing)).toEqual(full)
    } finally {
      await importing.stop()
    }
  })
})

describe('a file', () => {
  it('has its refused rows told by their lines, and the others are in', async () => {
    const run = newId('CS')
    const good = [row(1, run), row(2, run), row(3, run)]
    const [first = '', second = ''] = good
    const stolen = second.replace(`${run}-2-id`, 'somebody-else')
    const unlined = row(4, run).replace(`,${run}-4-1,`, ',,')
    const odd = row(5, run).replace(',5,2030', ',many,2030')
    const report = await importFile(
      service,
      fileOf([first, second, stolen, unlined, odd, row(3, run)]),
    )
    expect(report).toMatchObject({ created: 3, refused: [{ line: 4 }, { line: 5 }, { line: 6 }] })
    const [conflict, missing, number] = report.refused.map(({ message }) => message)
    expect(conflict).toBe(`Order ${run}-2 bought instance ${run}-2-id.`)
    expect(missing).toBe('orderLineId is missing')
    expect(number).toMatch(/^quantity must be integer/)
    expect((await detail(`${run}-1-id`)).appInfo).toMatchObject({ memo: '第1个, "老" 客户' })
  })

  it('is imported by a command, with --dry-run by a dry one', async () => {
    const file = fileOf([row(1, newId('CS'))])
    const run = (...args: string[]) =>
      runNode(['scripts/import.ts', file, ...args], {
        env: { ...process.env, ...settingsFor(folder, service.databaseUrl) },
      })
    expect(await run('--dry-run')).toMatchObject({
      code: 0,
      output:
        '1 new, 0 completed, 0 unchanged, 0 refused. This was a dry run: nothing was changed.\n',
    })
    expect((await run()).output).toBe('1 new, 0 completed, 0 unchanged, 0 refused.\n')
    expect((await run()).output).toBe('0 new, 0 completed, 1 unchanged, 0 refused.\n')
  })
})
