import { isIP } from 'node:net'
import { type KeyType, type PreflightRule, needs, problem, told } from '../rule.ts'
import { inferred, sources } from '../sources.ts'

const types = ['basic', 'kit', 'license', 'order', 'v1'] as const satisfies readonly KeyType[]

/** Access keys and the addresses that they are bound to. */
export const keyRules: readonly PreflightRule[] = [
  {
    id: 'KEY-2',
    severity: 'error',
    source: sources.keys,
    title: { en: 'Each interface type has a key of its own', zh: '每种接口类型使用各自的密钥' },
    judge({ draft, key }) {
      const given = types.filter((type) => draft.keys?.[type] !== undefined)
      if (given.length === 0) return needs('keys')
      const missing = given.filter((type) => key(type) === undefined)
      if (missing.length > 0) {
        return needs(...missing.map((type) => `the environment variable ${draft.keys?.[type]}`))
      }
      return given.flatMap((type, at) => {
        const same = given.slice(0, at).find((other) => key(other) === key(type))
        return same === undefined
          ? []
          : [problem(['keys', type], `It is the key of ${same}.`, `与 ${same} 使用同一密钥。`)]
      })
    },
  },
  {
    id: 'KEY-3',
    severity: 'error',
    source: sources.keys,
    title: { en: 'A bound key is not swapped', zh: '已绑定的密钥不要更换' },
    judge: ({ draft: { keys } }) =>
      told(
        keys?.rebinding,
        'keys.rebinding',
        (value) =>
          value &&
          problem(
            ['keys', 'rebinding'],
            'Dial tests and orders of all products of that interface type fail: let the server take both keys first.',
            '该类型的全部在售商品会拨测失败、下单失败：请先让服务端同时接受新旧密钥。',
          ),
      ),
  },
  {
    id: 'KEY-5',
    severity: 'error',
    source: sources.addresses,
    title: { en: 'Addresses are domains, not IPs', zh: '地址使用域名，不使用 IP' },
    judge({ draft: { credential } }) {
      const places = ['address', 'callback', 'loginUrl'] as const
      const given = places.filter((one) => credential?.[one] !== undefined)
      if (given.length === 0) return needs('credential.address')
      return given
        .filter((one) => isIP(URL.parse(credential?.[one] ?? '')?.hostname ?? '') !== 0)
        .map((one) => problem(['credential', one], 'It is an IP.', '使用了 IP。'))
    },
  },
  {
    id: 'KEY-7',
    severity: 'error',
    source: sources.orderNotification,
    title: {
      en: 'The address of order notifications is https and a domain, without a query',
      zh: '订单通知地址为 https 加域名，不带查询参数',
    },
    appliesTo: ({ orderNotification }) => orderNotification !== undefined,
    judge: ({ draft: { orderNotification } }) =>
      told(orderNotification?.address, 'orderNotification.address', (value) => {
        const url = URL.parse(value)
        const isRight =
          url?.protocol === 'https:' &&
          isIP(url.hostname) === 0 &&
          url.search === '' &&
          url.hash === ''
        return !isRight && problem(['orderNotification', 'address'], 'It does not.', '格式不符。')
      }),
  },
  {
    id: 'KEY-8',
    severity: 'warning',
    source: inferred(sources.orderNotification),
    title: { en: 'Images have no order notifications', zh: '镜像类商品不支持订单通知' },
    appliesTo: ({ product, orderNotification }) =>
      product.kind === 'image' && orderNotification !== undefined,
    judge: () => [problem(['orderNotification'], 'Leave it out.', '请删去。')],
  },
]
