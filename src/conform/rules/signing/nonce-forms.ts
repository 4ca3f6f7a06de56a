import { randomInt } from 'node:crypto'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Breach, Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'

export const rule = {
  id: 'signing/nonce-forms',
  generations: stamped,
  severity: 'error',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The samples of the documents show all three forms.',
      zh: '各文档的示例中三种形式都出现过。',
    },
  },
  title: {
    en: 'Accepts every form of nonce that the documents show: 64 hex digits, 32 or 16 letters and digits.',
    zh: '接受文档中出现的各种 nonce 形式：64 位十六进制、32 位或 16 位字母数字。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Take the nonce as a text of any form up to 64 characters; only its being new matters.',
    zh: '把 nonce 当作不超过 64 个字符的任意文本，只需检查它没有被使用过。',
  },
  async judge(seller) {
    await plainCall(seller)
    const found: Breach[] = []
    for (const length of [64, 32, 16]) {
      const nonce = nonceOf(length)
      const what = {
        en: `A call with a nonce of ${length} characters`,
        zh: `nonce 为 ${length} 个字符的调用`,
      }
      found.push(...(await mustAccept(seller, { what, spoil: resigned(seller, { nonce }) })))
    }
    return found
  },
} satisfies Rule

const hex = '0123456789ABCDEF'
const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

// Not drawn from the seed: a run that is repeated must not repeat its nonces.
function nonceOf(length: number): string {
  const letters = length === 64 ? hex : mixed
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}
