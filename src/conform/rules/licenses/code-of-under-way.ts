import { done, underWay } from '../../../simulator/calls/result-codes.ts'
import { documents } from '../../documents.ts'
import { licenseApplication } from '../../life/license-application.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Rule } from '../../rule.ts'

const nearly = [done, underWay].map((code) => Number(code))

export const rule = {
  id: 'licenses/code-of-under-way',
  generations: ['licenseA'],
  severity: 'error',
  source: {
    ...documents.getLicenseAsync,
    note: {
      en: 'The documents misprint the code as 0000004 in one place; it has six digits.',
      zh: '文档有一处误印为 0000004；结果码为 6 位。',
    },
  },
  title: {
    en: 'Says of a license that is being made that it is under way with 000004, six digits.',
    zh: 'License 异步生成中返回 6 位的 000004。',
  },
  consequence: {
    en: 'The store does not know the code and takes the application as failed.',
    zh: '云商店不识别该结果码，视为申请失败。',
  },
  mend: {
    en: 'Answer 000000 where the license is there and 000004 where it comes later, as texts of six digits.',
    zh: 'License 已生成返回 000000，稍后生成返回 000004，均为 6 位字符串。',
  },
  async judge(seller) {
    const { id } = await sold(seller)
    const made = await seller.call('getLicenseAsync', licenseApplication(seller, id))
    const { resultCode = '' } = made.answer
    const isRight = resultCode === done || resultCode === underWay
    if (isRight || !/^0+4?$/.test(resultCode) || !nearly.includes(Number(resultCode))) return []
    const message = {
      en: `The application was answered with resultCode ${resultCode}.`,
      zh: `申请返回的 resultCode 为 ${resultCode}。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule
