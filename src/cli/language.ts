import type { Text } from '../simulator/text.ts'

export type { Text } from '../simulator/text.ts'

export type Language = keyof Text

type Environment = Readonly<Record<string, string | undefined>>

/** The language of the shell (`LC_ALL`, `LC_MESSAGES`, `LANG`), or the one wanted; English by default. */
export function languageOf(env: Environment, wanted?: string): Language {
  const named = [wanted, env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean)
  return named?.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
