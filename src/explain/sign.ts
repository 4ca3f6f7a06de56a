import type { Message, Problem } from './message/message.ts'
import type { Moment, SchemeId } from './scheme.ts'
import { schemes } from './schemes/schemes.ts'

/** A request to sign. */
export interface Unsigned {
  readonly scheme: SchemeId
  readonly message: Message
  readonly key: string
  readonly moment: Moment
}

/** The message with its time, its nonce and its signature; times and nonces that it has stay. */
export function signMessage({ scheme: id, message, key, moment }: Unsigned): Message | Problem {
  const scheme = schemes[id]
  const stamped = scheme.stamp(message, moment)
  const seen = scheme.examine(stamped, [{ name: scheme.keyName.en, key }])
  if ('kind' in seen) return seen
  return scheme.place(stamped, seen.expected, moment)
}
