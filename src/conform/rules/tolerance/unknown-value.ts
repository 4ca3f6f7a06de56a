import type { Generation } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Members } from '../../exchange.ts'
import { plainCall } from '../../judging.ts'
import type { Activity } from '../../members.ts'
import { breach, type Rule } from '../../rule.ts'

interface Case {
  readonly activity: Activity
  readonly changed: Members
}

const newScene = { scene: 'SCENE_OF_TOMORROW' }
const cases: Readonly<Partial<Record<Generation, Case>>> = {
  saasV2: { activity: 'refreshInstance', changed: newScene },
  licenseA: { activity: 'refreshInstance', changed: newScene },
  licenseC: { activity: 'refreshLicenseCode', changed: newScene },
  saasV1: { activity: 'newInstance', changed: { chargingMode: '99' } },
}

export const rule = {
  id: 'tolerance/unknown-value',
  generations: ['saasV2', 'licenseA', 'licenseC', 'saasV1'],
  severity: 'warning',
  source: {
    ...documents.refreshInstanceV2,
    note: {
      en: 'Values were added before (RENEWAL_CHANGE in 2025). What a seller answers is not documented; that it answers is.',
      zh: '此前增加过取值（2025 年的 RENEWAL_CHANGE）。文档没有规定如何应答未知取值，但必须有应答。',
    },
  },
  title: {
    en: 'Answers a call with a value that it does not know, be it with a refusal.',
    zh: '收到未知取值的调用时仍能应答（可以拒绝）。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Let the default branch answer 000002 naming the field, instead of failing on the enum.',
    zh: '在默认分支返回 000002 并指出字段名，不要因枚举转换失败而中断。',
  },
  async judge(seller) {
    const one = cases[seller.generation]
    if (one === undefined) return []
    const { purchase, plain } = seller
    const about =
      purchase === undefined || one.activity === plain
        ? {}
        : { instanceId: (await seller.buy()).instanceId }
    await plainCall(seller, one.activity, about)
    const members = seller.valid(one.activity, { ...about, ...one.changed })
    const made = await seller.call(one.activity, members)
    if (made.answer.resultCode !== undefined) return []
    const message = {
      en: `${JSON.stringify(one.changed)} in ${one.activity} got no answer with a resultCode.`,
      zh: `${one.activity} 中的 ${JSON.stringify(one.changed)} 没有得到含 resultCode 的应答。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule
