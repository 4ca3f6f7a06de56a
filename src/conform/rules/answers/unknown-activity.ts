import { documents } from '../../documents.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'answers/unknown-activity',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB', 'licenseC', 'orders'],
  severity: 'warning',
  source: {
    ...documents.resultCodes,
    note: {
      en: 'The documents do not say what an unknown activity gets; interfaces have been added before (changeInstanceCheck in 2025).',
      zh: '文档没有说明如何应答未知的 activity；此前增加过接口（2025 年的 changeInstanceCheck）。',
    },
  },
  title: {
    en: 'Does not answer success to an activity that it does not know.',
    zh: '未知的 activity 不返回成功。',
  },
  consequence: {
    en: 'The store adds interfaces. A server that says success to all of them lets a buyer renew or change what it then never carries out.',
    zh: '云商店会增加接口。对未知接口一律返回成功的服务器，会让买家付了款却得不到相应的变更。',
  },
  mend: {
    en: 'Answer 000002 in the default branch of the switch over activity.',
    zh: '在按 activity 分发的默认分支中返回 000002。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustRefuse(seller, {
      what: {
        en: 'The activity koogateConformUnknown',
        zh: '未知的 activity(koogateConformUnknown)',
      },
      members: seller.valid(seller.plain, { activity: 'koogateConformUnknown' }),
    })
  },
} satisfies Rule
