import { tokenInQuery } from '../../families.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isDone } from '../../life/outcome.ts'
import { refusesStrangers } from '../../refusals.ts'
import { breach, type Rule } from '../../rule.ts'

// The placeholder in the store's Java sample.
const sampleKey = 'xxxxxxx'

export const rule = {
  id: 'keys/sample-key',
  generations: tokenInQuery,
  severity: 'warning',
  source: {
    ...documents.javaSampleV1,
    note: {
      en: 'The page prints the key in its sample; that it is left in servers is good reason to look.',
      zh: '该页面的示例中印有此密钥；检查它是否被遗留在服务器中属于良好实践。',
    },
  },
  title: {
    en: "Refuses a call that is signed with the key of the documents' sample.",
    zh: '拒绝用文档示例中的密钥签名的调用。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Take the key of the sample (xxxxxxx) out of the code and read yours from a setting.',
    zh: '从代码中删除示例密钥（xxxxxxx），从配置中读取自己的密钥。',
  },
  async judge(seller) {
    await refusesStrangers(seller)
    if (seller.key === sampleKey) return []
    const stranger = seller.withKey(sampleKey)
    const made = await stranger.call(seller.plain, stranger.valid(seller.plain))
    if (!isDone(made)) return []
    const message = {
      en: `A ${made.activity} signed with the key ${sampleKey} was accepted.`,
      zh: `用密钥 ${sampleKey} 签名的 ${made.activity} 调用被接受。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule
