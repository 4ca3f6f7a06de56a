import { z } from 'zod'

/*
 * A listing draft: what a seller is about to type into the store's console, written down. Everything may
 * be left out while it is not known yet; a rule that needs it then says so. Descriptions become those of
 * the JSON Schema that `koogate preflight --init` writes.
 */

const text = (description: string) => z.string().describe(description).optional()
const flag = (description: string) => z.boolean().describe(description).optional()
const count = (description: string) =>
  z.number().int().nonnegative().describe(description).optional()
const file = (description: string) =>
  z.string().min(1).describe(`${description}; a path beside this file / 本文件旁的路径`).optional()
const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'is a day, as 2026-01-31')
    .describe(description)
    .optional()

/** Access types (接入类型). */
const productKinds = [
  'SaaS',
  'License',
  'image',
  'service',
  'API',
  'hardware',
  'AI',
  'data',
  'container',
  'application',
] as const

/** Charging modes (计费模式). */
export const chargingModes = [
  'period',
  'one-time',
  'on-demand',
  'package',
  'per-use-package',
  'per-use',
  'per-piece',
] as const

/** Certification labels (认证标签) that need a certificate. */
export const labels = ['hybrid-cloud', 'kunpeng', 'iot', 'ascend', 'industrial-software'] as const

const seller = z.strictObject({
  account: z
    .enum(['main', 'iam-user', 'uipm'])
    .describe('Kind of the Huawei Cloud account / 账号类型')
    .optional(),
  realName: z
    .enum(['enterprise', 'personal', 'none'])
    .describe('Real-name authentication / 实名认证')
    .optional(),
  programmes: z
    .array(z.enum(['distribution', 'solution-partner', 'cloud-elite']))
    .describe(
      'Partner programmes that were joined: 经销商计划, 解决方案提供商计划, 云精英服务商计划',
    )
    .optional(),
  enteredBefore: flag(
    'The company has entered the store with another account / 公司已用其他账号入驻',
  ),
  staff: count('Technical and service staff / 技术与服务人员数'),
  founded: day('Day on which the company was founded / 公司成立日期'),
  registeredCapitalCny: count('Registered capital in CNY / 注册资本（元）'),
  serviceHoursPerWeek: count('Hours of customer service a week / 每周客服小时数'),
  website: text('Web site of the company / 公司网站'),
  logo: file('Logo of the company / 公司 logo'),
  introduction: text('Introduction of the company / 公司简介'),
  businessVerified: flag('商业信息认证 is passed'),
})

const price = z.strictObject({
  period: z.enum(['day', 'month', 'year']).describe('周期').optional(),
  productId: text('productId of this price'),
  yuan: z.number().nonnegative().describe('Price in yuan / 价格（元）').optional(),
})

const spec = z.strictObject({
  name: z.string().describe('Name of the specification / 规格名称'),
  skuCode: text('skuCode'),
  description: text('What it holds / 规格说明'),
  modes: z.array(z.enum(chargingModes)).min(1).describe('Charging modes / 计费模式'),
  prices: z.array(price).optional(),
  ordersPerUser: count('Most orders of one user / 每用户限购订单数'),
  packagesPerOrder: count('Most packages of one order / 单订单套餐包上限'),
  trialDays: count('Days of the free trial / 试用天数'),
})

const certificate = z.strictObject({
  label: z.enum(labels).describe('The label that it is for / 认证标签'),
  name: z.string().describe('Name of the product on it / 证书上的产品名称'),
  file: file('The certificate / 证书文件'),
})

const product = z.strictObject({
  name: z.string().describe('Name of the product / 商品名称'),
  kind: z.enum(productKinds).describe('Access type / 接入类型'),
  taxType: z.enum(['hardware', 'software', 'service']).describe('税务类型').optional(),
  jointOperation: flag('Joint operation / 联营'),
  publiclySold: flag('是否公开销售'),
  supervised: flag('涉及服务监管'),
  version: text('Version, as V1.0 / 版本'),
  logo: file('Logo of the product / 商品 logo'),
  pictures: z.array(z.string()).describe('Main pictures / 商品主图').optional(),
  brief: text('商品简介'),
  description: text('商品说明'),
  descriptionPictures: z.array(z.string()).describe('Pictures of 商品说明').optional(),
  labels: z.array(z.enum(labels)).describe('认证标签').optional(),
  certificates: z.array(certificate).optional(),
  copyright: z
    .strictObject({
      name: z.string().describe('Name of the software on it / 软件全称'),
      owner: z.string().describe('著作权人'),
      file: file('The certificate / 证书文件'),
    })
    .describe('软件著作权证书')
    .optional(),
  commitmentLetter: file('Letter of commitment of the owner / 承诺函'),
  support: z
    .strictObject({
      content: text('服务内容'),
      hours: text('服务时间'),
      phone: text('电话'),
      email: text('邮箱'),
    })
    .describe('服务与支持')
    .optional(),
  guide: file('使用指南'),
  deliveryTemplate: file('商品交付模板'),
  revenueShare: z.enum(['standard', 'other']).describe('分成规则').optional(),
  siblings: z
    .array(z.strictObject({ name: z.string(), kind: z.enum(productKinds) }))
    .describe('Other products of the seller with the same content / 同内容的其他商品')
    .optional(),
  specs: z.array(spec).min(1).describe('规格').optional(),
  trialFiled: flag('The trial is filed with the contact at Huawei / 试用已报备'),
  data: z
    .strictObject({
      letterOfCommitment: file('数据合规承诺函, signed and stamped'),
      rightsCertificate: file('数据确权登记证书'),
      complianceReport: text('合规评估报告: a path, or "not involved" / 不涉及'),
      qualityReport: text('数据质量评估报告: a path, or "not involved" / 不涉及'),
      items: file('The data, .xlsx / 数据文件'),
    })
    .describe('Data files / 数据文件')
    .optional(),
  image: z
    .strictObject({
      buildRegions: z.array(z.string()).describe('Regions of the build, as cn-north-4').optional(),
      systemDiskGb: count('Size of the system disk in GB'),
    })
    .optional(),
})

const saas = z.strictObject({
  generation: z.enum(['V1', 'V2']).describe('Generation of the interfaces / 接口版本').optional(),
  address: text('生产系统接口地址, with its path'),
  cases: z
    .array(z.string())
    .describe('Saved debug cases, by activity / 已保存的调试用例')
    .optional(),
  sellsUpgrades: flag('Upgrades are sold / 支持升级'),
  opens: z.enum(['on-purchase', 'after-acceptance']).describe('商品实例开通方式').optional(),
  encryption: z.enum(['AES128', 'AES256']).describe('敏感数据加密').optional(),
  serviceEncryption: z.enum(['AES128', 'AES256']).describe('What the server uses').optional(),
  extensionParameters: z.array(z.string()).describe('扩展参数').optional(),
  privacyFields: z
    .array(z.enum(['mobilePhone', 'email', 'IAM']))
    .describe('隐私字段')
    .optional(),
  retentionDays: count('Days for which data of an expired instance is kept / 到期后数据保留天数'),
  scanReport: file('安全扫描报告'),
  highRiskFindings: count('High-risk findings of the scan / 高危漏洞数'),
  highestCvss: z.number().min(0).max(10).describe('Highest CVSS that is not mended').optional(),
  appInfo: z
    .enum(['answer', 'message', 'none'])
    .describe(
      'How the buyer gets address and account: in the answer, by SMS or mail / 使用信息交付方式',
    )
    .optional(),
  welink: flag('A product for WeLink'),
})

const credential = z.strictObject({
  name: text('应用名称'),
  authentication: z.enum(['OAuth2.0', 'SDK']).describe('鉴权方式').optional(),
  address: text('生产地址, which is debugged and saved'),
  callback: text('回调地址'),
  loginAddressType: z.enum(['shared', 'own']).describe('共享域名 / 独立域名').optional(),
  loginUrl: text('应用登录地址'),
  publicKey: file('公钥, PEM'),
  padding: z.enum(['OAEP', 'PKCS1']).optional(),
  multipleInstances: flag('支持多实例绑定'),
  multipleInstancesBefore: flag('支持多实例绑定, as it is now'),
  products: z.array(z.string()).describe('Products that it is bound to / 已绑定商品').optional(),
  environment: z.enum(['production', 'test']).optional(),
})

const keys = z.strictObject({
  basic: text('Environment variable that holds the key of 基础接口'),
  kit: text('Environment variable that holds the key of 联营SaaS同步接口'),
  license: text('Environment variable that holds the key of License授权码交付接口'),
  order: text('Environment variable that holds the key of 通用接口'),
  v1: text('Environment variable that holds the Key of V1'),
  rebinding: flag('A bound key is about to be swapped / 正在更换已绑定密钥'),
})

/** The form of a listing draft. */
export const draftSchema = z.strictObject({
  $schema: z.string().optional(),
  seller: seller.describe('商家入驻').optional(),
  product: product.describe('商品'),
  saas: saas.describe('SaaS 接入').optional(),
  credential: credential.describe('应用凭证').optional(),
  keys: keys.describe('密钥').optional(),
  orderNotification: z
    .strictObject({ address: text('订单通知地址, https://domain[:port](/path)') })
    .optional(),
})

/** A listing draft that has the form. */
export type Draft = z.infer<typeof draftSchema>
export type Spec = z.infer<typeof spec>
export type ProductKind = (typeof productKinds)[number]
export type ChargingMode = (typeof chargingModes)[number]
export type Label = (typeof labels)[number]
