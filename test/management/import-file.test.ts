import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { loadConfig } from '../../src/config/config.ts'
import { ImportFileError } from '../../src/import/csv-records.ts'
import { readCsv } from '../../src/import/csv-rows.ts'
import { importRows } from '../../src/import/import-file.ts'
import { contentOf } from '../harness/database-content.ts'
import { databases, drawn, isLong, scale } from '../harness/scale.ts'
import { type TestService, newId, settingsFor, startService } from '../harness/service.ts'
import { read } from './client.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-import-'))
let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

const detail = (id: string) => read(service, 'InstanceDetail', `/instances/${id}`)

const columns =
  'instanceId,family,orderId,orderLineId,quantity,expireTime,frontEndUrl,memo,orders,buyer.userName'

function row(n: number, run: string): string {
  const [order, renewal] = [`${run}-${n}`, `${run}-${n}-R`]
  const orders = `renewal:${renewal}/${renewal}-1`
  const memo = `"第${n}个, ""老"" 客户"`
  const url = `https://app.example/${n}`
  return `${order}-id,saas-v2,${order},${order}-1,${n},2030-01-01T00:00:00Z,${url},${memo},${orders},lisi`
}

function fileWith(text: string): string {
  const file = join(folder, `${newId()}.csv`)
  writeFileSync(file, text)
  return file
}

