import type { Language, Strings } from './strings.ts'

const loaders: Readonly<Record<Language, () => Promise<Strings>>> = {
  en: () => import('./en/index.ts').then(({ en }) => en),
  zh: () => import('./zh/index.ts').then(({ zh }) => zh),
}
const kept = 'koogate-language'

/** The language that was chosen here before, else the browser's. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept) ?? navigator.language
  return chosen.startsWith('zh') ? 'zh' : 'en'
}

/** Loads the words of a language, and only those, and remembers it. */
export async function loadStrings(language: Language, remember = false): Promise<Strings> {
  const strings = await loaders[language]()
  if (remember) localStorage.setItem(kept, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  return strings
}
