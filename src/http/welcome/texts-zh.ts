import type { Texts } from './texts.ts'

const inTheStore = '登录方式以云商店为准：请在云商店买家中心的已购买的服务中打开资源详情查看。'

/** The pages in Chinese. */
export const chinese: Texts = {
  lang: 'zh-CN',
  other: 'English',
  product: '商品',
  trial: '试用',
  goOn: '进入产品',
  ask: '有疑问时联系谁',
  askSeller: '请联系商家：',
  askThroughStore: '请通过云商店中该商品的页面联系商家。',
  unknown: {
    title: '欢迎',
    says: [
      '买家可以在此页面查看购买的进展。',
      '此地址下没有可以显示的内容。请在云商店打开您的购买记录，从那里再次进入。',
    ],
  },
  away: {
    title: '暂时无法查询',
    says: ['您的购买不受影响。请一分钟后重新加载此页面。'],
  },
  states: {
    provisioning: {
      title: '商家正在为您开通',
      says: [
        '商家已收到您的订单，服务还不能使用。您无需操作。',
        '开通后，云商店会显示登录方式。您可以稍后重新加载此页面查看进展。',
      ],
    },
    open: { title: '服务已开通', says: ['您可以开始使用。'] },
    ready: { title: '服务已开通', says: ['您可以开始使用。', inTheStore] },
    expired: {
      title: '服务已到期，暂停使用',
      says: [
        '购买的期限已结束，服务已冻结，数据仍然保留。',
        '在云商店续费后即可继续使用；长期不续费，云商店会释放该资源。',
      ],
    },
    frozen: {
      title: '服务已暂停',
      says: [
        '云商店冻结了该服务，例如因为欠费或违规，数据仍然保留。',
        '具体原因请在云商店查看；原因消除后即可继续使用。',
      ],
    },
    failed: {
      title: '开通没有成功',
      says: [
        '您无需重新购买：云商店会自动重试。',
        '如果数小时内仍不成功，云商店会取消订单并退款。',
      ],
    },
    released: {
      title: '服务已结束',
      says: ['该服务已退订或已释放，不能再使用。', '如需继续使用，请在云商店重新购买。'],
    },
  },
}