const fileOf = (rows: readonly string[]) => fileWith(`\uFEFF${columns}\r\n${rows.join('\r\n')}\r\n`)

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
    const [one = '', second = ''] = good
    const stolen = second.replace(`${run}-2-id`, 'somebody-else')
    const unlined = row(4, run).replace(`,${run}-4-1,`, ',,')
    const odd = row(5, run).replace(',5,2030', ',many,2030')
    const report = await importFile(
      service,
      fileOf([one, second, stolen, unlined, odd, row(3, run)]),
    )
    expect(report).toMatchObject({ created: 3, refused: [{ line: 4 }, { line: 5 }, { line: 6 }] })
    const [conflict, missing, number] = report.refused.map(({ message }) => message)
    expect(conflict).toBe(`Order ${run}-2 bought instance ${run}-2-id.`)
    expect(missing).toBe('orderLineId is missing')
    expect(number).toMatch(/^quantity must be integer/)
    const first = await detail(`${run}-1-id`)
    expect(first.appInfo).toMatchObject({ memo: '第1个, "老" 客户', userName: null })
    expect(first.buyer).toMatchObject({ userName: 'lisi' })
  })

  it('has rows of one order or instance that stand behind each other decided in their order', async () => {
    const run = newId('CS')
    const [first, second] = [row(1, run), row(2, run)]
    const more = first.replace(`renewal:${run}-1-R/${run}-1-R-1`, `renewal:${run}-1-S/${run}-1-S-1`)
    const late = second.replaceAll(`${run}-2-R`, `${run}-1-S`)
    const report = await importFile(service, fileOf([first, first, more, late, second]))
    expect(report).toMatchObject({ created: 2, completed: 1, unchanged: 1 })
    expect(report.refused).toEqual([
      { line: 5, message: `Order ${run}-1-S changed instance ${run}-1-id.` },
    ])
  })

  it('has a row with too few or too many cells refused by its line, and the others are in', async () => {
    const run = newId('CS')
    const short = row(2, run).slice(0, -',lisi'.length)
    const report = await importFile(
      service,
      fileOf([row(1, run), short, `${row(3, run)},more`, row(4, run)]),
    )
    expect(report).toMatchObject({ created: 2 })
    expect(report.refused).toEqual([
      { line: 3, message: 'has 9 cells where the header has 10' },
      { line: 4, message: 'has 11 cells where the header has 10' },
    ])
  })

  it.each([
    ['that is not closed', '"saas'],
    ['inside of a cell', 'sa"as'],
    ['behind a cell', '"sa"as'],
  ])('ends at a quotation mark %s, and what stands before it is in', async (_, wrong) => {
    const run = newId('CS')
    const broken = row(2, run).replace('saas', wrong)
    const report = await importFile(service, fileOf([row(1, run), broken, row(3, run)]))
    expect(report).toMatchObject({ created: 1, refused: [{ line: 3 }] })
    expect(report.refused[0]?.message).toMatch(/quotation mark .* nothing from here on was read$/)
  })

  it('has a faulty field told by the name of its column', async () => {
    const run = newId('CS')
    const wrongUrl = row(1, run).replace('https://app.example', 'ftp://app.example')
    const longName = row(2, run).replace(/lisi$/, 'x'.repeat(5000))
    const { refused } = await importFile(service, fileOf([wrongUrl, longName]))
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^frontEndUrl /),
      expect.stringMatching(/^buyer\.userName /),
    ])
  })

  it('has a faulty order told by which of them it is', async () => {
    const run = newId('CS')
    const second = (order: string) => row(1, run).replace(',lisi', ` ${order},lisi`)
    const faulty = [second(`gift:${run}-1-S/${run}-1-S-1`), second(`renewal:${run}-1-S`)]
    const { refused } = await importFile(service, fileOf(faulty))
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^orders, number 2: role must be one of /),
      'orders, number 2: orderLineId is missing',
    ])
  })

  it('has a row refused that names an order twice, or its purchase among the orders', async () => {
    const run = newId('CS')
    const twice = row(1, run).replace(',lisi', ` change:${run}-1-R/${run}-1-R-1,lisi`)
    const own = row(2, run).replace(',lisi', ` renewal:${run}-2/${run}-2-1,lisi`)
    const twoLines = row(3, run).replace(',lisi', ` renewal:${run}-3-R/${run}-3-R-2,lisi`)
    const report = await importFile(service, fileOf([twice, own, twoLines]))
    expect(report).toMatchObject({ created: 1 })
    expect(report.refused).toEqual([
      { line: 2, message: `orders names an order twice: ${run}-1-R/${run}-1-R-1` },
      { line: 3, message: `orders names the purchase itself: ${run}-2/${run}-2-1` },
    ])
  })

  it('has its lines told by where a row begins, whatever breaks its cells hold', async () => {
    const run = newId('CS')
    const broken = (n: number, breaks: string) => row(n, run).replace('""老""', breaks)
    const wrong = broken(3, 'a\r\nb\nc').replace(',3,2030', ',many,2030')
    const report = await importFile(
      service,
      fileOf([broken(1, 'a\nb'), '', broken(2, 'a\r\nb'), wrong, 'short']),
    )
    expect(report).toMatchObject({ created: 2, refused: [{ line: 7 }, { line: 10 }] })
  })

  it('has its lines told where LF and CRLF end them by turns', async () => {
    const file = fileWith(`${columns}\nshort\r\nshort\r\n\nshort\n`)
    const { refused } = await importFile(service, file)
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 5])
  })

  it.each([
    ['GBK', Buffer.from([0xc0, 0xcf, 0xbf, 0xcd])],
    ['cut off', Buffer.from('老').subarray(0, 2)],
  ])('that is not UTF-8 but %s is refused before a row of it is in', async (_, bytes) => {
    const run = newId('CS')
    const file = fileOf([row(1, run)])
    appendFileSync(file, Buffer.concat([Buffer.from(row(2, run)), bytes]))
    await expect(importFile(service, file)).rejects.toThrow('line 3: is not UTF-8')
    await expect(importFile(service, file)).rejects.toThrow(ImportFileError)
    writeFileSync(file, readFileSync(file, 'utf8').split('\r\n', 2).join('\r\n'))
    expect(await importFile(service, file)).toMatchObject({ created: 1, refused: [] })
  })

  it('may be UTF-16 with a byte order mark', async () => {
    const run = newId('CS')
    const file = fileOf([row(1, run)])
    writeFileSync(file, readFileSync(file, 'utf8'), 'utf16le')
    expect(await importFile(service, file)).toMatchObject({ created: 1, refused: [] })
    expect((await detail(`${run}-1-id`)).appInfo).toMatchObject({ memo: '第1个, "老" 客户' })
  })

  it.each([
    ['', 'The file is empty'],
    [columns.replaceAll(',', ';'), 'The first line names no column instanceId'],
    [`${columns},memo`, 'The column memo is named twice'],
    ['instanceId,"memo', 'line 1: has a quotation mark'],
  ])('whose first line is %j is refused: %s', async (header, message) => {
    const file = fileWith(header)
    await expect(importFile(service, file)).rejects.toThrow(message)
    await expect(importFile(service, file)).rejects.toThrow(ImportFileError)
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
  })

  const unusable = [
    ['is not there', 'nowhere.csv', /^ENOENT: .*nowhere\.csv'\n$/],
    ['names no columns', fileWith('a;b'), /^The first line names no column instanceId: .*\n$/],
  ] as const
  it.each(drawn(unusable, isLong ? 2 : 1))(
    'ends a command whose file %s with one line and exit code 2',
    async (_, file, line) => {
      const env = { ...process.env, ...settingsFor(folder, service.databaseUrl) }
      const { code, output } = await runNode(['scripts/import.ts', file], { env })
      expect(code).toBe(2)
      expect(output).toMatch(line)
    },
  )
})
