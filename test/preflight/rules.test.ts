import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Draft } from '../../src/preflight/draft.ts'
import { fileReader } from '../../src/preflight/files.ts'
import { preflight } from '../../src/preflight/preflight.ts'
import { DraftError, readDraft } from '../../src/preflight/read-draft.ts'
import type { KeyType } from '../../src/preflight/rule.ts'
import { preflightRules } from '../../src/preflight/rules/index.ts'
import { dataDraft, imageDraft, jointDraft, saasDraft } from './drafts.ts'
import { filesOfDrafts } from './files.ts'

const folder = filesOfDrafts()
afterAll(() => rmSync(folder, { recursive: true }))

const allDifferent = (type: KeyType): string | undefined => `key of ${type}`

function judge(draft: Draft, key = allDifferent) {
  const source = stringify(draft)
  const subject = { today: new Date('2026-11-26'), key, file: fileReader(folder), live: undefined }
  return preflight(readDraft(source), subject)
}

type Spoil = (draft: Draft) => void
const drafts = { saas: saasDraft, joint: jointDraft, data: dataDraft, image: imageDraft }
type Kind = keyof typeof drafts

/** A draft that breaks one rule in one place: the rule, the draft, what is spoiled, the place's name. */
type Case = readonly [rule: string, kind: Kind, place: string, spoil: Spoil]

const seller =
  (change: Draft['seller']): Spoil =>
  (draft) =>
    Object.assign(draft.seller ?? {}, change)
const product =
  (change: Partial<Draft['product']>): Spoil =>
  (draft) =>
    Object.assign(draft.product, change)
const saas =
  (change: Draft['saas']): Spoil =>
  (draft) =>
    Object.assign(draft.saas ?? {}, change)
const credential =
  (change: Draft['credential']): Spoil =>
  (draft) =>
    Object.assign(draft.credential ?? {}, change)
const spec =
  (change: object): Spoil =>
  (draft) =>
    Object.assign(draft.product.specs?.[0] ?? {}, change)
const without =
  (case_: string): Spoil =>
  (draft) =>
    saas({ cases: draft.saas?.cases?.filter((one) => one !== case_) })(draft)
const v1: Spoil = saas({
  generation: 'V1',
  cases: ['newInstance', 'releaseInstance', 'refreshInstance', 'expireInstance'],
})

