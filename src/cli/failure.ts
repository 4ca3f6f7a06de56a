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

/** What a port that cannot be listened at tells; undefined for any other error. */
export function listenFailure(cause: unknown, port: string | number = ''): Failure | undefined {
  if (!(cause instanceof Error && 'code' in cause && 'syscall' in cause)) return undefined
  const code = String(cause.code)
  return wrongUse(
    `koogate cannot listen at port ${port} (${code}): --port takes another.`,
    `无法监听端口 ${port}（${code}）：可用 --port 换一个。`,
    { cause },
  )
}

/**
 * What an error tells the user; undefined for one that nobody thought of. The rooms have errors of their
 * own for a wrong use, which carry a text in both languages.
 */
export function failureOf(error: unknown): Pick<Failure, 'ending' | 'text'> | undefined {
  if (error instanceof Failure) return error
  if (!(error instanceof Error) || !('text' in error)) return undefined
  return isText(error.text) ? { ending: 'wrongUse', text: error.text } : undefined
}

function isText(text: unknown): text is Text {
  return typeof text === 'object' && text !== null && 'en' in text && 'zh' in text
}
