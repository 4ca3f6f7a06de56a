import type { Check, Verdict } from '../checks/check-answer.ts'
import type { Text } from '../text.ts'

/** 异常信息 of an answer that does not do: every fault, in the words of the store's FAQ where it has them. */
export function exceptionOf({ passed, faults }: Verdict): Text | undefined {
  if (passed) return undefined
  const en = faults.map(({ check, message }) => `${check} ${message}`)
  const zh = faults.map(({ check, message }) => `${check} ${wordOf[check](message)}`)
  return { en: en.join('; '), zh: zh.join('；') }
}

/** What is polled and not ready has no fault; it is asked again. */
export const notReady: Text = { en: '000004: not ready yet', zh: '000004：尚未开通完成' }

// Source: FAQs zh-cn_topic_0070649300 (V1) and access_topic_0000008 (V2).
const wordOf: Readonly<Record<Check, (message: string) => string>> = {
  'DBG-1': (message) => `生产地址不可达：${afterColon(message)}`,
  'DBG-2': () => '调用接口超时',
  'DBG-3': (message) => `httpCode=${/\d+/.exec(message)?.[0] ?? ''}`,
  'DBG-4': (message) => `content-type格式错误：${message.split(' ')[2]?.replace(',', '') ?? ''}`,
  'DBG-5': (message) => `解析响应体失败：${message}`,
  'DBG-6': (message) => `resultCode返回错误：${/\d{6}/.exec(message)?.[0] ?? message}`,
  'DBG-7': (message) => `接口响应缺少${message.replace(/ is missing$/, '')}`,
  'DBG-8': (message) => `字段${message.split(' ')[0] ?? ''}长度不合法`,
  'DBG-9': (message) => `Body-Sign校验失败：${message}`,
}

function afterColon(message: string): string {
  return message.slice(message.indexOf(':') + 1).trim()
}
