import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isAccepted, plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'

const mostCharacters = 255

export const rule = {
  id: 'answers/message-length',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB', 'licenseC', 'orders'],
  severity: 'error',
  source: documents.faqV1,
  title: {
    en: 'Keeps resultMsg within 255 characters, however long what it complains about is.',
    zh: '无论出错的内容多长，resultMsg 都不超过 255 个字符。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Name the field and not its value, and cut the message at 255 characters. No stack trace belongs there.',
    zh: '提示中写字段名而不是字段值，并在 255 个字符处截断；不要放入异常堆栈。',
  },
  async judge(seller) {
    await plainCall(seller)
    const activity = `unknown${'X'.repeat(mostCharacters)}`
    const made = await seller.call(seller.plain, seller.valid(seller.plain, { activity }))
    const length = (made.answer.resultMsg ?? '').length
    if (isAccepted(made) || length <= mostCharacters) return []
    const message = {
      en: `resultMsg has ${length} characters.`,
      zh: `resultMsg 有 ${length} 个字符。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule
