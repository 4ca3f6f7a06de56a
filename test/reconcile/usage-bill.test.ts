import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKoogateClient } from '../../src/client.ts'
import { sealWindows } from '../../src/db/usage/seal-windows.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { managementToken } from '../harness/service.ts'
import { faultyFields, read } from '../management/client.ts'
import {
  type Drift,
  type Reconciliation,
  type Scene,
  apply,
  applyOne,
  driftsOf,
  openScene,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const hourMs = 3_600_000
const day = new Date(Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs - 48 * hourMs)

/** A window of one hour that was pushed. */
interface Window {
  readonly meteringSn: string
  readonly instanceId: string
  readonly hour: number
  readonly value: string
}

async function put(
  instanceId: string,
  hour: number,
  { value = '12.5', state = 'taken', test = false, daysAgo = 0 } = {},
): Promise<Window> {
  const begin = new Date(day.getTime() + hour * hourMs - daysAgo * 24 * hourMs)
  const window = { meteringSn: randomUUID(), instanceId, hour, value }
  await sql`
    insert into usage_windows (metering_sn, site, signer, test, instance_id, package_id, begin_time,
      end_time, value, records, state, seal_at, deadline, counted, created_at, updated_at)
    values (${window.meteringSn}, 'china', 'main', ${test}, ${instanceId}, '', ${begin},
      ${new Date(begin.getTime() + hourMs)}, ${value}, 1, ${state}, ${begin},
      ${new Date(begin.getTime() + (21 * 24 - 1) * hourMs)}, true, ${begin}, ${begin})`.execute(
    scene.service.db,
  )
  return window
}

const wallClock = (hour: number, zoneHours: number) =>
  new Date(day.getTime() + (hour + zoneHours) * hourMs).toISOString().slice(0, 19).replace('T', ' ')

const post = (body: Buffer | string, query = '', contentType = 'text/csv') =>
  sendTo(scene.service, `/api/v1/reconciliations/usage-bill${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${managementToken}`, 'content-type': contentType },
    body,
  })

async function compare(body: Buffer | string, query = ''): Promise<Reconciliation> {
  const { status, text } = await post(body, query)
  expect(status, text).toBe(200)
  return JSON.parse(text) as Reconciliation
}

const kindsOf = (drifts: readonly Drift[]) =>
  drifts.map(({ kind, usage }) => `${kind} ${usage?.meteringSn ?? ''}`).toSorted()
const stateOf = async (meteringSn: string) => {
  const { rows } = await sql<{ state: string; reason: string | null }>`
    select state, reason from usage_windows where metering_sn = ${meteringSn}`.execute(
    scene.service.db,
  )
  return rows[0]
}

const mark = Buffer.from([0xef, 0xbb, 0xbf])
// 实例ID,开始时间,结束时间,使用量,状态 as GBK has it, and 处理失败.
const gbkHeader = Buffer.from(
  'cab5c0fd49442cbfaacabccab1bce42cbde1caf8cab1bce42ccab9d3c3c1bf2cd7b4ccac',
  'hex',
)
const gbkFailed = Buffer.from('b4a6c0edcaa7b0dc', 'hex')

