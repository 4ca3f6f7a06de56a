import { documents } from '../../documents.ts'
import type { Exchange } from '../../exchange.ts'
import { plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'answers/memo-escaped',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Writes Chinese in appInfo.memo as \\uXXXX escapes.',
    zh: 'appInfo.memo 中的中文以 \\uXXXX 转义形式返回。',
  },
  consequence: {
    en: 'The buyer sees a garbled remark on the page of the resource.',
    zh: '买家在“资源详情”中看到的备注会是乱码。',
  },
  mend: {
    en: 'Let your JSON library write ASCII only (Jackson: JsonGenerator.Feature.ESCAPE_NON_ASCII; Python: ensure_ascii=True).',
    zh: '让 JSON 库只输出 ASCII（Jackson：JsonGenerator.Feature.ESCAPE_NON_ASCII；Python：ensure_ascii=True）。',
  },
  async judge(seller) {
    const { instanceId, exchange } = await seller.buy()
    const isShownAtOnce = seller.generation === 'saasV1'
    const made = isShownAtOnce ? exchange : await plainCall(seller, 'queryInstance', { instanceId })
    if (!hasRawMemo(made)) return []
    const message = {
      en: 'appInfo.memo holds characters outside of ASCII as they are.',
      zh: 'appInfo.memo 中含有未转义的非 ASCII 字符。',
    }
    return [breach(message, made)]
  },
} satisfies Rule

function hasRawMemo({ http }: Exchange): boolean {
  if (http.kind !== 'answer') return false
  const memos = http.text.matchAll(/"memo"\s*:\s*"((?:[^"\\]|\\.)*)"/g)
  return [...memos].some(([, memo = '']) => /[^\x00-\x7f]/.test(memo))
}
