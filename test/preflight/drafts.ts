import type { Draft } from '../../src/preflight/draft.ts'

const enough = '本产品面向中小企业提供项目协作能力。'.repeat(25)

/** A draft of a SaaS product by period that breaks no rule. */
export function saasDraft(): Draft {
  return {
    seller: {
      account: 'main',
      realName: 'enterprise',
      programmes: [],
      enteredBefore: false,
      staff: 20,
      founded: '2020-01-31',
      registeredCapitalCny: 1_000_000,
      serviceHoursPerWeek: 40,
      website: 'https://seller.example.com',
      logo: 'logo.png',
      introduction: '专注项目协作',
      businessVerified: true,
    },
    product: {
      name: '云协作项目管理',
      kind: 'SaaS',
      taxType: 'service',
      jointOperation: false,
      publiclySold: true,
      supervised: false,
      version: 'V1.0',
      revenueShare: 'standard',
      logo: 'logo.png',
      pictures: ['main.png'],
      brief: '项目协作',
      description: enough,
      descriptionPictures: ['detail.png'],
      copyright: { name: '云协作项目管理软件', owner: '示例公司', file: 'paper.pdf' },
      support: { content: '咨询', hours: '9-18', phone: '400-000-0000', email: 'a@example.com' },
      guide: 'guide.pdf',
      siblings: [],
      specs: [
        {
          name: '标准版 50 用户',
          skuCode: 'sku-1',
          modes: ['period'],
          prices: [
            { period: 'month', productId: 'p-1', yuan: 99 },
            { period: 'year', productId: 'p-2', yuan: 999 },
          ],
          trialDays: 15,
        },
      ],
    },
    saas: {
      generation: 'V2',
      address: 'https://seller.example.com/main/saas',
      opens: 'on-purchase',
      extensionParameters: [],
      privacyFields: ['email'],
      retentionDays: 15,
      scanReport: 'paper.pdf',
      highRiskFindings: 0,
      appInfo: 'answer',
      cases: [
        ...['newInstance', 'queryInstance', 'refreshInstance'],
        ...['updateInstanceStatus', 'releaseInstance'],
      ],
    },
    keys: { basic: 'BASIC', order: 'ORDER', rebinding: false },
    orderNotification: { address: 'https://seller.example.com:8443/main/orders' },
  }
}

/** A draft of a product of joint operation that breaks no rule. */
export function jointDraft(): Draft {
  const draft = saasDraft()
  const kit = ['tenantSync', 'applicationSync', 'authSync', 'singleOrgSync', 'allOrgSync']
  return {
    ...draft,
    product: { ...draft.product, jointOperation: true, trialFiled: true },
    saas: { ...draft.saas, cases: [...(draft.saas?.cases ?? []), ...kit] },
    credential: {
      name: '云协作',
      authentication: 'OAuth2.0',
      address: 'https://seller.example.com',
      callback: 'https://seller.example.com/sso/main/callback',
      loginAddressType: 'shared',
      loginUrl: 'https://seller.example.com/sso/main/login',
      publicKey: 'public.pem',
      padding: 'OAEP',
      multipleInstances: true,
      multipleInstancesBefore: true,
      products: ['云协作项目管理'],
      environment: 'production',
    },
  }
}

/** A draft of a data file that breaks no rule. */
export function dataDraft(): Draft {
  const { seller, product } = saasDraft()
  return {
    ...(seller && { seller }),
    product: {
      ...product,
      kind: 'data',
      taxType: 'software',
      specs: [{ name: '全量数据', modes: ['one-time'], skuCode: 'sku-1' }],
      data: {
        letterOfCommitment: 'paper.pdf',
        rightsCertificate: 'paper.pdf',
        complianceReport: '不涉及',
        qualityReport: 'paper.pdf',
        items: 'items.xlsx',
      },
    },
  }
}

/** A draft of a Kunpeng image that breaks no rule. */
export function imageDraft(): Draft {
  const { seller, product } = saasDraft()
  const text = `${enough}支持鲲鹏`
  return {
    ...(seller && { seller }),
    product: {
      ...product,
      kind: 'image',
      brief: '支持鲲鹏',
      description: text,
      labels: ['kunpeng'],
      certificates: [{ label: 'kunpeng', name: product.name, file: 'paper.pdf' }],
      image: { buildRegions: ['cn-north-4'] },
      specs: [{ name: '标准版', modes: ['period'], skuCode: 'sku-1' }],
    },
  }
}
