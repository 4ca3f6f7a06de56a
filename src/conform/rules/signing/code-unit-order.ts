import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { tokenInQuery } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'signing/code-unit-order',
  generations: tokenInQuery,
  severity: 'warning',
  source: {
    ...documents.tokenV1,
    note: {
      en: 'The sample sorts with a TreeMap, upper case before lower case. All parameters of today begin in lower case; the next one may not (inferred).',
      zh: '示例代码用 TreeMap 排序，大写在小写之前。目前的参数都以小写开头，以后未必如此（推断）。',
    },
  },
  title: {
    en: 'Sorts the parameters by character code, upper case before lower case.',
    zh: '按字符编码对参数排序，大写在小写之前。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Sort the names as plain texts (TreeMap, sorted(), Array.sort()), not by the rules of a language.',
    zh: '按普通字符串排序（TreeMap、sorted()、Array.sort()），不要使用区分语言的排序规则。',
  },
  async judge(seller) {
    await plainCall(seller, seller.plain, { zetaParameter: '1' })
    return mustAccept(seller, {
      what: {
        en: 'A call with a parameter whose name begins in upper case',
        zh: '参数名以大写字母开头的调用',
      },
      members: seller.valid(seller.plain, { ZetaParameter: '1' }),
    })
  },
} satisfies Rule
