import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { departments } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

const text = JSON.stringify([{ orgCode: '2', orgName: '总公司', parentCode: '' }])

export const rule = {
  id: 'kit/departments-as-text',
  generations: ['kitV2'],
  severity: 'warning',
  source: {
    ...documents.allOrgSync,
    note: {
      en: 'An older edition of the page describes the list as a JSON text, and its sample has one.',
      zh: '旧版文档将列表描述为 JSON 字符串，示例也是字符串。',
    },
  },
  title: {
    en: 'Takes the list of departments as an array and as the JSON text of one.',
    zh: '部门列表既可为数组，也可为数组的 JSON 字符串。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Where orgInfoList is a text, parse it once more.',
    zh: 'orgInfoList 为字符串时，再解析一次。',
  },
  judge: kitCalls({
    activity: 'allOrgSync',
    calls: [
      (seller, binding) => departments(seller, binding, ['1']),
      (seller, binding) => seller.valid('allOrgSync', { ...binding, orgInfoList: text }),
    ],
    what: { en: 'The list as a JSON text', zh: 'JSON 字符串形式的列表' },
  }),
} satisfies Rule
