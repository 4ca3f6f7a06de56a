import { readMessage } from '../../explain/message/read-message.ts'
import type { Message, Problem } from '../../explain/message/message.ts'
import { type SchemeId, schemeIds } from '../../explain/scheme.ts'
import { schemeIn } from '../../explain/schemes/schemes.ts'
import type { KeyOptions } from '../access-keys.ts'
import { Failure, wrongUse } from '../failure.ts'

/** What the options of sign and explain say, as they were written. */
export interface ExplainFlags extends KeyOptions {
  readonly scheme?: string
  readonly signature?: string
  readonly accessKey?: string
}

/** The message of a text; throws Failure for one that cannot be read. */
export function readRequest(text: string): Message {
  return usable(readMessage(text))
}

/** A value, unless it is a problem, which is thrown as a wrong use. */
export function usable<Value extends object>(value: Value | Problem): Value {
  if (!isProblem(value)) return value
  const { en, zh } = value.text
  throw new Failure('wrongUse', { en: `${en}.`, zh: `${zh}。` })
}

function isProblem(value: object): value is Problem {
  return 'kind' in value && value.kind === 'problem'
}

/** The way of signing that is named, or that a message shows; undefined if it shows none. */
export function readScheme({ scheme }: ExplainFlags, message: Message): SchemeId | undefined {
  if (scheme === undefined) return schemeIn(message)?.id
  const found = schemeIds.find((one) => one === scheme)
  if (found !== undefined) return found
  const all = schemeIds.join(', ')
  throw wrongUse(
    `--scheme is ${scheme}; there are ${all}.`,
    `--scheme 的值 ${scheme} 不存在；可选 ${all}。`,
  )
}
