import type { Generation } from '../../generations.ts'
import { callTime } from '../../../simulator/store-time.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Members } from '../../exchange.ts'
import type { Activity } from '../../members.ts'
import { isAccepted, mustAccept } from '../../judging.ts'
import { type Breach, CannotJudge, type Rule } from '../../rule.ts'
import type { Seller } from '../../seller.ts'

const yearMs = 365 * 24 * 3600_000

export const rule = {
  id: 'tolerance/expiry-digits',
  generations: ['saasV2', 'licenseC'],
  severity: 'error',
  source: {
    ...documents.refreshInstanceV2,
    note: {
      en: 'The table prints yyyyMMddHHmmss (14 digits), the sample has 17.',
      zh: '字段表写的是 yyyyMMddHHmmss（14 位），示例却是 17 位。',
    },
  },
  title: {
    en: 'Accepts expireTime with 14 and with 17 digits.',
    zh: 'expireTime 接受 14 位和 17 位两种格式。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'Read the first 14 digits, in UTC; three more are milliseconds.',
    zh: '按 UTC 解析前 14 位；多出的三位是毫秒。',
  },
  async judge(seller) {
    const about = await aboutOne(seller)
    const found: Breach[] = []
    for (const digits of [14, 17]) {
      const expireTime = callTime(new Date(Date.now() + yearMs)).slice(0, digits)
      const activity = renewalOf(seller.generation)
      const what = {
        en: `An expireTime of ${digits} digits`,
        zh: `${digits} 位的 expireTime `,
      }
      const members = seller.valid(activity, { ...about, expireTime })
      found.push(...(await mustAccept(seller, { what, activity, members })))
    }
    // A renewal that fails in either form fails for another reason.
    if (found.length > 1) throw new CannotJudge(noRenewal)
    return found
  },
} satisfies Rule

const noRenewal = {
  en: 'No renewal is accepted, whatever the form of its expireTime.',
  zh: '无论 expireTime 是哪种格式，续费调用都未被接受。',
}

function renewalOf(generation: Generation): Activity {
  return generation === 'licenseC' ? 'refreshLicenseCode' : 'refreshInstance'
}

async function aboutOne(seller: Seller): Promise<Members> {
  if (seller.generation === 'licenseC') return { license: seller.newId('LICENSE') }
  const { instanceId, exchange } = await seller.buy()
  if (!isAccepted(exchange)) throw new CannotJudge(noRenewal)
  return { instanceId }
}
