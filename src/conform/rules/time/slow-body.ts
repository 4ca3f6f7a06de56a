import { slow } from '../../../simulator/faults/wire-faults.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { posted } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

const pieces = 4
// Longer than what a server gathers into one read, and short beside the time that there is.
const pauseMs = 150

export const rule = {
  id: 'time/slow-body',
  generations: posted,
  severity: 'warning',
  source: {
    ...documents.requirements,
    note: {
      en: 'How the bytes of a call arrive is up to the network (inferred).',
      zh: '请求的字节如何到达取决于网络（推断）。',
    },
  },
  title: {
    en: 'Waits for the whole body when it arrives in several pieces.',
    zh: '请求体分多次到达时，等待全部接收完毕。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Read until the end of the body, not what the first read returns: the signature of a part never holds.',
    zh: '读取到请求体结束为止，不要只读第一次返回的数据：不完整的请求体无法通过验签。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: { en: `A body in ${pieces} pieces`, zh: `分 ${pieces} 次到达的请求体` },
      spoil: (request) => slow(request, { pieces, pauseMs }),
    })
  },
} satisfies Rule
