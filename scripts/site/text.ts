import { hasWords } from '../shared/chinese-texts.ts'
import type { Language } from '../shared/languages.ts'
import type { Translated } from './contract-documents.ts'

/** A text of the contract, and the language that it is written in. */
export interface Text {
  readonly text: string
  readonly language: Language
}

/** What stands in a member of the contract: the Chinese beside it for a Chinese page, where it is there. */
export function textOf(holder: Translated, member: string, language: Language): Text {
  const chinese = language === 'zh' ? holder['x-zh']?.[member] : undefined
  if (chinese !== undefined) return { text: chinese, language: 'zh' }
  const value = (holder as Readonly<Record<string, unknown>>)[member]
  const text = typeof value === 'string' ? value : ''
  return { text, language: hasWords(text) ? 'en' : language }
}

/** The first sentence of a text, without its full stop. */
export function firstSentence({ text, language }: Text): Text {
  const [first = ''] = text.split(language === 'zh' ? '。' : /\.(?= |$)/m)
  return { text: first.trim(), language }
}
