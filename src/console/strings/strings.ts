import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { en } from './en/index.ts'

/** The words of one language by page; English says which there are. */
export type Strings = typeof en
export type Language = 'en' | 'zh'

/** The words of the chosen language. `const { alarms: words } = useStrings()`. */
export const useStrings = (): Strings => useContext(StringsContext)

// Nothing is rendered before the words are there.
export const StringsContext = createContext({} as Strings)

/** A word for a code of the contract: an unknown one is shown as it is. `wordFor(words.states, state)`. */
export const wordFor = (words: Words, code: string): string => wordOr(words, code, code)

/** A word for a code, or the sentence of the service that comes with one that is not known here. */
export function wordOr(words: Words, code: string, sentence: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? sentence) : sentence
}

type Words = Readonly<Record<string, string>>
