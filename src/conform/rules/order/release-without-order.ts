import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { unlessDone } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/release-without-order',
  generations: ['saasV2', 'licenseA', 'licenseC'],
  severity: 'error',
  source: documents.releaseV2,
  title: {
    en: 'Releases what nobody renewed: no orderId comes with it.',
    zh: '到期未续费的释放不带 orderId，应正常释放。',
  },
  consequence: consequences.endStops,
  mend: {
    en: 'orderId and orderLineId are optional: they come only with an unsubscription.',
    zh: 'orderId 和 orderLineId 为可选，仅退订时才有。',
  },
  async judge(seller) {
    const unsubscribed = await sold(seller)
    const order = seller.placeOrder({ orderType: 'UNSUBSCRIBE' })
    const released = await playWell(seller, stepOf(seller, 'release', unsubscribed, { ...order }))
    const subject = await sold(seller)
    const withoutOrder = { orderId: undefined, orderLineId: undefined }
    return unlessDone(
      await play(seller, stepOf(seller, 'release', subject, withoutOrder)),
      (outcome) => ({
        en: `A release for an unsubscription succeeds; one without an order: ${outcome.en}.`,
        zh: `退订释放成功；不带订单的释放：${outcome.zh}。`,
      }),
      released,
    )
  },
} satisfies Rule
