import { documents } from '../../documents.ts'
import { licenseApplication } from '../../life/license-application.ts'
import { mustBeDone } from '../../life/outcome.ts'
import { sold } from '../../life/subject.ts'
import { comesTrue, contentOf, uploadsOf } from '../../life/uploads.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

// For a second upload, which nobody has to make.
const againMs = 300

export const rule = {
  id: 'licenses/same-upload',
  generations: ['licenseA'],
  severity: 'error',
  source: documents.getLicenseAsync,
  needs: ['full', 'orderQuery'],
  title: {
    en: 'Makes one license of an application, however often it comes: what it uploads is the same.',
    zh: '同一 License 申请只生成一个 License：无论申请几次，上传的内容都相同。',
  },
  consequence: {
    en: 'The device of the buyer has one license and the store another, and each of them counts.',
    zh: '买家设备与云商店持有的 License 不一致，且每个都占用额度。',
  },
  mend: {
    en: 'Keep the license under eventId and deviceFingerprint, and upload the one that is there when the application comes again.',
    zh: '以 eventId + deviceFingerprint 保存 License，申请再次到来时上传已有的那一个。',
  },
  async judge(seller) {
    const { id } = await sold(seller)
    const members = licenseApplication(seller, id)
    const found = () => uploadsOf(seller, members['eventId']).taken
    const first = mustBeDone(await seller.call('getLicenseAsync', members))
    const isUploaded = await comesTrue(() => found().length > 0, seller.limits.debugMs)
    if (!isUploaded) throw new CannotJudge(noUpload)
    const again = mustBeDone(await seller.call('getLicenseAsync', members))
    await comesTrue(() => found().length > 1, againMs)
    const contents = new Set(found().map(contentOf))
    if (contents.size === 1) return []
    const message = {
      en: `The same application, made twice, brought ${contents.size} licenses.`,
      zh: `同一申请发出两次，上传了 ${contents.size} 个不同的 License。`,
    }
    return [breach(message, first, again)]
  },
} satisfies Rule

const noUpload = {
  en: 'No license was uploaded to our store in time.',
  zh: '限定时间内没有 License 上传到本工具。',
}
