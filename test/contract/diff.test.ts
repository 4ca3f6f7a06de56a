import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareSchemas } from '../../scripts/contract-diff/compare-schemas.ts'
import { breaks } from '../../scripts/contract-diff/changes.ts'
import type { Edition } from '../../scripts/contract-diff/contract.ts'
import { textReport } from '../../scripts/contract-diff/report/text.ts'
import { reviewOf } from '../../scripts/contract-diff/review.ts'

/** JSON that a test changes. */
interface Node {
  [name: string]: Node
}

const names = ['seller', 'store', 'management'] as const
type Documents = Record<(typeof names)[number], Node>

const texts = new Map(names.map((name) => [name, readFileSync(`generated/${name}.json`, 'utf8')]))
const parsed = (name: string) => JSON.parse(texts.get(name as keyof Documents) ?? '') as Node
const asTheyAre = Object.fromEntries(names.map((name) => [name, parsed(name)])) as Documents

/** The contract as it is, of which a document is read anew when a test lays hands on it. */
function edition(): Documents {
  const documents = {} as Documents
  for (const name of names) {
    const own = () => {
      const value = parsed(name)
      Object.defineProperty(documents, name, { value, ...open })
      return value
    }
    Object.defineProperty(documents, name, { get: own, ...open })
  }
  return documents
}

const open = { configurable: true, enumerable: true }

/** What became of it: what nobody touched is the same object in every edition. */
function editionOf(documents: Documents): Edition {
  const touched = names
    .filter((name) => name in documents)
    .map((name) => {
      const own = Object.getOwnPropertyDescriptor(documents, name)
      return [name, (own?.value as Node | undefined) ?? asTheyAre[name]] as const
    })
  return Object.fromEntries(touched)
}

const json = (value: unknown) => value as Node

/** The part of a document at a path of names. */
function at(node: Node, ...path: readonly string[]): Node {
  return path.reduce((part, name) => {
    const inner = part[name]
    if (inner === undefined) throw new Error(`no ${name} in ${path.join(' ')}`)
    return inner
  }, node)
}

const schema = (documents: Documents, name: keyof Documents, ...path: readonly string[]) =>
  at(documents[name], 'components', 'schemas', ...path)

const appInfo = '/api/v1/instances/{instanceId}/app-info'

/** What is told of a planted change. */
function told(plant: (now: Documents, before: Documents) => void) {
  const [before, after] = [edition(), edition()]
  plant(after, before)
  return reviewed(before, after)
}

function reviewed(before: Documents, after: Documents) {
  const editions = { before: editionOf(before), after: editionOf(after) }
  const review = reviewOf({ from: 'v1', ...editions, decisions: new Map() })
  return { ...review, text: textReport(review) }
}

type Planted = [
  what: string,
  plant: (documents: Documents) => void,
  breaking: boolean,
  english: string,
  chinese: string,
]

