import { describe, expect, it } from 'vitest'
import { maskAnswer, maskCall, maskPlainText } from '../../src/domain/mask/mask.ts'
import { maskAccount, maskEmail, maskPerson, maskPhone } from '../../src/domain/mask/mask-text.ts'

describe('masked texts', () => {
  it.each([
    [maskPhone, '18688888888', '186****8888'],
    [maskPhone, '+8618688888888', '+86186****8888'],
    [maskPhone, '12345678', '***'],
    [maskEmail, 'lisi@example.com', 'l***@example.com'],
    [maskEmail, '@example.com', '@***m'],
    [maskAccount, 'mock_user_01', 'm***1'],
    [maskAccount, 'ab', '***'],
    [maskPerson, '测试用户1', '测***'],
    [maskPerson, '张', '***'],
    [maskPerson, '𠮷野', '𠮷***'],
  ])('%o makes %s to %s', (mask, text, masked) => {
    expect(mask(text)).toBe(masked)
  })
})

describe('maskCall', () => {
  it('leaves ids, codes, times and switches as they are', () => {
    const body = {
      activity: 'newInstance',
      orderId: 'CS2211181819B4LVS',
      instanceId: '10e758d0-31ad-4c4b-8f1b-13812345678a',
      expireTime: '20271118155959000',
      productId: 'OFFI846204237451911168',
      emailDomainName: 'test.example.com',
      hasPassword: true,
      amount: 13812345678,
      mobilePhone: null,
      email: '',
    }
    expect(maskCall(body)).toEqual(body)
  })

  it('hides secrets of every kind whole', () => {
    const body = { userToken: 'a', pwd: 5, identification: ['b'], license: { code: 'c' } }
    expect(maskCall(body)).toEqual({
      userToken: '***',
      pwd: '***',
      identification: '***',
      license: '***',
    })
  })

  it('masks numbers and lists under a private name', () => {
    expect(maskCall({ mobile: 18688888888, phones: ['18688888888'] })).toEqual({
      mobile: '186****8888',
      phones: ['186****8888'],
    })
  })

  it('hides what lies deeper than any call, however deep it goes', () => {
    let deep = '"13812345678"'
    for (let level = 0; level < 50_000; level++) deep = `[${deep}]`
    expect(JSON.stringify(maskCall({ deep: JSON.parse(deep) as unknown }))).toContain('***')
    expect(JSON.stringify(maskCall({ deep }))).toContain('***')
  })
})

describe('maskAnswer', () => {
  it('hides the password and leaves the seller’s own account', () => {
    const answer = {
      resultCode: '000000',
      info: [{ appInfo: { userName: 'admin', password: 'p' } }],
    }
    expect(maskAnswer(answer)).toEqual({
      resultCode: '000000',
      info: [{ appInfo: { userName: 'admin', password: '***' } }],
    })
  })
})

describe('maskLoose', () => {
  it('hides what stands behind a private name in a text that is not JSON', () => {
    expect(
      maskPlainText('{"password": "a\\"b", "orderId": "CS1", mobile=13812345678&token:abc'),
    ).toBe('{"password": ***, "orderId": "CS1", mobile=***&token:***')
  })

  it.each(['a', 'a@', '"a":"', '\\"', 'password="', '1'])(
    'is quick on a megabyte of %s',
    (piece) => {
      const started = performance.now()
      maskPlainText(piece.repeat(2 ** 20 / piece.length))
      expect(performance.now() - started).toBeLessThan(3_000)
    },
  )
})