const cases: readonly Case[] = [
  ['REG-2', 'saas', 'seller.realName', seller({ realName: 'none' })],
  ['REG-3', 'saas', 'seller.account', seller({ account: 'iam-user' })],
  ['REG-4', 'saas', 'seller.account', seller({ account: 'uipm' })],
  ['REG-5', 'saas', 'seller.programmes[0]', seller({ programmes: ['distribution'] })],
  ['REG-6', 'saas', 'seller.enteredBefore', seller({ enteredBefore: true })],
  ['REG-7', 'saas', 'seller.staff', seller({ staff: 14 })],
  ['REG-7', 'saas', 'seller.founded', seller({ founded: '2026-01-31' })],
  ['REG-7', 'saas', 'seller.registeredCapitalCny', seller({ registeredCapitalCny: 499_999 })],
  ['REG-7', 'saas', 'seller.serviceHoursPerWeek', seller({ serviceHoursPerWeek: 39 })],
  [
    'REG-8',
    'saas',
    'seller.serviceHoursPerWeek',
    seller({ realName: 'personal', serviceHoursPerWeek: 39 }),
  ],
  ['REG-9', 'saas', 'seller.website', seller({ website: 'seller.example.com' })],
  ['REG-9', 'saas', 'seller.introduction', seller({ introduction: '见 www.example.com' })],
  ['REG-9', 'saas', 'seller.logo', seller({ logo: 'no-picture.png' })],
  ['REG-13', 'saas', 'seller.businessVerified', seller({ businessVerified: false })],
  ['CHG-1', 'saas', 'product.specs[0].modes[1]', spec({ modes: ['period', 'per-use'] })],
  ['CHG-2', 'saas', 'product.taxType', product({ taxType: 'software' })],
  ['CHG-3', 'data', 'product.specs[0].modes', spec({ modes: ['one-time', 'period'] })],
  ['CHG-5', 'saas', 'product.specs[0].prices', spec({ prices: [{ productId: 'p', yuan: 0 }] })],
  ['CHG-6', 'saas', 'product.specs[0]', spec({ name: '标准版含驻场' })],
  [
    'CHG-8',
    'saas',
    'product.specs[0].packagesPerOrder',
    spec({ modes: ['period', 'package'], packagesPerOrder: 31 }),
  ],
  [
    'CHG-9',
    'saas',
    'product.specs[0].prices[1].productId',
    spec({ prices: [{ productId: 'p' }, { productId: 'p' }] }),
  ],
  ['LST-2', 'saas', 'product.name', product({ name: '云协作项目管理 V2.0' })],
  ['LST-2', 'saas', 'product.name', product({ name: '云协作项目管理 13800138000' })],
  ['LST-2', 'saas', 'product.name', product({ name: '顶级云协作项目管理' })],
  [
    'LST-2',
    'saas',
    'product.name',
    product({ copyright: { name: '财务助手', owner: '示例公司', file: 'paper.pdf' } }),
  ],
  [
    'LST-3',
    'saas',
    'product.name',
    product({ siblings: [{ name: '云协作项目管理独立部署', kind: 'License' }] }),
  ],
  ['LST-4', 'saas', 'product.version', product({ version: 'v0.1' })],
  ['LST-5', 'saas', 'product.logo', product({ logo: 'large-logo.png' })],
  ['LST-5', 'saas', 'product.logo', product({ logo: 'renamed.jpg' })],
  ['LST-5', 'saas', 'product.logo', product({ logo: 'nowhere.png' })],
  ['LST-6', 'saas', 'product.pictures[1]', product({ pictures: ['main.png', 'detail.png'] })],
  [
    'LST-7',
    'saas',
    'product.description',
    product({ description: '太短', descriptionPictures: [] }),
  ],
  ['LST-7', 'saas', 'product.description', product({ description: '价格面议' })],
  [
    'LST-7',
    'saas',
    'product.descriptionPictures[0]',
    product({ descriptionPictures: ['narrow.png'] }),
  ],
  [
    'LST-7',
    'saas',
    'product.descriptionPictures',
    product({ descriptionPictures: Array<string>(6).fill('detail.png') }),
  ],
  ['LST-8', 'saas', 'product.specs[0].name', spec({ name: '年' })],
  ['LST-8', 'saas', 'product.specs[0].name', spec({ name: '用户'.repeat(26) })],
  [
    'LST-10',
    'saas',
    'product.support.phone',
    product({ support: { content: '咨询', hours: '9-18', email: 'a@example.com' } }),
  ],
  ['LST-11', 'saas', 'product.guide', product({ guide: 'guide.exe' })],
  ['LST-11', 'saas', 'product.guide', product({ guide: 'heavy.pdf' })],
  [
    'LST-12',
    'saas',
    'product.copyright.file',
    product({ copyright: { name: '云协作项目管理', owner: '示例公司', file: 'guide.exe' } }),
  ],
  ['LST-13', 'saas', 'product.revenueShare', product({ revenueShare: 'other' })],
  [
    'LST-15',
    'saas',
    'product.deliveryTemplate',
    (draft) => {
      product({ supervised: true })(draft)
      saas({ opens: 'after-acceptance' })(draft)
    },
  ],
  [
    'LST-19',
    'data',
    'product.data.items',
    (draft) => Object.assign(draft.product.data ?? {}, { items: 'items.csv' }),
  ],
  [
    'LST-19',
    'data',
    'product.data.qualityReport',
    (draft) => Object.assign(draft.product.data ?? {}, { qualityReport: 'nowhere.pdf' }),
  ],
  ['HYB-1', 'image', 'product.brief', product({ brief: '镜像' })],
  [
    'HYB-2',
    'saas',
    'product.labels',
    product({ brief: '支持混合云', description: '混合云'.repeat(150) }),
  ],
  ['HYB-3', 'image', 'product.labels', product({ certificates: [] })],
  [
    'HYB-5',
    'image',
    'product.certificates[0].name',
    product({ certificates: [{ label: 'kunpeng', name: '别的产品', file: 'paper.pdf' }] }),
  ],
  [
    'HYB-6',
    'image',
    'product.image.buildRegions[0]',
    product({ image: { buildRegions: ['cn-north-1'] } }),
  ],
  ['SAAS-2', 'saas', 'saas.address', saas({ address: 'http://seller.example.com/main/saas' })],
  ['SAAS-2', 'saas', 'saas.address', saas({ address: 'https://192.0.2.1/main/saas' })],
  ['SAAS-2', 'saas', 'saas.address', saas({ address: 'https://localhost/main/saas' })],
  ['SAAS-4', 'saas', 'saas.cases', without('updateInstanceStatus')],
  ['SAAS-4', 'joint', 'saas.cases', without('authSync')],
  ['SAAS-6', 'saas', 'saas.opens', saas({ opens: 'after-acceptance' })],
  [
    'SAAS-7',
    'saas',
    'saas.extensionParameters',
    saas({ extensionParameters: ['a', 'b', 'c', 'd'] }),
  ],
  ['SAAS-8', 'saas', 'saas.privacyFields[1]', saas({ privacyFields: ['email', 'IAM'] })],
  ['SAAS-10', 'saas', 'saas.highRiskFindings', saas({ highRiskFindings: 1 })],
  ['SAAS-10', 'saas', 'saas.highestCvss', saas({ highestCvss: 7 })],
  ['SAAS-13', 'saas', 'product.publiclySold', saas({ welink: true })],
  ['SAAS-14', 'saas', 'saas.retentionDays', saas({ retentionDays: 14 })],
  ['SAAS-15', 'saas', 'saas.appInfo', saas({ appInfo: 'none' })],
  [
    'KEY-3',
    'saas',
    'keys.rebinding',
    (draft) => Object.assign(draft.keys ?? {}, { rebinding: true }),
  ],
  ['KEY-5', 'joint', 'credential.callback', credential({ callback: 'https://192.0.2.1/callback' })],
  [
    'KEY-7',
    'saas',
    'orderNotification.address',
    (draft) => void (draft.orderNotification = { address: 'https://192.0.2.1/' }),
  ],
  [
    'KEY-8',
    'image',
    'orderNotification',
    (draft) => void (draft.orderNotification = { address: 'https://seller.example.com' }),
  ],
  ['CRED-1', 'joint', 'credential.name', credential({ name: '' })],
  ['CRED-2', 'joint', 'credential.callback', credential({ callback: 'nowhere' })],
  ['CRED-3', 'joint', 'credential.loginUrl', credential({ loginUrl: '' })],
  ['CRED-4', 'joint', 'credential.multipleInstances', credential({ multipleInstances: false })],
  ['CRED-5', 'joint', 'credential.publicKey', credential({ publicKey: 'short.pem' })],
  ['CRED-5', 'joint', 'credential.publicKey', credential({ publicKey: 'private.pem' })],
  ['CRED-5', 'joint', 'credential.padding', credential({ padding: 'PKCS1' })],
  ['CRED-8', 'joint', 'credential.environment', credential({ environment: 'test' })],
  ['CRED-8', 'joint', 'credential.address', credential({ address: 'https://test.example.com' })],
  ['CRED-10', 'joint', 'credential.products[0]', credential({ products: ['别的产品'] })],
  ['TRY-3', 'saas', 'product.specs[0].trialDays', spec({ trialDays: 2 })],
  ['TRY-3', 'saas', 'product.specs[0].trialDays', spec({ trialDays: 181 })],
  [
    'TRY-1',
    'data',
    'product.specs[0].trialDays',
    (draft) => {
      product({ taxType: 'service' })(draft)
      spec({ trialDays: 15, modes: ['period'] })(draft)
    },
  ],
  [
    'TRY-2',
    'saas',
    'product.specs[0].trialDays',
    (draft) => {
      spec({ modes: ['one-time'] })(draft)
    },
  ],
  ['TRY-5', 'joint', 'product.trialFiled', product({ trialFiled: false })],
]

