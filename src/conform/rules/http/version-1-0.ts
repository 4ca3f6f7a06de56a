import { generations } from '../../generations.ts'
import { http1 } from '../../../simulator/faults/raw-request.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'http/version-1-0',
  generations,
  severity: 'warning',
  source: {
    ...documents.requirements,
    note: {
      en: 'A proxy before the seller may speak HTTP/1.0, as nginx does by default (inferred).',
      zh: '商家前端的代理可能使用 HTTP/1.0，例如 nginx 的默认设置（推断）。',
    },
  },
  title: {
    en: 'Answers a call over HTTP/1.0.',
    zh: '能应答 HTTP/1.0 的调用。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Serve HTTP/1.0 too, with a Content-Length in the answer; or let your proxy speak 1.1 to the server.',
    zh: '同时支持 HTTP/1.0，应答带 Content-Length；或让代理以 HTTP/1.1 转发。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: { en: 'A call over HTTP/1.0', zh: 'HTTP/1.0 调用' },
      spoil: (request) => http1(request, { version: '1.0' }),
    })
  },
} satisfies Rule
