import { describe, expect, it } from 'vitest'
import { maskAnswer, maskCall, maskNamed, maskPlainText } from '../../src/mask/mask.ts'
import {
  maskAccount,
  maskCode,
  maskContacts,
  maskEmail,
  maskPerson,
  maskPhone,
} from '../../src/mask/mask-text.ts'

describe('the license of an upload', () => {
  it('is hidden in the call that was kept', () => {
    const sent = { type: 'CHARACTERS', characters: 'LICENSE-1' }
    expect(maskCall(sent)).toEqual({ ...sent, characters: '***' })
  })
})

describe('masked texts', () => {
  it.each([
    [maskPhone, '18688888888', '186****8888'],
    [maskPhone, '+8618688888888', '+86186****8888'],
    [maskPhone, '12345678', '***'],
    [maskPhone, '123456789', '1****6789'],
    [maskEmail, 'lisi@example.com', 'l***@example.com'],
    [maskEmail, 'a@b@example.com', 'a***@example.com'],
    [maskEmail, '𠮷@example.com', '𠮷***@example.com'],
    [maskEmail, '@example.com', '@***m'],
    [maskEmail, 'lisi', 'l***i'],
    [maskAccount, 'mock_user_01', 'm***1'],
    [maskAccount, 'abc', 'a***c'],
    [maskAccount, 'ab', '***'],
    [maskAccount, '𠮷a𠮷', '𠮷***𠮷'],
    [maskCode, 'PLABCD01', 'PL***01'],
    [maskCode, 'PLABC01', '***'],
    [maskPerson, '测试用户1', '测***'],
    [maskPerson, '张三', '张***'],
    [maskPerson, '张', '***'],
    [maskPerson, '', '***'],
    [maskPerson, '𠮷野', '𠮷***'],
  ])('%o makes %s to %s', (mask, text, masked) => {
    expect(mask(text)).toBe(masked)
  })
})

describe('contacts in a text', () => {
  it.each([
    ['write to li.si+shop@mail.example.com, please', 'write to l***@mail.example.com, please'],
    ['a@b.cn', 'a***@b.cn'],
    ['call 13812345678.', 'call 138****5678.'],
    ['8613812345678 or +8613812345678', '86138****5678 or +86138****5678'],
    ['张三13812345678', '张三138****5678'],
  ])('%s: %s', (text, masked) => {
    expect(maskContacts(text)).toBe(masked)
  })

  it.each([
    'a@b',
    'nobody @ example.com',
    '12812345678',
    '1381234567',
    '138123456789',
    'x13812345678',
    '13812345678x',
    '13812345678-1',
    '-13812345678',
  ])('%s is none', (text) => {
    expect(maskContacts(text)).toBe(text)
  })
})

const kinds: readonly (readonly [value: string, masked: string, names: readonly string[]])[] = [
  [
    '12 n',
    '***',
    [
      ...['password', 'dbPassw', 'pwd', 'clientSecret', 'userToken', 'license', 'LICENCE'],
      ...['deviceFingerprint', 'credential', 'privateKey', 'private_key', 'accessKey'],
      ...['access_key', 'identity', 'identification', 'idCard', 'id_card', 'idNum', 'id_num'],
      ...['密码', '登录密钥', '身份证号', '证件号'],
    ],
  ],
  ['1312345678', '13****5678', ['mobile', 'mobilePhone', 'telephone', '手机号', '电话']],
  ['12345678@e', '1***@e', ['email', 'Email', 'e-mail', 'contactEmail', '邮箱']],
  [
    '12 n',
    '1***',
    [
      ...['name', 'Name', 'realName', 'real_name', 'fullName', 'contactName', 'person_name'],
      ...['姓名', '联系人'],
    ],
  ],
  [
    '12 n',
    '1***n',
    [
      ...['userName', 'user_name', 'customerName', 'accountName', 'nickName', 'loginName'],
      ...['username', 'employeeCode', 'employee_code', 'employeeNo', 'employeeNum'],
      ...['employeeNumber', 'employeeId', '工号'],
    ],
  ],
]

