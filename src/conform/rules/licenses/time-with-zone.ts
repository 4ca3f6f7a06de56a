import { documents } from '../../documents.ts'
import { licenseApplication } from '../../life/license-application.ts'
import { isDone, judgedBy, unlessDone } from '../../life/outcome.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

// As the sample of the page prints them.
const printed = { effectiveTime: '2023-10-27 10:30:15 z', expireTime: '2024-10-27 10:30:15 z' }
const plain = { effectiveTime: '20231027103015', expireTime: '20241027103015' }

export const rule = {
  id: 'licenses/time-with-zone',
  generations: ['licenseA'],
  severity: 'error',
  source: documents.getLicenseAsync,
  title: {
    en: 'Reads the times of a license as the documents print them: 2023-10-27 10:30:15 z, UTC.',
    zh: '能解析文档格式的 License 时间：2023-10-27 10:30:15 z（UTC）。',
  },
  consequence: {
    en: 'No application for a license succeeds.',
    zh: '所有 License 申请都会失败。',
  },
  mend: {
    en: 'Take the form with blanks and a z at its end; neither ISO 8601 nor the digits of the other interfaces come here.',
    zh: '支持带空格并以 z 结尾的格式；此处既不是 ISO 8601，也不是其他接口的纯数字格式。',
  },
  async judge(seller) {
    const { id } = await sold(seller)
    const apply = (times: object) =>
      seller.call('getLicenseAsync', licenseApplication(seller, id, { ...times }))
    const made = await apply(printed)
    if (isDone(made)) return []
    const other = await apply(plain)
    if (!isDone(other)) throw judgedBy('licenses/same-application')
    return unlessDone(
      made,
      (outcome) => ({
        en: `Times as the documents print them: ${outcome.en}; as digits they are taken.`,
        zh: `文档格式的时间：${outcome.zh}；纯数字格式则成功。`,
      }),
      other,
    )
  },
} satisfies Rule
