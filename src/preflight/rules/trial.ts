import type { Draft } from '../draft.ts'
import { type PreflightRule, needs, problem } from '../rule.ts'
import { sources } from '../sources.ts'
import { eachSpec, specPath } from './charging.ts'

const hasTrial = ({ product }: Draft) =>
  product.specs?.some(({ trialDays }) => trialDays !== undefined) === true

/** Free trials (试用). */
export const trialRules: readonly PreflightRule[] = [
  {
    id: 'TRY-1',
    severity: 'error',
    source: sources.trial,
    title: { en: 'Only SaaS has a trial', zh: '仅 SaaS 类商品支持试用' },
    appliesTo: hasTrial,
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ trialDays }, at) =>
        trialDays === undefined || product.kind === 'SaaS'
          ? []
          : [
              problem(
                specPath(at, 'trialDays'),
                `A product of kind ${product.kind} has none.`,
                `${product.kind} 类商品不支持试用。`,
              ),
            ],
      ),
  },
  {
    id: 'TRY-2',
    severity: 'error',
    source: sources.trial,
    title: { en: 'A trial is of a specification by period', zh: '试用仅适用于包周期规格' },
    appliesTo: hasTrial,
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ trialDays, modes }, at) =>
        trialDays === undefined || modes.includes('period')
          ? []
          : [
              problem(
                specPath(at, 'trialDays'),
                `It is sold ${modes.join(', ')}.`,
                `该规格的计费模式为 ${modes.join('、')}。`,
              ),
            ],
      ),
  },
  {
    id: 'TRY-3',
    severity: 'error',
    source: sources.trial,
    title: { en: 'A trial lasts for 3 to 180 days', zh: '试用天数为 3–180 天' },
    appliesTo: hasTrial,
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ trialDays }, at) =>
        trialDays === undefined || (trialDays >= 3 && trialDays <= 180)
          ? []
          : [
              problem(
                specPath(at, 'trialDays'),
                `${trialDays} days are not.`,
                `${trialDays} 天不在范围内。`,
              ),
            ],
      ),
  },
  {
    id: 'TRY-5',
    severity: 'error',
    source: sources.trial,
    title: {
      en: 'The trial of a product of joint operation is filed before',
      zh: '联营商品的试用须提前报备',
    },
    appliesTo: (draft) => hasTrial(draft) && draft.product.jointOperation === true,
    judge: ({ draft: { product } }) =>
      product.trialFiled === undefined
        ? needs('product.trialFiled')
        : product.trialFiled
          ? []
          : [
              problem(
                ['product', 'trialFiled'],
                'File it with the contact at Huawei.',
                '请先向华为接口人报备。',
              ),
            ],
  },
]
