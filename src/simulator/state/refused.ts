import type { Text } from '../text.ts'

/** An action that the console does not offer: why, in both languages, and by which rule. */
export class ActionRefused extends Error {
  readonly text: Text
  readonly rule: string | undefined

  constructor(en: string, zh: string, rule?: string) {
    super(en)
    this.name = 'ActionRefused'
    this.text = { en, zh }
    this.rule = rule
  }
}

/** There is nothing by an id. */
export class NotThere extends ActionRefused {}

/** The value of an id; refused, naming both, where there is none. */
export function found<Value>(
  values: Readonly<Record<string, Value>>,
  id: string,
  kind: keyof typeof kinds,
): Value {
  const value = Object.hasOwn(values, id) ? values[id] : undefined
  if (value !== undefined) return value
  throw new NotThere(`There is no ${kind} "${id}".`, `没有${kinds[kind]}“${id}”。`)
}

const kinds = {
  product: '商品',
  offer: '产品',
  buyer: '用户',
  enterprise: '企业',
  order: '订单',
  instance: '实例',
  license: 'License',
  message: '生产接口消息',
  address: '生产地址',
  key: '密钥',
  case: '调试用例',
} as const

/** A whole number from 1 on, and at most so much; refused, naming the field, otherwise. */
export function counted(value: number, field: string, most = Number.MAX_SAFE_INTEGER): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new ActionRefused(
    `${field} is a whole number from 1 to ${most}, not ${value}.`,
    `${field} 须为 1 到 ${most} 的整数，不能是 ${value}。`,
  )
}