const elsewhere = ['CHG-4', 'SAAS-3', 'SAAS-5', 'SAAS-9', 'KEY-2']

describe('a draft', () => {
  test.each(Object.keys(drafts) as Kind[])('of kind %s that is right has no finding', (kind) => {
    expect(judge(drafts[kind]()).findings).toEqual([])
  })

  test.each(cases)('breaks %s alone (%s) at %s', (rule, kind, place, spoil) => {
    const draft = drafts[kind]()
    spoil(draft)
    const { findings } = judge(draft)
    const places = new Set(findings.map((one) => `${one.rule.id} ${one.name}`))
    expect([...places]).toEqual([`${rule} ${place}`])
    const [found] = findings
    expect(found?.message.zh).toMatch(/\p{Script=Han}/u)
  })

  test('of V1 needs the cases of its modes, and V1 is closed to new products', () => {
    const draft = saasDraft()
    v1(draft)
    saas({ encryption: 'AES256', serviceEncryption: 'AES128' })(draft)
    const found = () => judge(draft).findings.map(({ rule }) => rule.id)
    expect(found()).toEqual(['SAAS-5', 'SAAS-9'])
    without('expireInstance')(draft)
    expect(found().toSorted()).toEqual(['SAAS-3', 'SAAS-5', 'SAAS-9'])
  })

  test('whose interface types share a key is told which', () => {
    const { findings } = judge(saasDraft(), () => 'one key')
    expect(findings.map((one) => [one.rule.id, one.name])).toEqual([['KEY-2', 'keys.order']])
    expect(judge(saasDraft(), () => undefined).unjudged).toContainEqual(
      expect.objectContaining({
        needs: ['the environment variable BASIC', 'the environment variable ORDER'],
      }),
    )
  })

  test('of an API that gives a package away limits it to one order', () => {
    const draft = saasDraft()
    const specs = [{ name: '体验包', modes: ['per-use-package' as const], prices: [{ yuan: 0 }] }]
    const api = { ...draft.product, kind: 'API' as const, specs }
    expect(judge({ product: api }).findings.map(({ rule }) => rule.id)).toEqual(['CHG-4'])
    const limited = specs.map((one) => ({ ...one, ordersPerUser: 1 }))
    expect(judge({ product: { ...api, specs: limited } }).findings).toEqual([])
  })

  test('that says little is told what each rule needs, and nothing of what is missing is called wrong', () => {
    const { findings, unjudged, judged } = judge({ product: { name: '云协作', kind: 'SaaS' } })
    expect(findings).toEqual([])
    expect(unjudged.length).toBeGreaterThan(30)
    for (const { needs } of unjudged) expect(needs.join()).toMatch(/\w/)
    const about = judged.length + unjudged.length
    expect(about).toBeLessThan(preflightRules.length)
  })

  test('meets every rule of the files in some case here', () => {
    const met = new Set([...cases.map(([rule]) => rule), ...elsewhere])
    const ofFiles = preflightRules.filter(({ id }) => !id.startsWith('DBG'))
    expect(ofFiles.filter(({ id }) => !met.has(id)).map(({ id }) => id)).toEqual([])
  })
})

