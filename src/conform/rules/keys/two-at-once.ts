import { generations } from '../../generations.ts'
import { documents } from '../../documents.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import { CannotJudge, type Rule } from '../../rule.ts'

export const rule = {
  id: 'keys/two-at-once',
  generations,
  severity: 'warning',
  source: {
    ...documents.debugging,
    note: {
      en: 'That a key which is changed affects every product on sale is documented; that two keys hold for a while follows from it, since no call says which key signed it.',
      zh: '文档说明更换密钥会影响所有在售商品；调用中不带密钥标识，因此更换期间两个密钥都应有效（推断）。',
    },
  },
  needs: ['formerKeys'],
  title: {
    en: 'Takes calls that are signed with the former key, while the key is being changed.',
    zh: '更换密钥期间，仍接受用旧密钥签名的调用。',
  },
  consequence: {
    en: 'Between the change in the console and the one in your server every order and every dial test fails, and orders are refunded.',
    zh: '从控制台换绑密钥到服务器更新之间，所有订单和拨测都会失败，订单被自动退订。',
  },
  mend: {
    en: 'Verify with the new key and with the former one, change the key in the console, and take the former away when no call is signed with it any more.',
    zh: '先让服务器同时接受新旧两个密钥，再在控制台换绑，等不再有旧密钥签名的调用后删除旧密钥。',
  },
  async judge(seller) {
    const { formerKey } = seller
    if (formerKey === undefined) throw new CannotJudge(noFormerKey)
    const present = mustBeDone(await seller.call(seller.plain, seller.valid(seller.plain)))
    const former = seller.withKey(formerKey)
    return unlessDone(
      await former.call(seller.plain, former.valid(seller.plain)),
      (outcome) => ({
        en: `A ${seller.plain} signed with the former key: ${outcome.en}.`,
        zh: `用旧密钥签名的 ${seller.plain} 调用：${outcome.zh}。`,
      }),
      present,
    )
  },
} satisfies Rule

const noFormerKey = {
  en: 'The former key of this interface type is not given.',
  zh: '没有给出该接口类型的旧密钥。',
}
