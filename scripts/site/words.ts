import type { Language } from '../shared/languages.ts'
import type { DocumentName } from './contract-documents.ts'
import type { Direction } from './interfaces.ts'

/** What is written around the contract's own words. */
export const words = {
  en: {
    heads: ['Call', 'What', 'Key', 'What makes a repeat', 'Retry window', 'Source'],
    fieldHeads: ['Field', 'Type', 'Required', 'Meaning'],
    facts: ['Direction', 'Call', 'Key', 'What makes a repeat', 'Retry window', 'Source'],
    none: 'none',
    own: 'our own',
    yes: 'yes',
    colon: ': ',
    parameters: 'Parameters',
    request: 'Request',
    answer: 'Answer',
    example: 'Example',
    whole: 'Everything about this document on one page',
    reference: 'Needs JavaScript. The document itself',
    loading: 'Loading the contract…',
    changes: { whole: 'All versions as one file', one: 'Download' },
    directions: {
      'store-seller': 'The store calls the seller',
      'seller-store': 'The seller calls the store',
      'product-koogate': 'Your product and operators call Koogate',
      'koogate-product': 'Koogate calls your product',
    },
  },
  zh: {
    heads: ['调用', '用途', '密钥', '重复调用的判定', '重试窗口', '出处'],
    fieldHeads: ['字段', '类型', '必填', '含义'],
    facts: ['方向', '调用', '密钥', '重复调用的判定', '重试窗口', '出处'],
    none: '无',
    own: 'Koogate 自有',
    yes: '是',
    colon: '：',
    parameters: '参数',
    request: '请求',
    answer: '应答',
    example: '示例',
    whole: '在一页中查看整份契约',
    reference: '本页需要启用 JavaScript。也可以直接打开契约文件',
    loading: '正在加载契约……',
    changes: { whole: '下载全部版本', one: '下载' },
    directions: {
      'store-seller': '云商店调用商家',
      'seller-store': '商家调用云商店',
      'product-koogate': '您的产品和运维人员调用 Koogate',
      'koogate-product': 'Koogate 调用您的产品',
    },
  },
} as const satisfies Record<
  Language,
  { directions: Record<Direction, string> } & Record<string, unknown>
>

export type Words = (typeof words)[Language]

/** The page on which Redoc shows a document of the contract. */
export const referencePage = (document: DocumentName) => `reference-${document}`