test.each(['en', 'zh'] as const)(
  'the page of rules (%s) has each of them as the code has it',
  (language) => {
    const page = readFileSync(`docs/${language}/preflight.md`, 'utf8')
    const rows = preflightRules.map(
      ({ id, title, source }) => `| ${id} | [${title[language]}](${source.url})`,
    )
    expect(rows.filter((row) => !page.includes(row))).toEqual([])
    expect(page.match(/^\| [A-Z]+-\d+ \|/gm)).toHaveLength(preflightRules.length)
  },
)

test.each([
  ['that names nothing', 'version: *nothing'],
  ['that multiplies', ['a: &a [x, x, x, x]', ...multiplied()].join('\n')],
])('an alias %s is a fault of the draft', (_what, source) => {
  expect(() => readDraft(source)).toThrow(DraftError)
})

function multiplied(): readonly string[] {
  return Array.from('bcdefghi', (name, at) => {
    const before = `*${'abcdefgh'[at]}`
    return `${name}: &${name} [${Array(8).fill(before).join(', ')}]`
  })
}

test('a link to itself, and a name that no file can have, are files that are not there', () => {
  const links = mkdtempSync(join(tmpdir(), 'koogate-links-'))
  symlinkSync('loop.png', join(links, 'loop.png'))
  const read = fileReader(links)
  expect([read('loop.png'), read('a\u0000b')]).toEqual([undefined, undefined])
  rmSync(links, { recursive: true })
})