const planted: Planted[] = [
  [
    'a request member that takes less',
    (now) => {
      schema(now, 'management', 'PutAppInfoRequest', 'properties', 'memo')['maxLength'] = json(64)
    },
    true,
    "The bound of `appInfo.memo` is narrower: maxLength 64; it was maxLength 1024.\n   To do: The seller's product must keep to maxLength 64.",
    '`appInfo.memo` 的限制收紧为 maxLength 64，原为 maxLength 1024。\n   需要处理：商家产品必须遵守 maxLength 64。',
  ],
  [
    'a request member that takes more',
    (now) => {
      schema(now, 'management', 'PutAppInfoRequest', 'properties', 'memo')['maxLength'] = json(4096)
    },
    false,
    'The bound of `appInfo.memo` is wider: maxLength 4096',
    '`appInfo.memo` 的限制放宽为 maxLength 4096',
  ],
  [
    'an answer that may be longer',
    (now) => {
      schema(now, 'seller', 'AppInfo', 'properties', 'frontEndUrl')['maxLength'] = json(2048)
    },
    true,
    'The store must have room for maxLength 2048.',
    '云商店必须能容纳 maxLength 2048。',
  ],
  [
    'an answer that is always shorter',
    (now) => {
      schema(now, 'seller', 'AppInfo', 'properties', 'frontEndUrl')['maxLength'] = json(256)
    },
    false,
    'The bound of `info[].appInfo.frontEndUrl` is narrower',
    '`info[].appInfo.frontEndUrl` 的限制收紧',
  ],
  [
    'a member of a request that becomes required',
    (now) => {
      const update = schema(now, 'seller', 'UpdateInstanceStatus')
      json(update['required'])['3'] = json('testFlag')
    },
    true,
    '`updateInstanceStatus.testFlag` is required now; it could be left out.\n   To do: The store must always send',
    '`updateInstanceStatus.testFlag` 由可选改为必填。',
  ],
  [
    'a member of an answer that may be missing',
    (now) => {
      schema(now, 'management', 'KeyList')['required'] = json([])
    },
    true,
    "The seller's product must be ready for answers and calls without `items`.",
    '商家产品必须能处理没有 `items` 的情况。',
  ],
  [
    'a new optional member of a request',
    (now) => {
      schema(now, 'seller', 'NewInstance', 'properties')['channel'] = json({ type: 'string' })
    },
    false,
    '`newInstance.channel` is new.',
    '新增 `newInstance.channel`。',
  ],
  [
    'a new required member of a request',
    (now) => {
      const call = schema(now, 'seller', 'OrdersRequest')
      at(call, 'properties')['channel'] = json({ type: 'string' })
      json(call['required'])['3'] = json('channel')
    },
    true,
    '`channel` is new and required.',
    '新增必填项 `channel`。',
  ],
  [
    'a member that is gone',
    (now) => {
      delete schema(now, 'management', 'Instance', 'properties')['businessId']
    },
    true,
    '`items[].businessId` is gone.',
    '`items[].businessId` 已删除。',
  ],
  [
    'a new result code',
    (now) => {
      json(schema(now, 'seller', 'ResultCode')['enum'])['14'] = json('000108')
    },
    true,
    'POST /{address}/saas, GET /{address}/saas, POST /{address}/license (and 13 more operations) · answer\n   `resultCode` may be 000108, too.',
    '（另有 13 个操作） · 应答\n   `resultCode` 新增取值 000108。',
  ],
  [
    'a value that was foretold',
    (now) => {
      const family = schema(now, 'management', 'Message', 'properties', 'family')
      json(family['enum'])['7'] = json('license-d')
    },
    false,
    'may be license-d, too. The contract had said that more values would come.',
    '新增取值 license-d；契约此前已说明取值会增加。',
  ],
  [
    'an activity that is not called any more',
    (now) => {
      schema(now, 'seller', 'LicenseBRequest')['oneOf'] = json(
        (schema(now, 'seller', 'LicenseBRequest')['oneOf'] as unknown as unknown[]).slice(0, 3),
      )
    },
    true,
    'The request has no form releaseLicense any more.',
    '请求 不再有 releaseLicense 这种形式。',
  ],
  [
    'another type',
    (now) => {
      schema(now, 'seller', 'NewInstance', 'properties', 'businessId')['type'] = json('integer')
    },
    true,
    '`newInstance.businessId` is of type integer; it was string.',
    '`newInstance.businessId` 的类型改为 integer，原为 string。',
  ],
  [
    'an answer that may be null',
    (now) => {
      schema(now, 'management', 'Instance', 'properties', 'address')['type'] = json([
        'string',
        'null',
      ])
    },
    true,
    'may be of type string, null; it was string.',
    '的类型扩大为 string, null，原为 string。',
  ],
  [
    'another pattern',
    (now) => {
      schema(now, 'seller', 'RefreshInstance', 'properties', 'expireTime')['pattern'] =
        json('^\\d{14}$')
    },
    true,
    'has another form: pattern ^\\d{14}$',
    '的格式改为 pattern ^\\d{14}$',
  ],
  [
    'a pattern that keeps the old one as its first alternative',
    (now) => {
      schema(now, 'seller', 'RefreshInstance', 'properties', 'expireTime')['pattern'] = json(
        '^((\\d{14}|\\d{17})|\\d{10})$',
      )
    },
    false,
    'may have more forms: pattern ^((\\d{14}|\\d{17})|\\d{10})$',
    '允许更多格式：pattern ^((\\d{14}|\\d{17})|\\d{10})$',
  ],
  [
    'a list of values that is a bounded text now',
    (now) => {
      const status = schema(now, 'seller', 'UpdateInstanceStatus', 'properties', 'status')
      delete status['enum']
      status['maxLength'] = json(64)
    },
    false,
    'may be any value now; it was one of FREEZE, UNFREEZE',
    '不再限定取值，原为 FREEZE, UNFREEZE 之一',
  ],
  [
    'a component that is one of several forms now',
    (now) => {
      const members = schema(now, 'seller', 'ChangeInstanceCheck', 'properties')
      const forms = [{ $ref: '#/components/schemas/ProductInfo' }, { type: 'boolean' }]
      members['productInfo'] = json({ anyOf: forms })
    },
    false,
    '`changeInstanceCheck.productInfo` has the new form boolean.',
    '`changeInstanceCheck.productInfo` 新增形式 boolean。',
  ],
  [
    'an interface that is gone',
    (now) => {
      delete at(now.management, 'paths', '/api/v1/keys')['get']
    },
    true,
    "management.yaml · GET /api/v1/keys\n   The interface is gone.\n   To do: The seller's product must not call it any more.",
    '接口已删除。\n   需要处理：商家产品不能再调用它。',
  ],
  [
    'a new interface',
    (now) => {
      const keys = at(now.management, 'paths', '/api/v1/keys')
      at(now.management, 'paths')['/api/v1/key-holders'] = keys
    },
    false,
    'GET /api/v1/key-holders\n   New interface.',
    'GET /api/v1/key-holders\n   新增接口。',
  ],
  [
    'a webhook that sends more values, which the partner reads',
    (now) => {
      const type = schema(now, 'management', 'WebhookTest', 'properties', 'type')
      delete type['const']
      type['enum'] = json(['webhook.test', 'webhook.tried'])
    },
    true,
    "`type` may be webhook.tried, too.\n   To do: The seller's product must be ready for webhook.tried.",
    '商家产品必须能处理 webhook.tried。',
  ],
  [
    'a parameter that is gone',
    (now) => {
      const operation = at(
        now.store,
        'paths',
        '/api/mkp-openapi-public/global/v1/order/query',
        'get',
      )
      operation['parameters'] = json(
        (operation['parameters'] as unknown as { name?: string }[]).filter(
          ({ name }) => name !== 'orderLineId',
        ),
      )
    },
    true,
    '`orderLineId` is gone.',
    '`orderLineId` 已删除。',
  ],
  [
    'a parameter of a V1 query that becomes required',
    (now) => {
      json(schema(now, 'seller', 'UpgradeV1')['required'])['6'] = json('amount')
    },
    true,
    '`upgrade.amount` is required now',
    '`upgrade.amount` 由可选改为必填',
  ],
  [
    'another key',
    (now) => {
      at(now.seller, 'paths', '/{address}/orders', 'post')['security'] = json([
        { basicSignature: [] },
      ])
    },
    true,
    'Calls are verified by basicSignature; it was orderSignature.',
    '调用的验证方式改为 basicSignature，原为 orderSignature。',
  ],
  [
    'a shorter retry',
    (now) => {
      schema(now, 'seller', 'NewInstance')['x-retry'] = json({ for: 'PT1H', then: 'by-hand' })
    },
    false,
    'How long `newInstance` is tried again is now: “1 hour; then by hand”. It was: “3 hours, every hour; then the order is refunded”.',
    '`newInstance` 的重试规则改为：“1 hour; then by hand”',
  ],
  [
    'a request that takes no unknown members',
    (now) => {
      schema(now, 'seller', 'OrdersRequest')['additionalProperties'] = json(false)
    },
    true,
    'The request takes no unknown members any more.',
    '请求 不再接受未知成员。',
  ],
  [
    'an answer of another content type',
    (now) => {
      const content = at(now.management, 'paths', appInfo, 'put', 'responses', '200', 'content')
      content['text/plain'] = at(content, 'application/json')
      delete content['application/json']
    },
    true,
    'The content type application/json is gone.',
    '内容类型 application/json 已删除。',
  ],
  [
    'a document that is gone',
    (now) => {
      delete (now as Partial<Documents>).store
    },
    true,
    'store.yaml\n   The whole document is gone.',
    'store.yaml\n   整份契约文档已删除。',
  ],
  [
    'another description',
    (now) => {
      const order = schema(now, 'seller', 'OrderId')
      order['description'] = json(`${order['description'] as unknown as string} Buyers see it.`)
    },
    false,
    'Texts and examples differ in 1 places',
    '有 1 处文字或示例不同',
  ],
]

