import type { Text } from '../text.ts'

/** A request, or the answer to one, as it goes over the wire. */
export interface Message {
  readonly kind: 'request' | 'answer'
  /** Empty for an answer. */
  readonly method: string
  /** The whole address, or path and query; nothing of it is decoded. Empty for an answer. */
  readonly target: string
  /** In their order and spelling. */
  readonly headers: readonly Pair[]
  readonly body: Uint8Array
}

/** A name and its value. */
export type Pair = readonly [name: string, value: string]

/** Why what was given cannot be read. */
export interface Problem {
  readonly kind: 'problem'
  readonly text: Text
}

/** A problem, said in both languages. */
export function problem(en: string, zh: string): Problem {
  return { kind: 'problem', text: { en, zh } }
}

/** The first header of a name, in whatever case. */
export function headerOf({ headers }: Message, name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1]
}

/** What is before and behind the first question mark of the target. */
export function splitTarget({ target }: Message): readonly [address: string, query: string] {
  const [whole = ''] = target.split('#', 1)
  const at = whole.indexOf('?')
  return at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at + 1)]
}

/** A query as its pairs, not decoded. */
export function rawPairs(query: string): readonly Pair[] {
  const parts = query.split('&').filter((part) => part !== '')
  return parts.map((part) => {
    const at = part.indexOf('=')
    return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]
  })
}

/** A text of a query decoded once, as a form is: `+` is a blank. */
export function formDecoded(text: string): string {
  return new URLSearchParams(`a=${text.replaceAll('&', '%26')}`).get('a') ?? ''
}

/** The first parameter of a name in the query, decoded once. */
export function parameterOf(message: Message, name: string): string | undefined {
  return new URLSearchParams(splitTarget(message)[1]).get(name) ?? undefined
}
