import type { Source } from '../conform/rule.ts'

const root = 'https://support.huaweicloud.com'

function page(title: string, path: string): Source {
  return { title, url: `${root}/${path}` }
}

/** Of a rule that was read as a part of a page, in a list of the store's own search, and not on the page. */
function part(title: string, path: string): Source {
  return {
    ...page(title, path),
    note: {
      en: 'Read as an excerpt of the page in the search of the documents, not on the page itself.',
      zh: '仅在文档站搜索结果的摘录中读到，未在原页面上核对。',
    },
  }
}

const inferredNote = { en: 'Inferred, not read in a document.', zh: '推断所得，文档中未直接说明。' }

/** The same source for what is inferred from it. */
export function inferred(source: Source): Source {
  return { ...source, note: inferredNote }
}

/** The pages of the seller's guides that the rules were taken from. */
export const sources = {
  entry: part('入驻流程概览', 'usermanual-marketplace/sp_topic_0000007.html'),
  entryForm: page('入驻申请填写说明', 'intl/zh-cn/sp-marketplace/en-us_sp_topic_0000111.html'),
  charging: part('商品税率及计费模式', 'usermanual-marketplace/zh-cn_topic_0198020621.html'),
  listing: part('商品发布信息填写规范', 'usermanual-marketplace/sp_topic_0000031.html'),
  release: page(
    'Product Release Description',
    'intl/en-us/sp-marketplace/en-us_sp_topic_0000012.html',
  ),
  labels: part('鲲鹏、混合云、IOT商品发布规范', 'usermanual-marketplace/sp_topic_0000031.html'),
  saasV2: page('SaaS 接口说明 V2.0', 'accessg-marketplace/zh-cn_topic_0070649414.html'),
  saasV1: page('SaaS 接口功能及说明 V1.0', 'accessg-marketplace/saas_topic_0000001.html'),
  saasListing: part('发布SaaS类商品', 'usermanual-marketplace/zh-cn_topic_0000002079770885.html'),
  saasRelease: page(
    'Releasing SaaS Products',
    'intl/en-us/sp-marketplace/en-us_sp_topic_0161996561.html',
  ),
  newInstanceV1: page('新购商品', 'accessg-marketplace/zh-cn_topic_0070649013.html'),
  queryInstance: page('查询实例信息', 'accessg-marketplace/zh-cn_topic_0070649428.html'),
  keys: page('订单通知 接口调试', 'accessg-marketplace/zh-cn_topic_0000002091917709.html'),
  addresses: page('接口调试', 'accessg-marketplace/zh-cn_topic_0070649478.html'),
  orderNotification: page(
    '订单通知功能说明',
    'usermanual-marketplace/zh-cn_topic_0000002091799149.html',
  ),
  faqV1: page('常见问题 V1.0', 'accessg-marketplace/zh-cn_topic_0070649300.html'),
  faqV2: page('常见问题 V2.0', 'accessg-marketplace/access_topic_0000008.html'),
  credential: page('应用凭证申请', 'accessg-marketplace/zh-cn_topic_0070649438.html'),
  credentialChange: page('应用凭证修改', 'accessg-marketplace/zh-cn_topic_0070649439.html'),
  trial: part('SaaS类商品试用配置', 'usermanual-marketplace/sp_topic_0000031.html'),
} satisfies Record<string, Source>
