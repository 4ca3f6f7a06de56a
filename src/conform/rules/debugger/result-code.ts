import { consequences } from '../../consequences.ts'
import { activitiesOf, generations } from '../../generations.ts'
import { callEach, inAnswer } from '../../debugger-finds.ts'
import type { Exchange } from '../../exchange.ts'
import { isAccepted } from '../../judging.ts'
import type { Activity } from '../../members.ts'
import { callInOtherForms } from '../../other-forms.ts'
import type { Seller } from '../../seller.ts'
import { documents } from '../../documents.ts'
import { breach, type Breach, type Rule } from '../../rule.ts'

/** DBG-6. */
export const rule = {
  id: 'debugger/result-code',
  generations,
  severity: 'error',
  source: documents.faqV2,
  title: {
    en: 'Answers 000000 to valid calls about an instance that it has made.',
    zh: '对自己创建的实例的合法调用返回 000000。',
  },
  consequence: consequences.debugger,
  mend: {
    en: 'Look up the reason in your log for the call below; a call of the debugger (testFlag 1) must succeed like one of a buyer.',
    zh: '在日志中查找下列调用失败的原因；调试调用（testFlag 为 1）必须与买家的调用一样成功。',
  },
  async judge(seller) {
    const refused = (await callEach(seller)).filter((made) => faultOf(seller, made) !== undefined)
    const found: Breach[] = []
    for (const made of refused) {
      const others = await callInOtherForms(seller, nameOf(seller, made))
      if (others.some(isAccepted)) continue
      found.push(breach(inAnswer(made.activity, faultOf(seller, made) ?? ''), made, ...others))
    }
    return found
  },
} satisfies Rule

function faultOf(seller: Seller, made: Exchange): string | undefined {
  return seller.faults(made).find(({ check }) => check === 'DBG-6')?.message
}

function nameOf(seller: Seller, { activity }: Exchange): Activity {
  return activitiesOf(seller.generation).find((name) => name === activity) ?? seller.plain
}
