import { english } from './words-en.js'
import { chinese } from './words-zh.js'

/** The words of the page in the language that the server has chosen. */
export const words = document.documentElement.lang === 'en' ? english : chinese

/** What a word of the store is called, or the word itself for one that is new. */
export function named(kind, word) {
  return words[kind][word] ?? word
}

/** The text of both languages that the reader wants. */
export function inWords(text) {
  return text === null ? '' : text[words.isChinese ? 'zh' : 'en']
}
