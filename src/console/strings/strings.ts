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
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}