describe('a bill of usage', () => {
  it('shows what is missing on either side, whatever its columns are called and in whatever order', async () => {
    const id = randomUUID()
    const billed = await put(id, 0)
    const missing = await put(id, 1)
    const refused = await put(id, 2)
    const other = await put(id, 3, { value: '7' })
    const parked = await put(id, 4, { state: 'parked' })
    await put(id, 1, { test: true, daysAgo: 1 })
    const line = ({ hour, value, instanceId }: Window, state = '已出账') =>
      `${state},${value},${instanceId},${wallClock(hour, 8)},${wallClock(hour + 1, 8)}`
    const stranger = { ...billed, instanceId: 'never-sold', hour: 5, value: '1' }
    const bill = [
      '话单明细',
      '话单状态,使用量（次）,实例 ID,开始时间,结束时间',
      line(billed),
      line(refused, '处理失败'),
      line({ ...other, value: '7.5' }),
      line(parked),
      line(stranger),
      '合计,28.5,,,',
      '',
    ].join('\r\n')
    const found = await compare(Buffer.concat([mark, Buffer.from(bill)]))
    expect(found).toMatchObject({ kind: 'usage_bill', state: 'done', drifts: { open: 5 } })
    expect(found.bill).toMatchObject({
      ...{ encoding: 'utf-8', timeZone: 'Asia/Shanghai', lines: 5, matched: 1 },
      billedValue: '33.5',
      states: [
        { word: '已出账', lines: 4, refused: false },
        { word: '处理失败', lines: 1, refused: true },
      ],
    })
    const drifts = await driftsOf(scene.service, found.id)
    expect(kindsOf(drifts)).toEqual(
      [
        'billed_not_sent ',
        `billed_not_sent ${parked.meteringSn}`,
        `sent_not_accepted ${refused.meteringSn}`,
        `sent_not_billed ${missing.meteringSn}`,
        `value_differs ${other.meteringSn}`,
      ].toSorted(),
    )
  })

  it('is read by names of its own, in UTF-16, with tabs and in UTC', async () => {
    const id = randomUUID()
    const windows = [await put(id, 6), await put(id, 7)]
    const rows = windows.map(
      ({ hour, value, meteringSn }) =>
        `${value}\t${meteringSn}\t${wallClock(hour, 0)}\t${wallClock(hour + 1, 0)}\t${id}`,
    )
    const text = ['Amount\tOur number\tBegin Time\tEnd Time\tinstance_id', ...rows].join('\n')
    const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const named = '?valueColumn=Amount&meteringSnColumn=Our%20number'
    const found = await compare(body, named)
    const client = createKoogateClient({ baseUrl: scene.service.url, token: managementToken })
    const query = { valueColumn: 'Amount', meteringSnColumn: 'Our number' }
    const path = '/api/v1/reconciliations/usage-bill'
    const { data } = await client.POST(path, { params: { query }, body: new Uint8Array(body) })
    expect(data?.bill).toEqual(found.bill)
    expect(found).toMatchObject({ drifts: { open: 0 }, bill: { encoding: 'utf-16le', matched: 2 } })
    expect(found.bill?.timeZone).toBe('UTC')
    expect(found.bill?.columns).toContainEqual({ member: 'value', header: 'Amount' })
  })

  it('in GBK is sent again where somebody wants it, under a new number, with the amount told first', async () => {
    const id = randomUUID()
    const [first, second, third, old] = [
      await put(id, 8, { value: '1.5' }),
      await put(id, 9, { value: '2.25' }),
      await put(id, 10, { value: '4' }),
      await put(id, 10, { daysAgo: 21 }),
    ]
    const line = ({ hour, value }: Window) =>
      `\n${id},${wallClock(hour, 8)},${wallClock(hour + 1, 8)},${value},`
    const bill = Buffer.concat([gbkHeader, Buffer.from(line(third)), gbkFailed])
    const span = `?from=${new Date(day.getTime() - 30 * 24 * hourMs).toISOString()}`
    const found = await compare(bill, span)
    expect(found.bill?.encoding).toBe('gb18030')
    const all = await driftsOf(scene.service, found.id, `&instanceId=${id}`)
    const bySn = new Map(all.map((drift) => [drift.usage?.meteringSn, drift]))
    expect(bySn.get(old.meteringSn)).toMatchObject({ kind: 'sent_not_billed', repair: 'none' })
    expect(bySn.get(third.meteringSn)).toMatchObject({ kind: 'sent_not_accepted' })

    await sql`insert into usage_totals values (${id}, '', 20.25, now())`.execute(scene.service.db)
    const own = { instanceId: id, repair: 'send_again' }
    const counted = await apply(scene.service, found.id, { ...own, dryRun: true })
    expect(counted).toMatchObject({ matching: 3, value: '7.75', applied: 0 })
    const one = bySn.get(first.meteringSn)
    if (one === undefined) throw new Error('it was not found')
    const again = await applyOne(scene.service, one)
    expect(again).toMatchObject({ state: 'applied' })
    expect(await applyOne(scene.service, one)).toEqual(again)
    expect(await apply(scene.service, found.id, own)).toMatchObject({
      ...{ matching: 2, value: '6.25', applied: 2, failed: 0, remaining: 0 },
    })
    for (const { meteringSn } of [first, second, third]) {
      const drift = (await driftsOf(scene.service, found.id, `&instanceId=${id}`)).find(
        ({ usage }) => usage?.meteringSn === meteringSn,
      )
      expect(await stateOf(meteringSn)).toEqual({
        state: 'void',
        reason: `sent again as ${drift?.result ?? ''}`,
      })
      expect(drift?.result).not.toBe(meteringSn)
      expect((await stateOf(drift?.result ?? ''))?.state).toMatch(/ready|sending|held|parked/)
    }
    const { rows } = await sql<{ value: string }>`
      select sum(value)::text as value from usage_windows
      where instance_id = ${id} and state <> 'void'`.execute(scene.service.db)
    expect(Number(rows[0]?.value)).toBe(7.75 + 12.5)
    // What is sent again stays in the total that the store is shown.
    await sealWindows(scene.service.db, { now: new Date(), limit: 1_000 })
    const total = await sql<{ value: string }>`
      select value::text from usage_totals where instance_id = ${id}`.execute(scene.service.db)
    expect(total.rows).toEqual([{ value: '20.2500' }])
  })

  it('is refused with every column that is missing, or each record that cannot be read, and nothing is kept', async () => {
    const kept = () => read(scene.service, 'ReconciliationList', '/reconciliations?limit=200')
    const before = (await kept()).items.length
    const header = '实例ID,开始时间,结束时间,使用量'
    const spoiled = [
      ['开始时间,使用量\n1,2', ['instanceIdColumn', 'endTimeColumn']],
      [`${header}\na,2026-11-18 08:00:00,2026-13-18 09:00:00,1`, ['body']],
      [`${header}\na,2026-11-18 08:00:00,2026-11-18 09:00:00,1.23456`, ['body']],
      [
        `${header}\na,2026-11-18 08:00:00,2026-11-18 09:00:00,many\n,2026-11-18,2026-11-19,1`,
        ['body', 'body'],
      ],
      [header, ['body']],
      ['', ['body']],
    ] as const
    for (const [bill, fields] of spoiled) expect(faultyFields(await post(bill))).toEqual(fields)
    expect((await post(','.repeat(1_000_000))).text).toContain('more than 500 columns')
    const binary = Buffer.from([0x89, 0x50, 0xff, 0xff, 0x0d, 0x0a])
    expect(faultyFields(await post(binary))).toEqual(['body'])
    const missing = await post(`${header}\n`, '?stateColumn=outcome')
    expect(missing.text).toContain('no column of the file is called outcome')
    expect((await kept()).items).toHaveLength(before)
    expect((await post(Buffer.alloc(17 * 1024 * 1024, 'a'))).status).toBe(413)
  })
})
