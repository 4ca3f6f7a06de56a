import { describe, expect, it } from 'vitest'
import { readBillLine, readsLikeRefusal } from '../../../src/domain/usage-bill/bill-line.ts'
import { readBillTime } from '../../../src/domain/usage-bill/bill-time.ts'
import { findColumns } from '../../../src/domain/usage-bill/columns.ts'

describe('the columns of a bill', () => {
  it('are found in any order, by Chinese and English headers, whatever their case, joints and units', () => {
    const { columns, faults } = findColumns(
      [
        '状态',
        'Usage_Value (GB)',
        '结束时间（北京时间）',
        'begin-time',
        'ＩｎｓｔａｎｃｅＩＤ',
        '话单编号',
        '客户名称',
      ],
      {},
    )
    expect(faults).toEqual([])
    expect(columns).toEqual({
      state: 0,
      value: 1,
      endTime: 2,
      beginTime: 3,
      instanceId: 4,
      meteringSn: 5,
    })
  })

  it('are those that the request names, and of nothing else then', () => {
    const named = { value: '数量', state: 'none' }
    const { columns, faults } = findColumns(
      ['实例ID', '开始时间', '结束时间', '使用量', '数量'],
      named,
    )
    expect(columns.value).toBe(4)
    expect(faults.map(({ member }) => member)).toEqual(['state'])
  })

  it('that are needed and missing are named, and so is one that two have', () => {
    const { faults } = findColumns(['实例ID', '资源ID', '开始时间', '使用量'], {})
    expect(faults.map(({ member }) => member)).toEqual(['instanceId', 'endTime'])
    expect(faults[1]?.message).toContain('it has: 实例ID, 资源ID, 开始时间, 使用量')
  })
})

describe('a time of a bill', () => {
  it.each([
    ['2026-11-18 16:00:00', '2026-11-18T16:00:00.000Z', false],
    ['2026/11/8 6:00', undefined, false],
    ['2026/11/8 06:00', '2026-11-08T06:00:00.000Z', false],
    ['20261118160000', '2026-11-18T16:00:00.000Z', false],
    ['20261118160000123', '2026-11-18T16:00:00.123Z', false],
    ['20261118T160000Z', '2026-11-18T16:00:00.000Z', true],
    ['2026-11-18T16:00:00.5+08:00', '2026-11-18T08:00:00.500Z', true],
    ['2026年11月18日 16:00:00', '2026-11-18T16:00:00.000Z', false],
    ['2026-11-18', '2026-11-18T00:00:00.000Z', false],
    ['2026-02-30 00:00:00', undefined, false],
    ['2026-11-18 24:00:00', undefined, false],
    ['18.11.2026 16:00', undefined, false],
  ])('%s is %s', (text, time, hasZone) => {
    const read = readBillTime(text)
    expect(read?.time.toISOString()).toBe(time)
    expect(read?.hasZone ?? false).toBe(hasZone)
  })
})

describe('a record of a bill', () => {
  const columns = { instanceId: 0, beginTime: 1, endTime: 2, value: 3, state: 4 }
  const times = ['2026-11-18 16:00:00', '2026-11-18 17:00:00']
  const line = (value: string, id = 'i-1', state = '') =>
    readBillLine([id, ...times, value, state], columns, 7)

  it.each([
    ['12.5000', '12.5'],
    ['1,234.5', '1234.5'],
    ['0', '0'],
    ['="99"', '99'],
    ['1,23', undefined],
    ['1.23456', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('with the value %s has %s', (text, value) => {
    expect(line(text)).toMatchObject(value === undefined ? { line: 7 } : { value })
    expect('message' in (line(text) ?? {})).toBe(value === undefined)
  })

  it('without an id is faulty, and one without times is a sum', () => {
    expect(line('1', '')).toMatchObject({ message: 'record 7: instanceId is not an id' })
    expect(readBillLine(['合计', '', '', '28.5'], columns, 8)).toBeUndefined()
    expect(readBillLine(['i-1', times[1] ?? '', times[0] ?? '', '1'], columns, 9)).toMatchObject({
      message: 'record 9: endTime is before beginTime',
    })
  })

  it('reads like a refusal by its state, and any unknown word like billed', () => {
    expect(['处理失败', 'Abnormal', '重复话单'].every(readsLikeRefusal)).toBe(true)
    expect(['已出账', 'Billed', '成功', '待出账'].some(readsLikeRefusal)).toBe(false)
  })
})
