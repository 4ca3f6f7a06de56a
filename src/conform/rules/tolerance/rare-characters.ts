import type { Generation } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'tolerance/rare-characters',
  generations: ['saasV1', 'licenseB', 'kitV2', 'kitV1'],
  severity: 'warning',
  source: {
    ...documents.newInstanceV1,
    note: {
      en: 'Names are texts in UTF-8; which characters occur in them is up to the customer (inferred).',
      zh: '名称为 UTF-8 文本，包含哪些字符由客户决定（推断）。',
    },
  },
  title: {
    en: 'Accepts names with rare Chinese characters and symbols (four bytes in UTF-8).',
    zh: '接受含有生僻汉字和表情符号（UTF-8 四字节）的名称。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Store names in columns that hold all of Unicode (MySQL: utf8mb4, not utf8), and count their length in characters.',
    zh: '用支持全部 Unicode 的列保存名称（MySQL 使用 utf8mb4 而不是 utf8），并按字符计算长度。',
  },
  async judge(seller) {
    await plainCall(seller)
    const name = nameOf(seller.generation)
    return mustAccept(seller, {
      what: {
        en: `A ${name} with rare characters`,
        zh: `${name} 含有生僻字的调用`,
      },
      members: seller.valid(seller.plain, { [name]: '𠮷林𬭚科技 "A\\B" 😀' }),
    })
  },
} satisfies Rule

function nameOf(generation: Generation): string {
  return generation === 'kitV1' || generation === 'kitV2' ? 'name' : 'customerName'
}