describe('the name of a member', () => {
  const cases = kinds.flatMap(([value, masked, names]) =>
    names.map((name) => ({ name, value, masked })),
  )

  it.each(cases)('$name makes its value $masked', ({ name, value, masked }) => {
    expect(maskNamed(name, value)).toBe(masked)
    expect(maskCall({ [name]: value })).toEqual({ [name]: masked })
    expect(maskCall([{ name, value }])).toEqual([{ name, value: masked }])
  })

  it.each([
    'emailDomainName',
    'names',
    'tenantName',
    'productName',
    'contactNameId',
    'key',
    'idc',
    'userNames',
    'employeeType',
  ])('%s says nothing', (name) => {
    expect(maskNamed(name, '12 n')).toBe('12 n')
  })

  it('says nothing of what is not there', () => {
    expect(maskAnswer({ license: undefined })).toStrictEqual({ license: undefined })
  })

  it.each(['userName', 'name', '姓名'])('%s is the seller’s own in an answer', (name) => {
    expect(maskAnswer({ [name]: '12 n' })).toEqual({ [name]: '12 n' })
  })

  it('in a list of names and values is left, and what else stands there is masked by its own', () => {
    const param = { name: 'mobile', value: '18688888888', email: 'lisi@example.com' }
    expect(maskCall(param)).toEqual({
      name: 'mobile',
      value: '186****8888',
      email: 'l***@example.com',
    })
    expect(maskCall({ name: '张三', note: 'x' })).toEqual({ name: '张***', note: 'x' })
    expect(maskCall({ name: 5, value: '13812345678' })).toEqual({
      name: '***',
      value: '138****5678',
    })
  })
})

describe('maskCall', () => {
  it('masks contacts in every text, also in JSON that stands there as text', () => {
    expect(maskCall({ note: 'call 13812345678' })).toEqual({ note: 'call 138****5678' })
    expect(maskCall({ note: ' {"pwd":"a"}' })).toEqual({ note: '{"pwd":"***"}' })
    expect(maskCall({ note: '[{"name":"pwd","value":"a"}]' })).toEqual({
      note: '[{"name":"pwd","value":"***"}]',
    })
    expect(maskCall({ note: '{13812345678' })).toEqual({ note: '{138****5678' })
    expect(maskCall({ note: '"13812345678"' })).toEqual({ note: '"138****5678"' })
    expect(maskCall({ note: '"{\\u0041"' })).toEqual({ note: '"{\\u0041"' })
    expect(maskCall({ note: 'x {"pwd":"a"}' })).toEqual({ note: 'x {"pwd":"a"}' })
  })

  it('shows 32 levels and hides what lies below', () => {
    const nested = (levels: number) => {
      let value: unknown = 'seen'
      for (let level = 0; level < levels; level++) value = [value]
      return value
    }
    expect(JSON.stringify(maskCall(nested(32)))).toContain('seen')
    expect(JSON.stringify(maskCall(nested(33)))).not.toContain('seen')
  })

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

describe('maskPlainText', () => {
  it('hides what stands behind a private name in a text that is not JSON', () => {
    expect(
      maskPlainText('{"password": "a\\"b", "orderId": "CS1", mobile=13812345678&token:abc'),
    ).toBe('{"password": ***, "orderId": "CS1", mobile=***&token:***')
  })

  it.each([
    ['{"orderId": "CS1", "pwd": "a b", "n": 1}', '{"orderId": "CS1", "pwd": ***, "n": 1}'],
    ["{'pwd': 'a b'}", "{'pwd': ***}"],
    ["{'pwd': '\\'a b\\'c d\\\\', 'n': 1}", "{'pwd': ***, 'n': 1}"],
    ["{'pwd': 'a b", "{'pwd': ***"],
    ['{"name": "张三", userName: lisi}', '{"name": ***, userName: ***}'],
    ['pwd = a b', 'pwd = *** b'],
    ['密码:a，b', '密码:***'],
    ['a=1&pwd=2&b=3', 'a=1&pwd=***&b=3'],
    ['[pwd:a]', '[pwd:***]'],
    ['{"pwd": "a', '{"pwd": ***'],
    ['{"pwd": "a\\\\", "b": "c"}', '{"pwd": ***, "b": "c"}'],
    ['write to lisi@example.com', 'write to l***@example.com'],
    ['a = "pwd"', 'a = "pwd"'],
  ])('%s: %s', (text, masked) => {
    expect(maskPlainText(text)).toBe(masked)
  })

  it.each(['a', 'a@', '"a":"', '\\"', 'password="', "pwd='", '1'])(
    'is quick on a megabyte of %s',
    (piece) => {
      const started = performance.now()
      maskPlainText(piece.repeat(2 ** 20 / piece.length))
      expect(performance.now() - started).toBeLessThan(3_000)
    },
  )
})