describe('of two versions', () => {
  test.each(planted)('%s is told in both languages', (_what, plant, breaking, english, chinese) => {
    const [before, after] = [edition(), edition()]
    plant(after)
    const { changes, text } = reviewed(before, after)
    expect(changes.some((change) => change.breaking)).toBe(breaking)
    const [inEnglish = '', inChinese = ''] = text.split('\n\n# 自 v1 以来的契约变更')
    expect(inEnglish).toContain(english)
    expect(inChinese).toContain(chinese)
    expect(inEnglish).not.toMatch(/[\u4e00-\u9fff]/)
    expect(text).not.toMatch(
      /\{(member|was|now|sender|reader|caller|answerer|count|from|list)\}|undefined/,
    )
  })

  test('the breaking changes are told first', () => {
    const { text } = told((now) => {
      schema(now, 'seller', 'NewInstance', 'properties')['channel'] = json({ type: 'string' })
      delete at(now.management, 'paths', '/api/v1/keys')['get']
    })
    expect(text.indexOf('## Breaking (1)')).toBeLessThan(text.indexOf('## Compatible (1)'))
    expect(text.indexOf('The interface is gone')).toBeLessThan(text.indexOf('channel'))
  })

  test('a component that many operations use is one change', () => {
    const { changes } = told((now) => {
      schema(now, 'seller', 'ResultMsg')['maxLength'] = json(512)
    })
    expect(changes).toHaveLength(1)
    expect(changes[0]?.operations).toHaveLength(16)
  })

  test('the same one has no change, and it is said', () => {
    const { changes, text, isAllowed } = told(() => undefined)
    expect(changes).toEqual([])
    expect(text).toBe('Nothing has changed since v1.\n\n自 v1 以来没有变更。')
    expect(isAllowed).toBe(true)
  })
})

describe('of a list of values that comes or goes only that is told', () => {
  const statuses = { type: 'string', enum: ['FREEZE', 'UNFREEZE'] }
  const levels = { type: ['integer', 'null'], enum: [1, 2, 3, null] }
  type Case = [what: string, before: object, after: object, kinds: string[]]

  test.each<Case>([
    ['for any text', statuses, { type: 'string' }, ['values-unlimited']],
    [
      'for a text with room',
      statuses,
      { type: 'string', minLength: 1, maxLength: 64 },
      ['values-unlimited'],
    ],
    [
      'for a text of a form that all have',
      statuses,
      { type: 'string', pattern: '^[A-Z]+$' },
      ['values-unlimited'],
    ],
    [
      'for a text without its bounds',
      { ...statuses, minLength: 1, maxLength: 64, pattern: '^[A-Z]+$' },
      { type: 'string' },
      ['values-unlimited'],
    ],
    [
      'for a text that is too short',
      statuses,
      { type: 'string', maxLength: 6 },
      ['bound-narrowed', 'values-unlimited'],
    ],
    [
      'for a text of a form that one lacks',
      statuses,
      { type: 'string', pattern: '^F' },
      ['form-added', 'values-unlimited'],
    ],
    ['for any number', levels, { type: ['integer', 'null'] }, ['values-unlimited']],
    [
      'for a number with room',
      levels,
      { type: ['integer', 'null'], minimum: 0, maximum: 9 },
      ['values-unlimited'],
    ],
    [
      'for a number with too little',
      levels,
      { type: ['integer', 'null'], maximum: 2 },
      ['bound-narrowed', 'values-unlimited'],
    ],
    [
      'for a longer list',
      statuses,
      { ...statuses, enum: ['FREEZE', 'UNFREEZE', 'RELEASED'] },
      ['values-added'],
    ],
    ['for one value', statuses, { type: 'string', const: 'FREEZE' }, ['values-removed']],
    [
      'for the same one, said otherwise',
      { type: 'string', enum: ['FREEZE'] },
      { type: ['string'], const: 'FREEZE' },
      ['notation-changed'],
    ],
    ['instead of any text', { type: 'string' }, statuses, ['values-limited']],
    [
      'instead of a bounded text',
      { type: 'string', maxLength: 64, pattern: '^[A-Z]+$' },
      statuses,
      ['values-limited'],
    ],
    [
      'instead of a shorter text',
      { type: 'string', maxLength: 6 },
      statuses,
      ['bound-widened', 'values-limited'],
    ],
    ['instead of a number', { type: ['integer', 'null'] }, levels, ['values-limited']],
  ])('%s', (_what, before, after, kinds) => {
    const place = { pointer: '/status', uses: [], suffix: 'status', within: [] }
    const versions = { before: {}, after: {}, renamed: new Map<string, string>(), compareSchemas }
    const found = compareSchemas(before, after, place, versions)
    expect(found.map(({ kind }) => kind).sort()).toEqual(kinds)
    expect(found.filter(({ was, now }) => was === now)).toEqual([])
  })
})

