import { documents } from '../../documents.ts'
import type { Spoil } from '../../exchange.ts'
import { posted } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import { http1 } from '../../../simulator/faults/raw-request.ts'
import type { Rule } from '../../rule.ts'
import { stopsServing } from '../../stops-serving.ts'

const mostMs = 500
const announced = String(4 * 1024 ** 3)

export const rule = {
  id: 'http/survives-huge-length',
  generations: posted,
  severity: 'warning',
  source: {
    ...documents.faqV2,
    note: {
      en: 'The address is open to the internet, where anybody can announce any length (inferred).',
      zh: '地址对公网开放，任何人都可以声明任意长度的请求体（推断）。',
    },
  },
  title: {
    en: 'Goes on answering after a request that announces a body of four gigabytes.',
    zh: '收到声明请求体为 4 GB 的请求后仍能继续应答。',
  },
  consequence: stopsServing,
  mend: {
    en: 'Refuse a body over a limit (1 MiB is plenty for all but full lists of departments) before you make room for it.',
    zh: '在分配内存之前拒绝超过上限的请求体（除部门全量列表外，1 MiB 已足够）。',
  },
  alone: true,
  async judge(seller) {
    await plainCall(seller)
    const quickly = seller.waiting(Math.min(seller.limits.callMs, mostMs))
    await quickly.call(seller.plain, seller.valid(seller.plain), huge)
    return mustAccept(seller, {
      what: { en: 'A call after that request', zh: '在该请求之后发出的调用' },
    })
  },
} satisfies Rule

// Its signature is another one: nobody may do what it says.
const huge: Spoil = (request) => {
  const body = (request.body ?? '').slice(1)
  return { ...http1(request, { headers: [['Content-Length', announced]], body }), end: true }
}
