import { documents } from '../conform/documents.ts'
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
  saasV2: documents.interfacesV2,
  saasV1: documents.interfacesV1,
  saasListing: part('发布SaaS类商品', 'usermanual-marketplace/zh-cn_topic_0000002079770885.html'),
  saasRelease: page(
    'Releasing SaaS Products',
    'intl/en-us/sp-marketplace/en-us_sp_topic_0161996561.html',
  ),
  newInstanceV1: documents.newInstanceV1,
  queryInstance: documents.queryInstanceV2,
  keys: documents.debuggingOrders,
  addresses: documents.debugging,
  orderNotification: page(
    '订单通知功能说明',
    'usermanual-marketplace/zh-cn_topic_0000002091799149.html',
  ),
  faqV1: documents.faqV1,
  faqV2: documents.faqV2,
  credential: documents.credential,
  credentialChange: page('应用凭证修改', 'accessg-marketplace/zh-cn_topic_0070649439.html'),
  trial: part('SaaS类商品试用配置', 'usermanual-marketplace/sp_topic_0000031.html'),
} satisfies Record<string, Source>
