import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { unlessDone } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { expiryIn } from '../../life/times.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/late-renewal',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseC'],
  severity: 'warning',
  source: {
    ...documents.interfacesV2,
    note: {
      en: 'That a failed call can be restarted by hand (重新启动) is documented; that it then may come after a later one is inferred.',
      zh: '失败的调用可手动“重新启动”有文档说明；重启的调用可能晚于之后的续费为推断。',
    },
  },
  title: {
    en: 'Answers a renewal that was restarted late with success, though its expiry is the earlier one.',
    zh: '迟到重启的续费到期时间早于当前到期时间，也返回成功。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'Keep the later expiry and answer 000000. Only a cancelled renewal moves an expiry back.',
    zh: '保留较晚的到期时间并返回 000000。只有退续费才会把到期时间提前。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const inYears = (years: number) =>
      stepOf(seller, 'renew', subject, { expireTime: expiryIn(365 * years, seller.generation) })
    const first = await playWell(seller, inYears(2))
    const third = await playWell(seller, inYears(4))
    return unlessDone(
      await play(seller, inYears(3)),
      (outcome) => ({
        en: `The renewal that came late: ${outcome.en}.`,
        zh: `迟到的续费：${outcome.zh}。`,
      }),
      first,
      third,
    )
  },
} satisfies Rule
