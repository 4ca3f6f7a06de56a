import { documents } from '../../documents.ts'
import { licenseApplication } from '../../life/license-application.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'licenses/same-application',
  generations: ['licenseA'],
  severity: 'error',
  source: documents.getLicenseAsync,
  title: {
    en: 'Answers the same application for a license again with success, and not with a quota that is spent.',
    zh: '同一 License 申请再次调用时返回成功，而不是“额度不足”。',
  },
  consequence: {
    en: 'Where the upload of a license broke off, the store applies again: the device of the buyer never gets it.',
    zh: '上传 License 中断后云商店会再次申请，买家设备将一直得不到 License。',
  },
  mend: {
    en: 'eventId, together with deviceFingerprint, makes the application. Give the license that was made for it, and count it once.',
    zh: '以 eventId + deviceFingerprint 识别同一申请，返回已生成的 License，额度只扣一次。',
  },
  async judge(seller) {
    const { id } = await sold(seller)
    const members = licenseApplication(seller, id)
    const first = mustBeDone(await seller.call('getLicenseAsync', members))
    return unlessDone(
      await seller.call('getLicenseAsync', members),
      (outcome) => ({
        en: `The first application succeeded; the same again: ${outcome.en}.`,
        zh: `首次申请成功，相同的申请再次发出：${outcome.zh}。`,
      }),
      first,
    )
  },
} satisfies Rule
