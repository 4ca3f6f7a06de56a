import { generations } from '../../generations.ts'
import { isUtf8 } from 'node:buffer'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Exchange } from '../../exchange.ts'
import { breach, type Rule } from '../../rule.ts'
import { refusedCall } from '../../refusals.ts'

export const rule = {
  id: 'answers/utf-8',
  generations,
  severity: 'error',
  source: documents.requirements,
  title: { en: 'Answers in UTF-8.', zh: '应答使用 UTF-8 编码。' },
  consequence: consequences.debugger,
  mend: {
    en: 'Write answers as UTF-8 bytes (getBytes(StandardCharsets.UTF_8)), also those with a Chinese message, and do not name another charset in Content-Type.',
    zh: '以 UTF-8 字节输出应答（getBytes(StandardCharsets.UTF_8)），包括含中文提示的应答；Content-Type 中也不要声明其他字符集。',
  },
  async judge(seller) {
    const refused = await refusedCall(seller)
    const accepted = await seller.call(seller.plain, seller.valid(seller.plain))
    return [accepted, refused].filter(isOtherwise).map((made) =>
      breach(
        {
          en: 'An answer is not UTF-8, or declares another charset.',
          zh: '应答不是 UTF-8 编码，或声明了其他字符集。',
        },
        made,
      ),
    )
  },
} satisfies Rule

function isOtherwise({ http }: Exchange): boolean {
  if (http.kind !== 'answer') return false
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(http.contentType)?.[1] ?? 'utf-8'
  return !isUtf8(http.bytes) || !/^utf-?8$/i.test(charset)
}
