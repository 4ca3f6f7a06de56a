import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { unlessDone } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

const withoutOrder = { orderId: undefined, orderLineId: undefined }

export const rule = {
  id: 'order/release-with-order',
  generations: ['saasV2', 'licenseA', 'licenseC'],
  severity: 'error',
  source: documents.releaseV2,
  title: {
    en: 'Releases what a buyer unsubscribed: the orderId is the one of the unsubscription.',
    zh: '退订释放时 orderId 是退订订单的 ID，应正常释放。',
  },
  consequence: consequences.endStops,
  mend: {
    en: 'Find the instance by its id. The orderId of a release belongs to the unsubscription, which you have not seen before.',
    zh: '按实例 ID 查找。释放调用中的 orderId 属于退订订单，此前并未见过。',
  },
  async judge(seller) {
    const ended = await sold(seller)
    const released = await playWell(seller, stepOf(seller, 'release', ended, withoutOrder))
    const subject = await sold(seller)
    const order = seller.placeOrder({ orderType: 'UNSUBSCRIBE' })
    return unlessDone(
      await play(seller, stepOf(seller, 'release', subject, { ...order })),
      (outcome) => ({
        en: `A release without an order succeeds; one for an unsubscription: ${outcome.en}.`,
        zh: `不带订单的释放成功；退订释放：${outcome.zh}。`,
      }),
      released,
    )
  },
} satisfies Rule
