import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { atOnce } from '../../life/at-once.ts'
import { isDone, judgedBy, unlessAllDone } from '../../life/outcome.ts'
import { generationsWith, play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'concurrency/renewal-repeats',
  generations: generationsWith('renew'),
  severity: 'error',
  source: documents.debugging,
  title: {
    en: 'Answers the same renewal with success, however many of its calls come at once.',
    zh: '同一续费订单的多个调用同时到达时，全部返回成功。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'The unique index that keeps an order from being applied twice throws for the second call: take that as a repeat and answer 000000, not 000005.',
    zh: '防止重复处理的唯一索引会让第二个调用抛出异常：应把它当作重复调用返回 000000，而不是 000005。',
  },
  alone: true,
  async judge(seller) {
    const subject = await sold(seller)
    const alone = stepOf(seller, 'renew', subject)
    await playWell(seller, alone)
    if (!isDone(await play(seller, alone))) throw judgedBy('repeats/renewal')
    const renewal = stepOf(seller, 'renew', subject)
    return unlessAllDone(await atOnce(() => play(seller, renewal)), (outcome) => ({
      en: `A renewal repeated one after the other succeeds; repeated at once fail ${outcome.en}.`,
      zh: `同一续费依次重复均成功，并发重复失败 ${outcome.zh}。`,
    }))
  },
} satisfies Rule
