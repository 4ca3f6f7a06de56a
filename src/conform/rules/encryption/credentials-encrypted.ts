import { credentialsOf, isEncrypted } from '../../credentials.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'encryption/credentials-encrypted',
  generations: ['saasV1'],
  severity: 'error',
  source: documents.javaSampleV1,
  title: {
    en: 'Encrypts userName and password of its answers with the Key.',
    zh: '应答中的 userName 和 password 用 Key 加密。',
  },
  consequence: consequences.unreadable,
  mend: {
    en: 'Return 16 characters of initial vector followed by the Base64 of AES-CBC; the AES key is drawn from SHA1PRNG seeded with the Key, not the Key itself.',
    zh: '返回 16 个字符的初始向量，后接 AES-CBC 密文的 Base64；AES 密钥由以 Key 为种子的 SHA1PRNG 生成，而不是 Key 本身。',
  },
  async judge(seller) {
    const made = await plainCall(seller)
    const open = credentialsOf(made).filter(({ value }) => !isEncrypted(value, seller.key))
    return open.map(({ name }) =>
      breach(
        {
          en: `appInfo.${name} cannot be decrypted with the Key.`,
          zh: `appInfo.${name} 无法用 Key 解密。`,
        },
        made,
      ),
    )
  },
} satisfies Rule
