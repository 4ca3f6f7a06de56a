import { describe, expect, test } from 'vitest'
import { type CodeCheck, codeVerdict, isCheckDue } from '../../../src/domain/license/code.ts'
import { type License, newLicense } from '../../../src/domain/license/license.ts'

const at = (beijing: string) => new Date(`2026-11-${beijing}:00+08:00`)
const askedAt = at('26T09:00')
const alive: CodeCheck = { status: 'alive', expireTime: at('28T12:00'), askedAt }
const code = (updatedAt: Date, more: Partial<License> = {}): License => ({
  ...newLicense(
    {
      ...{ licenseId: 'id', site: 'china', address: 'main', family: 'license-c', test: false },
      version: 1,
    },
    updatedAt,
  ),
  ...more,
})

describe('the store is asked', () => {
  test.each([
    ['at the first use of all', undefined, undefined, at('26T09:00'), true],
    ['no second time on a day of Beijing', alive, undefined, at('26T23:59'), false],
    ['at the first use of the next day', alive, undefined, at('27T00:00'), true],
    [
      'again for a code that has expired since',
      { ...alive, expireTime: at('26T12:00') },
      undefined,
      at('26T12:00'),
      true,
    ],
    [
      'no second time in the grace period',
      { ...alive, expireTime: at('25T12:00') },
      undefined,
      at('26T12:00'),
      false,
    ],
    [
      'again for a code that may not be used',
      { ...alive, status: 'expired' },
      undefined,
      at('26T10:00'),
      true,
    ],
    ['again after it told of a change', alive, code(at('26T09:01')), at('26T10:00'), true],
    ['no second time after a change that it knew of', alive, code(askedAt), at('26T10:00'), false],
  ] as const)('%s', (_what, check, license, now, due) => {
    expect(isCheckDue({ check, license }, now)).toBe(due)
  })
})

describe('the last check', () => {
  const verdict = (check: CodeCheck | undefined, license: License | undefined, now: Date) =>
    codeVerdict({ check, license }, 3, now)

  test('holds for three days to the minute', () => {
    const check = { ...alive, expireTime: null }
    expect(verdict(check, undefined, at('29T09:00'))).toMatchObject({
      status: 'alive',
      usable: true,
    })
    expect(verdict(check, undefined, at('29T09:01'))).toMatchObject({
      status: 'alive',
      usable: false,
    })
  })

  test.each([
    ['none allows nothing', undefined, undefined, 'unchecked', false],
    [
      'of an expired code allows nothing',
      { ...alive, status: 'expired' },
      undefined,
      'expired',
      false,
    ],
    [
      'of a code whose expiry has passed allows nothing',
      { ...alive, expireTime: at('26T10:00') },
      undefined,
      'expired',
      false,
    ],
    [
      'counts in the grace period',
      { ...alive, expireTime: at('25T10:00') },
      undefined,
      'alive',
      true,
    ],
    [
      'does not count against a freeze',
      alive,
      code(at('26T09:30'), { frozen: true }),
      'frozen',
      false,
    ],
    [
      'counts against a freeze before it',
      alive,
      code(at('26T08:30'), { frozen: true }),
      'alive',
      true,
    ],
    [
      'does not count against a release',
      alive,
      code(at('26T09:30'), { phase: 'released' }),
      'released',
      false,
    ],
    [
      'does not count against a renewal',
      { ...alive, status: 'expired', expireTime: at('26T08:00') },
      code(at('26T09:30'), { expireTime: at('30T12:00') }),
      'alive',
      true,
    ],
  ] as const)('%s', (_what, check, license, status, usable) => {
    expect(verdict(check, license, at('26T12:00'))).toMatchObject({ status, usable })
  })
})
