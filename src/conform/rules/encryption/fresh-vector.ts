import { credentialsOf, isEncrypted } from '../../credentials.ts'
import { documents } from '../../documents.ts'
import { plainCall } from '../../judging.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

const ivCharacters = 16

export const rule = {
  id: 'encryption/fresh-vector',
  generations: ['saasV1'],
  severity: 'warning',
  source: {
    ...documents.javaSampleV1,
    note: {
      en: 'The sample draws 16 random letters and digits each time; the store does not check it.',
      zh: '示例代码每次随机生成 16 个字母和数字；云商店不作校验。',
    },
  },
  title: {
    en: 'Draws a new initial vector for every field that it encrypts.',
    zh: '每次加密字段都使用新的随机初始向量。',
  },
  consequence: {
    en: 'None of the store. With one vector equal passwords have equal cipher texts, which whoever reads a log can compare.',
    zh: '云商店没有处罚。但固定的初始向量会使相同密码得到相同密文，看到日志的人可以据此比对。',
  },
  mend: {
    en: 'Draw 16 letters and digits from a secure random source for each field and put them before the cipher text.',
    zh: '每个字段都用安全随机源生成 16 个字母和数字，放在密文前面。',
  },
  async judge(seller) {
    const made = [await plainCall(seller), await plainCall(seller)]
    const values = made.flatMap((one) => credentialsOf(one).map(({ value }) => value))
    if (!values.every((value) => isEncrypted(value, seller.key)))
      throw new CannotJudge(notEncrypted)
    const vectors = values.map((value) => value.slice(0, ivCharacters))
    if (new Set(vectors).size === vectors.length) return []
    const message = {
      en: 'Two encrypted fields begin with the same initial vector.',
      zh: '两个加密字段使用了相同的初始向量。',
    }
    return [breach(message, ...made)]
  },
} satisfies Rule

const notEncrypted = {
  en: 'userName and password are not encrypted with the Key.',
  zh: 'userName 和 password 没有用 Key 加密。',
}
