import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { isAccepted, plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'signing/replayed-nonce',
  generations: stamped,
  severity: 'warning',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The document advises to remember the nonce; its sample project does not.',
      zh: '文档建议缓存随机数以防重放；官方示例工程没有实现。',
    },
  },
  title: {
    en: 'Refuses the very same signed request when it comes a second time.',
    zh: '拒绝第二次收到的完全相同的已签名请求。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Remember each nonce for two minutes, in a store that all your processes share, and refuse one that was used. The store signs each of its repeats anew.',
    zh: '将每个 nonce 缓存两分钟（多进程共享），已使用过的予以拒绝。云商店每次重试都会重新签名。',
  },
  async judge(seller) {
    const first = await plainCall(seller)
    const second = await seller.again(first)
    if (!isAccepted(second)) return []
    const message = {
      en: 'A request was accepted twice with the same nonce.',
      zh: '同一 nonce 的请求被接受了两次。',
    }
    return [breach(message, first, second)]
  },
} satisfies Rule
