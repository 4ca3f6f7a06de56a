import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Spoil } from '../../exchange.ts'
import { kit } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import { http1 } from '../../../simulator/faults/raw-request.ts'
import type { Breach, Rule } from '../../rule.ts'

export const rule = {
  id: 'http/header-case',
  generations: kit,
  severity: 'error',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The names of HTTP headers have no case (RFC 9110, 5.1), and proxies change it.',
      zh: 'HTTP 头名称不区分大小写（RFC 9110 第 5.1 节），代理可能改变其大小写。',
    },
  },
  title: {
    en: 'Finds the headers of the signature whatever their case.',
    zh: '不论大小写都能读取签名请求头。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Ask your framework for the header instead of looking it up in a map by its exact name.',
    zh: '通过框架的请求头接口读取，不要在区分大小写的 Map 中查找。',
  },
  async judge(seller) {
    await plainCall(seller)
    const found: Breach[] = []
    for (const [en, zh, write] of spellings) {
      const what = { en: `A call with headers in ${en} case`, zh: `请求头为${zh}的调用` }
      found.push(...(await mustAccept(seller, { what, spoil: headersIn(write) })))
    }
    return found
  },
} satisfies Rule

const spellings = [
  ['lower', '小写', (name: string) => name.toLowerCase()],
  ['upper', '大写', (name: string) => name.toUpperCase()],
] as const

function headersIn(write: (name: string) => string): Spoil {
  return (request) => {
    const headers = Object.entries(request.headers).map(
      ([name, value]) => [write(name), value] as const,
    )
    return http1(request, { headers })
  }
}
