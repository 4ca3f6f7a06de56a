import { documents } from '../../documents.ts'
import { licenseIn } from '../../life/shown.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

export const rule = {
  id: 'licenses/license-of-order',
  generations: ['licenseB'],
  severity: 'warning',
  source: {
    ...documents.getLicenseB,
    note: {
      en: 'The license is made from the identification code (识别码) of the order; that two orders have different licenses is inferred.',
      zh: 'License 由订单的识别码生成；不同订单的 License 不同为推断。',
    },
  },
  title: {
    en: 'Makes a license of its own for each order.',
    zh: '每个订单各生成一个 License。',
  },
  consequence: {
    en: 'One buyer can use what another one has paid for, on any machine.',
    zh: '一个买家的 License 可以被其他人在任意设备上使用。',
  },
  mend: {
    en: 'Make the license from the identification code in saasExtendParams, or of the order.',
    zh: '根据 saasExtendParams 中的识别码或订单生成 License。',
  },
  async judge(seller) {
    const one = await seller.buy({ saasExtendParams: identifiedBy('ID-1') })
    const other = await seller.buy({ saasExtendParams: identifiedBy('ID-2') })
    const license = licenseIn(one.exchange)
    if (license === undefined) throw new CannotJudge(noLicense)
    if (license !== licenseIn(other.exchange)) return []
    const message = {
      en: 'Two orders with different identification codes were answered with the same license.',
      zh: '识别码不同的两个订单返回了相同的 License。',
    }
    return [breach(message, one.exchange, other.exchange)]
  },
} satisfies Rule

const noLicense = { en: 'The answer has no license.', zh: '应答中没有 license。' }

function identifiedBy(value: string): string {
  return Buffer.from(JSON.stringify([{ name: 'identificationCode', value }])).toString('base64')
}
