import { documents } from '../../documents.ts'
import { licenseApplication } from '../../life/license-application.ts'
import { isDone, judgedBy, mustBeDone } from '../../life/outcome.ts'
import { sold } from '../../life/subject.ts'
import { comesTrue, uploadsOf } from '../../life/uploads.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

export const rule = {
  id: 'licenses/upload-broken-off',
  generations: ['licenseA'],
  severity: 'warning',
  source: {
    ...documents.getLicenseAsync,
    note: {
      en: 'That the store applies again after a broken transfer is documented; how soon the license has to be there is not, and is taken to be as long as the debugger waits.',
      zh: '文档说明传输中断后云商店会再次申请；License 应在多久内送达未说明，此处取调试的等待时间。',
    },
  },
  needs: ['full', 'orderQuery'],
  title: {
    en: 'Brings the license when the application comes again after its upload failed.',
    zh: 'License 上传失败后，申请再次到来时能完成上传。',
  },
  consequence: {
    en: 'The device of the buyer never gets its license, and the seller believes that it has.',
    zh: '买家设备一直得不到 License，而商家以为已经交付。',
  },
  mend: {
    en: 'An application is done when the store has taken the license (CBC.0000), not when it was made: upload it again until then.',
    zh: '云商店接收（CBC.0000）后申请才算完成，而不是生成后就算完成；在此之前应再次上传。',
  },
  async judge(seller) {
    const { id } = await sold(seller)
    const plain = licenseApplication(seller, id)
    mustBeDone(await seller.call('getLicenseAsync', plain))
    const repeat = await seller.call('getLicenseAsync', plain)
    if (!isDone(repeat)) throw judgedBy('licenses/same-application')
    const members = licenseApplication(seller, id)
    const found = () => uploadsOf(seller, members['eventId'])
    seller.orderStore?.failUploads(String(members['eventId']), 'CBC.0999')
    const first = await seller.call('getLicenseAsync', members)
    const isTried = await comesTrue(() => found().all.length > 0, seller.limits.debugMs)
    if (!isTried) throw new CannotJudge(notTried)
    const again = await seller.call('getLicenseAsync', members)
    const isThere = await comesTrue(() => found().taken.length > 0, seller.limits.debugMs)
    if (isThere) return []
    const message = {
      en: 'The upload failed once; the application came again, and no license did.',
      zh: '上传失败一次；申请再次到来后，仍没有 License 上传。',
    }
    return [breach(message, first, again)]
  },
} satisfies Rule

const notTried = {
  en: 'No license was uploaded to our store in time.',
  zh: '限定时间内没有 License 上传到本工具。',
}
