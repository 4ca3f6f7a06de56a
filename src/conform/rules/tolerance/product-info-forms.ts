import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Breach, Rule } from '../../rule.ts'

export const rule = {
  id: 'tolerance/product-info-forms',
  generations: ['saasV2'],
  severity: 'warning',
  source: {
    ...documents.changeCheck,
    note: {
      en: 'The edition of 2026-01 sends an object; earlier ones did not define the field. A JSON text of it and a list of one are inferred.',
      zh: '2026 年 1 月版文档发送的是对象，此前版本没有定义该字段。JSON 文本和单元素列表两种形式属于推断。',
    },
  },
  title: {
    en: 'Accepts productInfo of a change check as an object, as a list of one and as JSON text.',
    zh: '续费变更校验的 productInfo 为对象、单元素列表或 JSON 文本时都能接受。',
  },
  consequence: {
    en: 'A refusal tells the buyer that the renewal is impossible: the store sells nothing.',
    zh: '校验被拒绝时，买家会看到无法续费变更，交易无法完成。',
  },
  mend: {
    en: 'If productInfo is a text, parse it as JSON; if it is a list, take its first item.',
    zh: 'productInfo 是文本时按 JSON 解析，是列表时取第一个元素。',
  },
  async judge(seller) {
    const { instanceId } = await seller.buy()
    const { members } = await plainCall(seller, 'changeInstanceCheck', { instanceId })
    const product = members['productInfo']
    const forms = { 'a list of one': [product], 'JSON text': JSON.stringify(product) }
    const found: Breach[] = []
    for (const [form, productInfo] of Object.entries(forms)) {
      const what = {
        en: `A change check with productInfo as ${form}`,
        zh: `productInfo 为${form === 'JSON text' ? ' JSON 文本' : '单元素列表'}的变更校验`,
      }
      const other = await seller.buy()
      const ids = { instanceId: other.instanceId }
      const changed = seller.valid('changeInstanceCheck', { ...ids, productInfo })
      const call = { what, activity: 'changeInstanceCheck', members: changed } as const
      found.push(...(await mustAccept(seller, call)))
    }
    return found
  },
} satisfies Rule
