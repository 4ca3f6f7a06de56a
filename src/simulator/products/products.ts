import type { PeriodType } from './period.ts'

/** What can be bought: another period of the same specification is another product with its sku. */
export interface Product {
  readonly productId: string
  readonly skuCode: string
  readonly productName: string
  readonly chargingMode: 'PERIOD' | 'ONE_TIME' | 'ON_DEMAND' | 'ON_DEMAND_PKG'
  readonly periodType?: PeriodType
}

const standard = {
  skuCode: '0a4d1578-5295-46a7-92d4-7c803dccc51d',
  chargingMode: 'PERIOD',
} as const
const professional = { ...standard, skuCode: '6b1f7c52-38a4-4e0d-9a55-1f0c2de7b981' }

/** The products of the simulated store. */
export const products = {
  standardYear: {
    ...standard,
    productId: 'OFFI846204237451911168',
    productName: 'SaaS示例商品,标准规格,标准版,包周期',
    periodType: 'year',
  },
  standardMonth: {
    ...standard,
    productId: 'OFFI846204237451911169',
    productName: 'SaaS示例商品,标准规格,标准版,包周期',
    periodType: 'month',
  },
  professionalYear: {
    ...professional,
    productId: 'OFFI461867333479178240',
    productName: 'SaaS示例商品,专业规格,专业版,包周期',
    periodType: 'year',
  },
  oneTime: {
    productId: 'OFFI529903146601975808',
    skuCode: 'd2c9a4be-0f3e-4c1b-8a63-77b1f9e4c0a5',
    productName: 'SaaS示例商品,实施服务,标准版,一次性',
    chargingMode: 'ONE_TIME',
  },
} as const satisfies Record<string, Product>
