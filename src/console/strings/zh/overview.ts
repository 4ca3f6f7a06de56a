import type { overview as english } from '../en/overview.ts'

const kinds: typeof english.kinds = {
  'purchase.failing': [
    '订单将被退订退款',
    '请在到期之前查看其调用的应答并修复，或手工完成该实例。',
  ],
  'dialtest.failing': [
    '拨测失败或没有到来',
    '查看失败的测试调用，按其提示修复。商品不在售时，请将 dialTestWatch 设为 off。',
  ],
  'endpoint.failing': ['端点应答失败', '查看其发送记录并修复；修复后待发内容会自动发送。'],
  'signature.refused': ['验签未通过', '将密钥指纹与卖家中心绑定的密钥核对。'],
  'license.refused': ['云商店没有接收 License', '在该 License 处查看原因，并重新填入内容。'],
  'license.waiting': ['License 等待签发', '请填入其内容。'],
  'instance.attention': ['实例带有提示', '查看提示并按其处理。'],
}

export const overview: typeof english = {
  title: '概览',
  quiet: '没有需要您处理的事项。',
  quietSays:
    '没有等待中的订单，拨测通过，没有即将丢失的用量，端点正常应答，也没有未清除的告警。从未到达这里的情况无从得知。',
  needs: '现在需要处理',
  more: '还有未列出的事项。',
  severity: '严重程度',
  what: '事项',
  about: '对象',
  todo: '如何处理',
  left: '剩余时间',
  since: '开始时间',
  all: '查看',
  severities: { critical: '紧急', serious: '严重', warning: '提醒' },
  kinds,
  counted: (count) => `共 ${count} 个`,
  of: (count, limit) => `${count} / ${limit}`,
  purchases: (hours) => `等待中的购买（${hours} 小时后退款）`,
  order: '订单',
  attempts: '尝试次数',
  answer: '最近的应答',
  dialTests: '拨测',
  today: (morning, afternoon) => `今天：上午${morning}，下午${afternoon}`,
  hidden: (days, left) =>
    left === 0
      ? `已连续失败 ${days} 天：商品可能已被云商店隐藏。`
      : `已连续失败 ${days} 天。距离商品被隐藏还有 ${left} 天。`,
  well: '没有失败的日子。',
  unwatched: '不产生告警（dialTestWatch 为 off）。',
  strip: '90 天，最右为今天',
  day: '日期',
  states: { passed: '通过', failed: '失败', missed: '未到来', pending: '待到来', none: '无' },
  halves: (morning, afternoon) => `上午${morning}，下午${afternoon}`,
  failedOrders: '本月失败订单',
  failedSays: '超过后云商店可能下架商品。',
  usage: '即将丢失的用量',
  instance: '实例',
  records: '话单',
  endpoints: '失败的端点',
  endpoint: '端点',
  failures: '失败次数',
  signatures: '24 小时内未通过的验签',
  address: '地址',
  key: '密钥',
  keys: '可接受',
  cause: '原因',
  causes: {
    mismatch: '使用了其他密钥签名',
    'no-key': '没有配置密钥',
    clock: '签名时间相差一分钟以上',
  },
  calls: '次数',
  last: '最近一次',
  held: '最近一次通过',
}
