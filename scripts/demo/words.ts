import type { Language } from '../shared/languages.ts'

/** Says a phrase of the demo; one that is not translated stays as it is. */
export function sayIn(language: Language): (phrase: string) => string {
  if (language === 'en') return (phrase) => phrase
  return (phrase) => chinese[phrase] ?? shownIn(phrase)
}

// What a seller shows has values of the API in it, which are called so in every language.
function shownIn(shown: string): string {
  return Object.entries(parts).reduce((text, [part, said]) => text.replaceAll(part, said), shown)
}

const parts = {
  ' until ': '，有效期至 ',
  ' without expiry': '，没有到期时间',
  'product unknown': '商品未知',
  ', order ': '，订单 ',
  '; the buyer reads: ': '；买家看到：',
}

/** Every name and phrase that the tables of the demo have. */
export const chinese: Readonly<Record<string, string>> = {
  'Koogate: a simulated store buys from a service of its own; a moment, it starts.':
    'Koogate：模拟的云商店将向一个自带的服务下单；服务正在启动，请稍候。',
  'There is no scenario {names}; there are {all}.': '没有名为 {names} 的场景；现有：{all}。',
  Step: '步骤',
  Activity: '接口',
  Answer: '结果码',
  Message: '消息',
  ms: '毫秒',
  Instance: '实例',
  'not played': '未执行',
  wrong: '错误',
  '{all} times': '共 {all} 次',
  'All {all} steps are right': '全部 {all} 个步骤均正确',
  '{wrong} of {all} steps are wrong:': '{all} 个步骤中有 {wrong} 个错误：',

  'The life of an instance': '实例的一生',
  'Provisioned by hand': '人工开通',
  'Provisioned by the product, which is asked and told by webhook':
    '由产品开通，通过 webhook 询问和通知',
  'SaaS V1: a supervised product, bought, renewed, expired, upgraded and released':
    'SaaS V1：受服务监管的商品，从购买、续费、过期、升级到释放',
  'License A: an online license, made for a device and uploaded to the store':
    'License A：在线 License，为设备生成并上传到云商店',
  'License B: License 1.0, delivered in the answer': 'License B：License 1.0，在应答中交付',
  'License C: a license code, renewed, frozen and released': 'License C：授权码的续费、冻结和释放',
  'Kit V2: an enterprise with its application, users and departments':
    '联营kit V2：一个企业及其应用、用户和部门',
  'Kit V1: an enterprise with its application, users and departments':
    '联营kit V1：一个企业及其应用、用户和部门',

  buy: '购买',
  'poll until ready': '轮询直到就绪',
  'open the resource page': '打开资源页',
  'open the page': '打开页面',
  'the buyer accepts': '买家验收',
  'renew for a year': '续费一年',
  'may it change?': '能否变更？',
  'renew with the change': '续费并变更',
  'renew with a change': '续费并变更',
  'renew what expired': '过期后续费',
  'upgrade to 100 seats': '升级到 100 个席位',
  expire: '过期',
  freeze: '冻结',
  unfreeze: '解冻',
  'tell of an order': '订单通知',
  'dial test': '拨测',
  'cancel the renewal': '取消续费',
  unsubscribe: '退订',
  release: '释放',
  'renew all the same': '释放后仍续费',
  'ask while it is made': '开通中查询',
  'poll once it is filled in': '填写后轮询',
  'ask for the instance': '查询实例',
  'apply for a license': '申请 License',
  'apply again': '再次申请',
  'get the license': '获取 License',
  'get it again': '再次获取',
  'bind a tenant': '企业同步：绑定',
  'bind an application': '应用同步：绑定',
  'send all departments': '全量同步部门',
  'grant users': '授权用户',
  'add a department': '新增部门',
  'take a user away': '取消用户授权',
  'delete the application': '删除应用',
  'delete the tenant': '删除企业',
}
