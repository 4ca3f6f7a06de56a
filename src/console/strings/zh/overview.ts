import type { overview as english } from '../en/overview.ts'

const kinds: typeof english.kinds = {
  'purchase.failing': ['订单将被退订退款', '请及时按其消息的提示修复，或手工完成该实例。'],
  'dialtest.failing': [
    '拨测失败或没有到来',
    '按失败的测试调用的提示修复。商品不在售时，请将 dialTestWatch 设为 off。',
  ],
  'endpoint.failing': ['端点失败', '查看其发送记录并修复。'],
  'signature.refused': ['验签未通过', '将下方的指纹与卖家中心的密钥核对。'],
  'license.refused': ['云商店没有接收 License', '查看原因，并重新填入内容。'],
  'license.waiting': ['License 等待签发', '请填入其内容。'],
  'instance.attention': ['实例带有提示', '按提示处理。'],
}

export const overview: typeof english = {
  title: '概览',
  quiet: '没有需要您处理的事项。',
  quietSays: 'Koogate 所见一切正常；从未到达这里的情况无从得知。',
  needs: '现在需要处理',
  worst: (hours) => `最严重的在前。失败满 ${hours} 小时后，云商店会将订单退订退款。`,
  more: '还有未列出的事项。',
  severity: '严重程度',
  what: '事项',
  about: '对象',
  todo: '如何处理',
  left: '剩余时间、数量',
  since: '开始时间',
  all: '查看全部',
  severities: { critical: '紧急', serious: '严重', warning: '提醒' },
  kinds,
  times: (count) => `${count} 次`,
  of: (count, limit) => `${count} / ${limit}`,
  dialTests: '拨测',
  today: (halves) => `今天：${halves}。`,
  hidden: (days, left) =>
    left === 0
      ? `已连续失败 ${days} 天：商品可能已被云商店隐藏。`
      : `已连续失败 ${days} 天。距离商品被隐藏还有 ${left} 天。`,
  well: '没有失败的日子。',
  unwatched: '不产生告警：dialTestWatch 为 off。',
  strip: '90 天，最右为今天',
  day: '日期',
  states: { passed: '通过', failed: '失败', missed: '未到来', pending: '待到来', none: '无' },
  halves: (morning, afternoon) => `上午${morning}，下午${afternoon}`,
  failedOrders: '本月失败订单',
  failedOf: (where, count) => `${where}：${count}。超过后云商店可能下架商品。`,
  signatures: '未通过的验签',
  signaturesSay: '最近 24 小时，以及可接受的密钥。',
  key: '密钥',
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
