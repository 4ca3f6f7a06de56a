import { chunked } from '../../../simulator/faults/wire-faults.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { posted } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'http/chunked-body',
  generations: posted,
  severity: 'warning',
  source: {
    ...documents.requirements,
    note: {
      en: 'HTTP/1.1 obliges every server to take it (RFC 9112, 7.1); how the store or a proxy between sends a body is not documented.',
      zh: 'HTTP/1.1 要求服务器必须支持（RFC 9112 第 7.1 节）；云商店或中间代理如何发送请求体，文档没有说明。',
    },
  },
  title: {
    en: 'Reads a body that is sent in chunks, without a Content-Length.',
    zh: '能读取分块传输（不带 Content-Length）的请求体。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Read until the end of the body instead of as many bytes as Content-Length says.',
    zh: '读取到请求体结束，而不是按 Content-Length 指定的字节数读取。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: { en: 'A body in chunks', zh: '分块传输的请求体' },
      spoil: (request) => chunked(request),
    })
  },
} satisfies Rule
