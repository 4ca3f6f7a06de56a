import { createDecipheriv } from 'node:crypto'
import { deriveV1Key } from '../../../crypto/v1-cipher-key.ts'
import { bodyOf, textOf } from '../../../simulator/calls/answer.ts'
import { consequences } from '../../consequences.ts'
import { credentialsOf } from '../../credentials.ts'
import { documents } from '../../documents.ts'
import { plainCall } from '../../judging.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

const bitsOf = { '1': 256, '2': 128 } as const

export const rule = {
  id: 'encryption/declared-length',
  generations: ['saasV1'],
  severity: 'error',
  source: documents.newInstanceV1,
  title: {
    en: 'Encrypts with the key length that encryptType declares: 1 is AES-256, 2 is AES-128.',
    zh: '按 encryptType 声明的长度加密：1 为 AES-256，2 为 AES-128。',
  },
  consequence: consequences.unreadable,
  mend: {
    en: 'Return encryptType "2" where you encrypt with 128 bits; without it the store takes 256.',
    zh: '使用 128 位加密时返回 encryptType "2"；不返回时云商店按 256 位处理。',
  },
  async judge(seller) {
    const made = await plainCall(seller)
    const type = textOf(bodyOf(made.http)?.['encryptType']) ?? '1'
    const [right, other] = type === '2' ? (['2', '1'] as const) : (['1', '2'] as const)
    const shown = credentialsOf(made)
    const opened = (how: '1' | '2') =>
      shown.filter(({ value }) => isOpenedBy(value, deriveV1Key(seller.key, bitsOf[how]), how))
    if (opened(right).length === shown.length) return []
    if (opened(other).length === 0) throw new CannotJudge(notEncrypted)
    const message = {
      en: `encryptType is ${type}, and userName or password is encrypted with ${bitsOf[other]} bits.`,
      zh: `encryptType 为 ${type}，但 userName 或 password 使用了 ${bitsOf[other]} 位加密。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule

const notEncrypted = {
  en: 'userName and password cannot be decrypted with the Key at all.',
  zh: 'userName 和 password 无法用 Key 解密。',
}

function isOpenedBy(value: string, key: Buffer, how: '1' | '2'): boolean {
  const iv = Buffer.from(value.slice(0, 16))
  if (iv.length !== 16) return false
  const decipher = createDecipheriv(`aes-${bitsOf[how]}-cbc`, key, iv)
  try {
    decipher.update(Buffer.from(value.slice(16), 'base64'))
    decipher.final()
    return true
  } catch {
    return false
  }
}
