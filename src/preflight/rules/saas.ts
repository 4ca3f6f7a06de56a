import { isIP } from 'node:net'
import { type PreflightRule, needs, problem, told } from '../rule.ts'
import { sources } from '../sources.ts'
import { documentProblems } from './pictures.ts'

const isSaas: PreflightRule['appliesTo'] = ({ product }) => product.kind === 'SaaS'

/** What the store wants of a SaaS product and its server. */
export const saasRules: readonly PreflightRule[] = [
  {
    id: 'SAAS-2',
    severity: 'error',
    source: sources.keys,
    title: {
      en: 'The production address is a domain, served by https',
      zh: '生产地址为域名并使用 https',
    },
    appliesTo: isSaas,
    judge({ draft: { saas } }) {
      if (saas?.address === undefined) return needs('saas.address')
      const path = ['saas', 'address']
      const url = URL.parse(saas.address)
      if (url === null) return [problem(path, 'It is no address.', '不是有效地址。')]
      const host = url.hostname.replace(/^\[|\]$/g, '')
      return [
        ...(url.protocol === 'https:'
          ? []
          : [problem(path, 'It has to be https.', '须使用 https。')]),
        ...(isIP(host)
          ? [problem(path, `${host} is an IP, not a domain.`, `${host} 是 IP，须使用域名。`)]
          : []),
        ...(isIP(host) || host.includes('.')
          ? []
          : [problem(path, `${host} is no public domain.`, `${host} 不是公网域名。`)]),
      ]
    },
  },
  {
    id: 'SAAS-5',
    severity: 'error',
    source: sources.saasRelease,
    title: { en: 'A new product uses V2.0', zh: '新上架商品使用 V2.0' },
    appliesTo: isSaas,
    judge: ({ draft: { saas } }) =>
      told(
        saas?.generation,
        'saas.generation',
        (value) =>
          value === 'V1' &&
          problem(
            ['saas', 'generation'],
            'V1 is closed to new products.',
            'V1.0 已不再接受新商品。',
          ),
      ),
  },
  {
    id: 'SAAS-6',
    severity: 'error',
    source: sources.newInstanceV1,
    title: {
      en: 'With service supervision an instance is opened after acceptance, without it at the purchase',
      zh: '涉及服务监管时验收后开通，否则购买后同步开通',
    },
    appliesTo: isSaas,
    judge({ draft: { product, saas } }) {
      if (product.supervised === undefined || saas?.opens === undefined) {
        return needs('product.supervised', 'saas.opens')
      }
      const right = product.supervised ? 'after-acceptance' : 'on-purchase'
      return saas.opens === right
        ? []
        : [
            problem(
              ['saas', 'opens'],
              `It has to be ${right}; supervision cannot be changed after listing.`,
              `应为 ${right}；上架后不能更改是否涉及服务监管。`,
            ),
          ]
    },
  },
  {
    id: 'SAAS-7',
    severity: 'error',
    source: sources.saasListing,
    title: { en: 'At most 3 extension parameters', zh: '扩展参数最多 3 个' },
    appliesTo: isSaas,
    judge: ({ draft: { saas } }) =>
      told(
        saas?.extensionParameters,
        'saas.extensionParameters',
        (value) =>
          value.length > 3 &&
          problem(
            ['saas', 'extensionParameters'],
            `${value.length} are over 3.`,
            `${value.length} 个，超过 3 个。`,
          ),
      ),
  },
  {
    id: 'SAAS-8',
    severity: 'error',
    source: sources.newInstanceV1,
    title: { en: 'New products get no data of IAM sub-users', zh: '新商品不能申请 IAM 子用户信息' },
    appliesTo: isSaas,
    judge: ({ draft: { saas } }) =>
      told(saas?.privacyFields, 'saas.privacyFields', (value) => {
        const at = value.indexOf('IAM')
        return (
          at !== -1 &&
          problem(
            ['saas', 'privacyFields', at],
            'Not since 2025-10-25.',
            '自 2025-10-25 起不再提供。',
          )
        )
      }),
  },
  {
    id: 'SAAS-9',
    severity: 'error',
    source: sources.saasListing,
    title: {
      en: 'The server encrypts with the length chosen at listing',
      zh: '服务端加密长度与上架所选一致',
    },
    appliesTo: (draft) => isSaas(draft) && draft.saas?.generation === 'V1',
    judge({ draft: { saas } }) {
      const { encryption, serviceEncryption } = saas ?? {}
      if (encryption === undefined || serviceEncryption === undefined) {
        return needs('saas.encryption', 'saas.serviceEncryption')
      }
      return encryption === serviceEncryption
        ? []
        : [
            problem(
              ['saas', 'serviceEncryption'],
              `The listing has ${encryption}.`,
              `上架所选为 ${encryption}。`,
            ),
          ]
    },
  },
  {
    id: 'SAAS-10',
    severity: 'error',
    source: sources.saasListing,
    title: {
      en: 'A scan report is attached: no high-risk finding, nothing of CVSS 7.0 or more',
      zh: '附安全扫描报告：无高危漏洞，无 CVSS ≥ 7.0 的未修复项',
    },
    appliesTo: isSaas,
    judge(subject) {
      const { scanReport, highRiskFindings = 0, highestCvss = 0 } = subject.draft.saas ?? {}
      if (scanReport === undefined) return needs('saas.scanReport')
      return [
        ...documentProblems(subject, ['saas', 'scanReport'], scanReport, {}),
        ...(highRiskFindings > 0
          ? [
              problem(
                ['saas', 'highRiskFindings'],
                `${highRiskFindings} high-risk findings; one is too many.`,
                `存在 ${highRiskFindings} 个高危漏洞。`,
              ),
            ]
          : []),
        ...(highestCvss >= 7
          ? [
              problem(
                ['saas', 'highestCvss'],
                `CVSS ${highestCvss} has to be mended.`,
                `CVSS ${highestCvss} 须先修复。`,
              ),
            ]
          : []),
      ]
    },
  },
  {
    id: 'SAAS-13',
    severity: 'error',
    source: sources.saasListing,
    title: { en: 'A WeLink product is sold hidden', zh: 'WeLink 商品须选择隐藏销售' },
    appliesTo: (draft) => isSaas(draft) && draft.saas?.welink === true,
    judge: ({ draft: { product } }) =>
      told(
        product.publiclySold,
        'product.publiclySold',
        (value) => value && problem(['product', 'publiclySold'], 'Choose "no".', '请选择“否”。'),
      ),
  },
  {
    id: 'SAAS-14',
    severity: 'error',
    source: sources.saasV2,
    title: {
      en: 'Data of an expired instance is kept for 15 days',
      zh: '到期实例的数据保留不少于 15 天',
    },
    appliesTo: isSaas,
    judge: ({ draft: { saas } }) =>
      told(
        saas?.retentionDays,
        'saas.retentionDays',
        (days) =>
          days < 15 &&
          problem(
            ['saas', 'retentionDays'],
            `${days} days are under 15.`,
            `${days} 天，少于 15 天。`,
          ),
      ),
  },
  {
    id: 'SAAS-15',
    severity: 'error',
    source: sources.queryInstance,
    title: {
      en: 'The buyer gets address and account: in the answer, or by SMS or mail',
      zh: '通过接口响应或短信/邮件向买家提供使用信息',
    },
    appliesTo: isSaas,
    judge: ({ draft: { saas } }) =>
      told(
        saas?.appInfo,
        'saas.appInfo',
        (value) =>
          value === 'none' &&
          problem(
            ['saas', 'appInfo'],
            'Answer appInfo, or send it.',
            '请在响应中返回 appInfo，或通过短信/邮件发送。',
          ),
      ),
  },
]
