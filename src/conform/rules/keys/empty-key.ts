import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isDone } from '../../life/outcome.ts'
import { refusesStrangers } from '../../refusals.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'keys/empty-key',
  generations,
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Refuses a call that is signed with an empty key.',
    zh: '拒绝用空密钥签名的调用。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'A setting that is missing must not become an empty key: refuse every call of an interface type whose key is not set, or do not start.',
    zh: '缺失的配置不能当作空密钥使用：某接口类型未配置密钥时，应拒绝该类型的全部调用或拒绝启动。',
  },
  async judge(seller) {
    await refusesStrangers(seller)
    const stranger = seller.withKey('')
    const made = await stranger.call(seller.plain, stranger.valid(seller.plain))
    if (!isDone(made)) return []
    const message = {
      en: `A ${made.activity} signed with an empty key was accepted.`,
      zh: `用空密钥签名的 ${made.activity} 调用被接受。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule
