import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'encryption/unreadable-field',
  generations: ['saasV1'],
  severity: 'warning',
  source: {
    ...documents.javaSampleV1,
    note: {
      en: 'The sample returns null for a value that is too short to decrypt; what is to be answered is not documented.',
      zh: '示例代码对过短的密文返回 null；文档没有规定应如何应答。',
    },
  },
  title: {
    en: 'Answers a call whose mobilePhone cannot be decrypted.',
    zh: 'mobilePhone 无法解密时仍能应答。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Catch the failure of the cipher; a phone number is no reason to lose an order. It often means that the Key or the key length of the listing has changed.',
    zh: '捕获解密异常，不要因为手机号而丢失订单。解密失败往往说明 Key 或发布时选择的加密长度已改变。',
  },
  async judge(seller) {
    await plainCall(seller)
    const members = seller.valid(seller.plain, { mobilePhone: 'AbCdEfGh01234567not-a-cipher' })
    const made = await seller.call(seller.plain, members)
    if (made.answer.resultCode !== undefined) return []
    const message = {
      en: 'A mobilePhone that cannot be decrypted got no answer with a resultCode.',
      zh: 'mobilePhone 无法解密的调用没有得到含 resultCode 的应答。',
    }
    return [breach(message, made)]
  },
} satisfies Rule
