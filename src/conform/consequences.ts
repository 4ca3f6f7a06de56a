import type { Text } from './rule.ts'

/** What the store does to a seller, where several rules come to the same. */
export const consequences = {
  purchaseFails: {
    en: 'The store takes the purchase as failed, calls for 3 hours and then refunds the order; more than 5 failed orders in a month take the product down.',
    zh: '云商店视为开通失败，连续调用 3 小时后自动退订；一个月内失败订单超过 5 个，商品会被下架。',
  },
  changeStops: {
    en: 'The store takes the call as failed, repeats it for an hour or two and stops; until somebody presses restart (重新启动), the buyer does not have what was paid for.',
    zh: '云商店视为调用失败，重试一到两小时后停止；在有人点击“重新启动”之前，买家得不到已付款的内容。',
  },
  endStops: {
    en: 'The store takes the call as failed, repeats it for an hour or two and stops; what a buyer uses beyond the end is at your cost.',
    zh: '云商店视为调用失败，重试一到两小时后停止；买家到期后继续使用的资源，损失由商家承担。',
  },
  secondInstance: {
    en: 'The store repeats a purchase until an answer arrives. Each repeat gives the buyer another instance, and the id that the store keeps is not the one in use: renewals and releases miss it.',
    zh: '云商店在收到应答前会重复调用。每次重试都会多开一个实例，而云商店保存的实例ID不是买家实际使用的，之后的续费和释放都会落空。',
  },
  dialTest: {
    en: 'The dial test sends the saved case again twice a day: it fails, and after 5 days of that trade is frozen and the product hidden.',
    zh: '拨测每天两次重放保存的用例，结果失败；连续 5 天失败，商品会被冻结交易并隐藏。',
  },
  kitFails: {
    en: 'The store takes the call as failed: one page says that it tries 5 times and stops, others that the buyer or the administrator decides whether to try again. Until then the enterprise cannot use the application, and you get a message and a mail.',
    zh: '云商店视为同步失败：有的页面说重试 5 次后停止，有的说由买家或管理员决定是否重试；在此之前企业无法使用该应用，商家会收到短信和邮件。',
  },
  instanceUnseen: {
    en: 'The store goes on asking and the buyer sees no address and no account on the page of the resource.',
    zh: '云商店会一直查询，买家在“资源详情”中看不到访问地址和账号。',
  },
  forged: {
    en: 'Whoever knows the address can open, renew or release what buyers have paid for, in the name of the store. The store asks every seller to verify each call.',
    zh: '任何知道该地址的人都可以冒充云商店开通、续费或释放买家已付款的实例。云商店要求商家对每次调用验签。',
  },
  refused: {
    en: 'The store takes the call as failed and repeats it for hours. A purchase that goes on failing is refunded, and more than 5 failed orders in a month take the product down.',
    zh: '云商店视为调用失败，并在数小时内重试。持续失败的新购订单会被自动退订；一个月内失败订单超过 5 个，商品会被下架。',
  },
  debugger: {
    en: 'The debugger of the seller console reports it and saves no case, and without saved cases the product cannot be published. The dial test fails for the same reason.',
    zh: '卖家中心的接口调试会报错，用例无法保存，没有用例就无法发布商品；拨测也会因同样的原因失败。',
  },
  unread: {
    en: 'The store cannot read why the call was refused: the list of production-interface messages (生产接口消息) shows a failure, and nothing to mend it by.',
    zh: '云商店读不到拒绝的原因：“生产接口消息”中只显示失败，没有可供排查的信息。',
  },
  unreadable: {
    en: 'The store cannot show the buyer the account: the order stays in provisioning (开通中), or the page of the resource shows nothing to sign in with.',
    zh: '云商店无法向买家展示账号：订单停留在“开通中”，或“资源详情”中没有可用的登录信息。',
  },
} as const satisfies Readonly<Record<string, Text>>