describe('a breaking change is allowed', () => {
  const breakSeller = (now: Documents) => {
    json(schema(now, 'seller', 'ResultCode')['enum'])['14'] = json('000108')
  }

  test.each([
    ['never without a new version', '0.1.0', false],
    ['never with a new patch or minor version', '0.2.1', false],
    ['with a new major version', '1.0.0', true],
  ])('%s', (_when, version, isAllowed) => {
    const report = told((now) => {
      breakSeller(now)
      at(now.seller, 'info')['version'] = json(version)
    })
    expect(report.isAllowed).toBe(isAllowed)
    expect(report.text.includes('Breaking without a new major version: seller.yaml.')).toBe(
      !isAllowed,
    )
    expect(report.text.includes('主版本号没有升级：seller.yaml。')).toBe(!isAllowed)
  })

  test('in a document that is only added to never', () => {
    const report = told((now) => {
      delete schema(now, 'management', 'Instance', 'properties')['businessId']
      at(now.management, 'info')['version'] = json('1.0.0')
    })
    expect(report.isAllowed).toBe(false)
    expect(report.text).toContain('no version number allows a breaking change: management.yaml.')
    expect(report.text).toContain('任何版本号都不允许不兼容变更：management.yaml。')
  })

  test('in the edition that is the first to promise that', () => {
    const report = told((now, before) => {
      delete at(before.management, 'info')['x-additive']
      delete schema(now, 'management', 'Instance', 'properties')['businessId']
    })
    expect(report.isAllowed).toBe(true)
  })

  test('in the document with the new version only', () => {
    const report = told((now) => {
      breakSeller(now)
      at(now.management, 'info')['version'] = json('1.0.0')
    })
    expect(report.isAllowed).toBe(false)
  })
})

test('every kind of change breaks somebody, or nobody, and not both ways', () => {
  // What is narrowed and what is widened never break the same side.
  const pairs = [
    ['bound-narrowed', 'bound-widened'],
    ['types-narrowed', 'types-widened'],
    ['values-removed', 'values-added'],
    ['variant-removed', 'variant-added'],
    ['member-required', 'member-optional'],
    ['form-added', 'form-removed'],
    ['form-added', 'form-widened'],
  ] as const
  for (const [narrowed, widened] of pairs) {
    expect([breaks[narrowed], breaks[widened]]).toEqual(['sends', 'reads'])
  }
})
