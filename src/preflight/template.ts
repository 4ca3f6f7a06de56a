import { z } from 'zod'
import { draftSchema } from './draft.ts'

/** The JSON Schema of a listing draft, which editors complete and check by. */
export function draftJsonSchema(): object {
  return {
    title: 'Listing draft of a product in the store / 商品上架草稿',
    ...z.toJSONSchema(draftSchema),
  }
}

/** A draft to begin with; it names the schema that lies beside it. */
export const draftTemplate = `# yaml-language-server: $schema=./listing.schema.json
# What you are about to type into the store's console. Leave out what you do not know yet.
# 即将填入云商店控制台的内容；尚未确定的可先不写。
seller:
  account: main            # main, iam-user, uipm
  realName: enterprise     # enterprise, personal, none
  programmes: []
  enteredBefore: false
  businessVerified: true
product:
  name: 示例项目管理
  kind: SaaS
  jointOperation: false
  publiclySold: true
  supervised: false
  version: V1.0
  revenueShare: standard
  # logo: logo.png         # 120 x 120 px
  # pictures: [main.png]   # 800 x 600 px
  # description: ...       # 400 characters or more
  support:
    content: 产品咨询与故障处理
    hours: 工作日 9:00-18:00
    phone: 400-000-0000
    email: support@example.com
  specs:
    - name: 标准版 50 用户
      skuCode: sku-standard
      modes: [period]
      prices:
        - { period: month, productId: product-month, yuan: 99 }
        - { period: year, productId: product-year, yuan: 999 }
saas:
  generation: V2
  address: https://seller.example.com/main/saas
  opens: on-purchase
  retentionDays: 15
  appInfo: answer
  cases: [newInstance, queryInstance, refreshInstance, updateInstanceStatus, releaseInstance]
keys:
  # Names of environment variables, never the keys themselves.
  # 填写环境变量名，不要写密钥本身。
  basic: KOOGATE_BASIC_KEY
  # order: KOOGATE_ORDER_KEY
`
