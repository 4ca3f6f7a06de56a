import { generations } from '../../generations.ts'
import { documents } from '../../documents.ts'
import type { Spoil } from '../../exchange.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import { http1 } from '../../../simulator/faults/raw-request.ts'
import type { Rule } from '../../rule.ts'
import { stopsServing } from '../../stops-serving.ts'

export const rule = {
  id: 'http/survives-nonsense',
  generations,
  severity: 'warning',
  source: {
    ...documents.faqV2,
    note: {
      en: 'The address is open to the internet, where scanners send anything (inferred).',
      zh: '地址对公网开放，扫描器会发送任意内容（推断）。',
    },
  },
  title: {
    en: 'Goes on answering after HEAD, PUT and bytes that are not HTTP.',
    zh: '收到 HEAD、PUT 以及非 HTTP 数据后仍能继续应答。',
  },
  consequence: stopsServing,
  mend: {
    en: 'Catch what a single request throws (unhandled rejections as well), and let a supervisor start the process again.',
    zh: '捕获单个请求抛出的异常（包括未处理的 Promise 拒绝），并用守护进程自动重启服务。',
  },
  alone: true,
  async judge(seller) {
    await plainCall(seller)
    const quickly = seller.waiting(Math.min(seller.limits.callMs, mostMs))
    for (const spoil of nonsense)
      await quickly.call(seller.plain, seller.valid(seller.plain), spoil)
    return mustAccept(seller, {
      what: { en: 'A call after some nonsense', zh: '在一些无意义请求之后发出的调用' },
    })
  },
} satisfies Rule

const mostMs = 500

function withMethod(method: string): Spoil {
  return (request) => {
    const { url, chunks } = http1(request)
    const [head = ''] = chunks
    return { url, chunks: [String(head).replace(/^\S+/, method)], end: true }
  }
}

const nonsense: readonly Spoil[] = [
  withMethod('HEAD'),
  withMethod('PUT'),
  ({ url }) => ({ url, chunks: ['\x16\x03\x01 this is not HTTP\r\n\r\n'], end: true }),
]
