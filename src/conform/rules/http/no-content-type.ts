import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { posted } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { withHeaders } from '../../spoil.ts'

export const rule = {
  id: 'http/no-content-type',
  generations: posted,
  severity: 'warning',
  source: {
    ...documents.signingV2,
    note: {
      en: 'Some samples print no headers; that the store leaves the content type out is inferred.',
      zh: '部分示例没有列出请求头；云商店是否会省略 Content-Type 属于推断。',
    },
  },
  title: {
    en: 'Accepts a call without a content type.',
    zh: '接受不带 Content-Type 的调用。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Read the body as JSON whatever the content type says, and if it says nothing.',
    zh: '无论是否有 Content-Type，都按 JSON 读取请求体。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: { en: 'A call without a content type', zh: '不带 Content-Type 的调用' },
      spoil: withHeaders({ 'Content-Type': undefined }),
    })
  },
} satisfies Rule
