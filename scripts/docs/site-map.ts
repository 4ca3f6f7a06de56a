import type { DocumentName } from './contract-documents.ts'
import type { Language } from './language.ts'

/** A group of the navigation: its name in each language, and its guide pages in reading order. */
export interface Group {
  readonly name: Readonly<Record<Language, string>>
  readonly pages: readonly string[]
}

/** The guide pages, docs/<language>/<page>.md. The last group takes in the references, too. */
export const groups: readonly Group[] = [
  { name: { en: 'Start', zh: '入门' }, pages: ['quick-start', 'going-live'] },
  {
    name: { en: 'Understand', zh: '理解' },
    pages: ['life-cycle', 'licenses', 'kit', 'idempotency-and-retries', 'retry-windows', 'errors'],
  },
  {
    name: { en: 'Sign', zh: '签名' },
    pages: ['signing-v2', 'signing-v1', 'signing-kit', 'signing-ak-sk', 'signing-usage'],
  },
  { name: { en: 'Run', zh: '运行' }, pages: ['testing', 'operations', 'management-api', 'client'] },
  { name: { en: 'Reference', zh: '接口参考' }, pages: ['interfaces'] },
]

export const guidePages: readonly string[] = groups.flatMap(({ pages }) => pages)

/** The page that shows a document of the contract. */
export const referencePage = (document: DocumentName) => `reference-${document}`

/** What the reference pages are called and say of themselves. */
export const references: Readonly<
  Record<DocumentName, Readonly<Record<Language, { title: string; description: string }>>>
> = {
  seller: {
    en: {
      title: 'Seller contract',
      description: 'What the store calls on the seller: every field, example and result code.',
    },
    zh: {
      title: '商家侧契约',
      description: '云商店调用商家的接口：全部字段、示例与结果码。',
    },
  },
  store: {
    en: {
      title: 'Store contract',
      description: 'What the seller calls on the store, with signing, hosts and error codes.',
    },
    zh: {
      title: '云商店侧契约',
      description: '商家调用云商店的开放接口：签名、域名与错误码。',
    },
  },
  management: {
    en: {
      title: 'Management contract',
      description: "What the seller's product and operators call on Koogate.",
    },
    zh: {
      title: '管理接口契约',
      description: '商家自己的产品与运维人员调用 Koogate 的接口。',
    },
  },
}
