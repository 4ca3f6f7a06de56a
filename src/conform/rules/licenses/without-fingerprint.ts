import { documents } from '../../documents.ts'
import { licenseApplication } from '../../life/license-application.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

const fingerprintNeeded = '000903'

export const rule = {
  id: 'licenses/without-fingerprint',
  generations: ['licenseA'],
  severity: 'error',
  source: documents.getLicenseAsync,
  title: {
    en: 'Takes an application without a device fingerprint, or says with 000903 that it needs one.',
    zh: '申请不带设备指纹时，要么接受，要么返回 000903 说明需要指纹。',
  },
  consequence: {
    en: 'The store cannot tell what is missing, and the buyer cannot either.',
    zh: '云商店和买家都无法知道缺少什么。',
  },
  mend: {
    en: 'deviceFingerprint is optional. Where your license is bound to a device, answer 000903.',
    zh: 'deviceFingerprint 为可选。如果 License 必须绑定设备，请返回 000903。',
  },
  async judge(seller) {
    const { id } = await sold(seller)
    const plain = mustBeDone(await seller.call('getLicenseAsync', licenseApplication(seller, id)))
    const members = licenseApplication(seller, id, { deviceFingerprint: undefined })
    const made = await seller.call('getLicenseAsync', members)
    if (made.answer.resultCode === fingerprintNeeded) return []
    return unlessDone(
      made,
      (outcome) => ({
        en: `An application without a fingerprint: ${outcome.en}.`,
        zh: `不带设备指纹的申请：${outcome.zh}。`,
      }),
      plain,
    )
  },
} satisfies Rule
