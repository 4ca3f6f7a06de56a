import type { Ending } from './exit-codes.ts'
import type { Text } from './language.ts'

/** Why a command cannot go on, as a sentence for its user, who can mend it. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly ending: Extract<Ending, 'wrongUse' | 'notJudged'>
  readonly text: Text

  constructor(ending: Failure['ending'], text: Text, options?: ErrorOptions) {
    super(text.en, options)
    this.ending = ending
    this.text = text
  }
}

/** A use that is wrong, told in a sentence which names the option, the word or the file. */
export function wrongUse(en: string, zh: string, options?: ErrorOptions): Failure {
  return new Failure('wrongUse', { en, zh }, options)
}
