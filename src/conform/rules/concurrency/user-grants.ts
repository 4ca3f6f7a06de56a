import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { bound, grant } from '../../life/binding.ts'
import { atOnce } from '../../life/at-once.ts'
import { mustBeDone, unlessAllDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'concurrency/user-grants',
  generations: kit,
  severity: 'warning',
  source: {
    ...documents.authSync,
    note: {
      en: 'The store calls asynchronously; that calls about one enterprise may meet is inferred.',
      zh: '文档说明云商店异步调用；同一企业的调用可能并发为推断。',
    },
  },
  title: {
    en: 'Takes grants of several users of one enterprise at once.',
    zh: '同一企业多个用户的授权同步同时到达时，全部返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Write each user by its own key (instance, tenant, application, userName), and let a call that meets another wait or try again.',
    zh: '按（实例、租户、应用、userName）逐个写入用户；遇到并发写冲突时等待或重试，而不是返回失败。',
  },
  alone: true,
  async judge(seller) {
    const binding = await bound(seller)
    mustBeDone(await seller.call('authSync', grant(seller, binding, ['one'])))
    const made = await atOnce((at) =>
      seller.call('authSync', grant(seller, binding, [`user${at}`])),
    )
    return unlessAllDone(made, (outcome) => ({
      en: `A grant alone succeeded; of those at once failed ${outcome.en}.`,
      zh: `单个授权同步成功，并发时失败 ${outcome.zh}。`,
    }))
  },
} satisfies Rule
