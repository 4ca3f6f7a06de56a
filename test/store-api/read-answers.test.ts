import { describe, expect, it } from 'vitest'
import { readCodeInfo, readLicense } from '../../src/store-api/read-license.ts'
import { readUsage } from '../../src/store-api/read-usage.ts'

describe('the records that a push of usage rejects', () => {
  const known = {
    instance_id: 'i-1',
    metering_sn: 'sn-1',
    error_code: '010',
    error_msg: 'duplicate',
  }
  const read = {
    code: '010',
    message: 'duplicate',
    meteringSn: 'sn-1',
    instanceId: 'i-1',
    beginTime: null,
    endTime: null,
  }
  const unknown = {
    ...{ code: null, message: null, meteringSn: null },
    ...{ instanceId: null, beginTime: null, endTime: null },
  }

  it.each<[string, unknown, readonly unknown[]]>([
    ['no member data', undefined, []],
    ['null', null, []],
    ['an empty object', {}, []],
    ['no list', { abnormal_usage_data: null }, []],
    ['an empty list', [], []],
    ['an empty text', '', []],
    ['a record', { abnormal_usage_data: [known] }, [read]],
    [
      'a code of another name',
      { abnormal_usage_data: [{ ...known, error_code: undefined, record_code: '005' }] },
      [{ ...read, code: '005' }],
    ],
    ['something else in the list', { abnormal_usage_data: [known, 'x'] }, [read, unknown]],
    ['a list of another name, which must not be taken for none', { abnormal: [known] }, [unknown]],
    ['a bare list', [known], [unknown]],
    ['a text', 'x', [unknown]],
  ])('are read of %s', (_what, data, rejected) => {
    expect(readUsage({ error_code: 'MKT.0000', data })).toEqual({ rejected })
  })

  it('are found under whatever member has their list', () => {
    const list = { abnormal_usage_data: [known] }
    for (const body of [list, { result: list }, { data: null, abnormal_info: list }]) {
      expect(readUsage({ error_code: 'MKT.0000', ...body })).toEqual({ rejected: [read] })
    }
  })
})

describe('a license code', () => {
  it.each<[unknown, unknown]>([
    [{ license_code: 'PL1', status: 'ALIVE', expire_time: 5, more: 1 }, 'ALIVE'],
    [{ license_code: 'PL1', status: 'ODD' }, undefined],
    ['x', undefined],
    [undefined, undefined],
  ])('is read of %j', (data, status) => {
    expect(readLicense({ data }).license?.status).toBe(status)
  })

  it.each<[unknown, unknown]>([
    [
      { license_code_info: '{"status":"ALIVE","amount":2,"order_id":7}' },
      { status: 'ALIVE', amount: 2, order_id: null },
    ],
    [{ license_code_info: '{"status"' }, null],
    [{ license_code_info: '7' }, null],
    [null, null],
  ])('tells after its activation what %j holds', (data, info) => {
    const told = readCodeInfo({ data })
    if (info === null) expect(told.info).toBeNull()
    else expect(told).toMatchObject({ info })
  })
})
