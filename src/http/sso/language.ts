import type { Request } from 'express'
import { preferredLanguage } from '../pages/preferred-language.ts'
import { english } from './texts-en.ts'
import { chinese } from './texts-zh.ts'
import type { Texts } from './texts.ts'

/** The words in the language that a browser prefers. */
export function languageOf(request: Request): Texts {
  return preferredLanguage(request, 'en') === 'zh' ? chinese : english
}
