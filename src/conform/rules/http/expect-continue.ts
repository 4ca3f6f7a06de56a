import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { posted } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import { http1 } from '../../../simulator/faults/raw-request.ts'
import type { Rule } from '../../rule.ts'

const pauseMs = 20

export const rule = {
  id: 'http/expect-continue',
  generations: posted,
  severity: 'warning',
  source: {
    ...documents.requirements,
    note: {
      en: 'Apache HttpClient, which the samples of the documents name, can be set to send it (inferred).',
      zh: '文档示例中的 Apache HttpClient 可配置为发送该请求头（推断）。',
    },
  },
  title: {
    en: 'Answers a call that announces its body with Expect: 100-continue.',
    zh: '能应答带有 Expect: 100-continue 的调用。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Leave Expect to the HTTP server; do not refuse it with 417.',
    zh: '由 HTTP 服务器处理 Expect 请求头，不要返回 417。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: { en: 'A call with Expect: 100-continue', zh: '带有 Expect: 100-continue 的调用' },
      spoil: (request) => ({
        ...http1(request, { headers: [['Expect', '100-continue']] }),
        pauseMs,
      }),
    })
  },
} satisfies Rule
