import { documents } from '../../documents.ts'
import { licenseApplication } from '../../life/license-application.ts'
import { atOnce } from '../../life/at-once.ts'
import { isDone, judgedBy, mustBeDone, unlessAllDone } from '../../life/outcome.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'concurrency/applications',
  generations: ['licenseA'],
  severity: 'error',
  source: documents.getLicenseAsync,
  title: {
    en: 'Answers the same application for a license with success, however many of its calls come at once.',
    zh: '同一 License 申请的多个调用同时到达时，全部返回成功。',
  },
  consequence: {
    en: 'The device of the buyer gets no license, and the quota of the order is spent on licenses that nobody asked for.',
    zh: '买家设备得不到 License，订单额度却被多余的 License 占用。',
  },
  mend: {
    en: 'Remember an application by eventId and deviceFingerprint under a unique index, and let the later call wait for the license of the first.',
    zh: '以 eventId + deviceFingerprint 建立唯一索引记录申请，后到的调用等待首个申请的 License。',
  },
  alone: true,
  async judge(seller) {
    const { id } = await sold(seller)
    const alone = licenseApplication(seller, id)
    mustBeDone(await seller.call('getLicenseAsync', alone))
    const again = await seller.call('getLicenseAsync', alone)
    if (!isDone(again)) throw judgedBy('licenses/same-application')
    const members = licenseApplication(seller, id)
    const made = await atOnce(() => seller.call('getLicenseAsync', members))
    return unlessAllDone(made, (outcome) => ({
      en: `An application repeated one after the other succeeds; repeated at once fail ${outcome.en}.`,
      zh: `同一申请依次重复均成功，并发重复失败 ${outcome.zh}。`,
    }))
  },
} satisfies Rule
