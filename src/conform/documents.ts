/** A page of the store's documents, as a rule names it. */
interface Document {
  readonly title: string
  readonly url: string
}

const guide = 'https://support.huaweicloud.com/accessg-marketplace'

function page(title: string, topic: string): Document {
  return { title, url: `${guide}/${topic}.html` }
}

/** The pages that more than one rule goes by; of several editions the one that says it. */
export const documents = {
  interfacesV2: page('接口说明 (SaaS V2.0)', 'zh-cn_topic_0070649414'),
  signingV2: page('HTTP Body签名 (SaaS V2.0)', 'zh-cn_topic_0070649476'),
  newInstanceV2: page('创建实例 (SaaS V2.0)', 'zh-cn_topic_0070649427'),
  queryInstanceV2: page('查询实例信息 (SaaS V2.0)', 'zh-cn_topic_0070649428'),
  refreshInstanceV2: page('更新实例 (SaaS V2.0)', 'zh-cn_topic_0070649429'),
  statusV2: page('更新实例状态 (SaaS V2.0)', 'zh-cn_topic_0070649430'),
  releaseV2: page('释放实例 (SaaS V2.0)', 'zh-cn_topic_0070649431'),
  upgradeV2: page('实例升级 (SaaS V2.0)', 'zh-cn_topic_0070649432'),
  changeCheck: page('续费变更校验 (SaaS V2.0)', 'zh-cn_topic_0000002411753620'),
  resultCodes: page('调用结果码说明 (SaaS V2.0)', 'zh-cn_topic_0070649421'),
  faqV2: page('常见问题 (SaaS V2.0)', 'access_topic_0000008'),
  interfacesV1: page('接口功能及说明 (SaaS V1.0)', 'saas_topic_0000001'),
  newInstanceV1: page('新购商品 (SaaS V1.0)', 'zh-cn_topic_0070649013'),
  refreshInstanceV1: page('商品续费 (SaaS V1.0)', 'zh-cn_topic_0070649180'),
  expireV1: page('商品过期 (SaaS V1.0)', 'zh-cn_topic_0070649181'),
  javaSampleV1: page('Java代码示例(总) (SaaS V1.0)', 'access_topic_0000003'),
  faqV1: page('常见问题 (SaaS V1.0)', 'zh-cn_topic_0070649300'),
  getLicenseAsync: page('异步申请License (在线开通License)', 'zh-cn_topic_0070649255'),
  fingerprint: page('设备指纹 (在线开通License)', 'zh-cn_topic_0070649268'),
  getLicenseB: page('获取License (License 1.0)', 'zh-cn_topic_0000001353181669'),
  debugging: page('接口调试', 'zh-cn_topic_0070649478'),
  debuggingOrders: page('接口调试 (订单通知)', 'zh-cn_topic_0000002091917709'),
  requirements: page('接口要求 (License 2.0)', 'zh-cn_topic_0070649247'),
  tokenV1: page('auth Token取值说明 (SaaS V1.0)', 'zh-cn_topic_0070649156'),
  bodySign: page('HTTP Body签名 (SaaS V1.0)', 'zh-cn_topic_0070649157'),
  tenantSync: page('企业同步 (联营kit)', 'zh-cn_topic_0070649433'),
  applicationSync: page('应用同步 (联营kit)', 'zh-cn_topic_0070649434'),
  authSync: page('用户授权同步 (联营kit)', 'zh-cn_topic_0070649435'),
  authSyncV1: page('租户应用授权信息同步接口 (联营kit V1.0)', 'zh-cn_topic_0070649111'),
  singleOrgSync: page('部门增量同步 (联营kit)', 'zh-cn_topic_0070649436'),
  allOrgSync: page('部门全量同步 (联营kit)', 'zh-cn_topic_0070649437'),
  credential: page('应用凭证申请', 'zh-cn_topic_0070649438'),
  debuggingKit: {
    title: '接口调试 (联营kit)',
    url: 'https://support.huaweicloud.com/usermanual-saascenter/saascenter_usermanual_0169.html',
  },
} as const satisfies Readonly<Record<string, Document>>
