import { fingerprint } from '../../crypto/fingerprint.ts'
import { contentOf } from '../../explain/bytes.ts'
import { type Explanation, explain } from '../../explain/explain.ts'
import type { Message, Problem } from '../../explain/message/message.ts'
import { readMessage } from '../../explain/message/read-message.ts'
import type { NamedKey } from '../../explain/mistakes/key.ts'
import { type SchemeId, schemeIds } from '../../explain/scheme.ts'
import { schemeIn } from '../../explain/schemes/schemes.ts'
import type { KeyOptions } from '../access-keys.ts'
import type { Context } from '../context.ts'
import { Failure, wrongUse } from '../failure.ts'
import { readInput } from '../read-input.ts'
import { explanationJson } from './explanation-json.ts'
import { explanationLines } from './explanation-lines.ts'
import { keysFor } from './keys-for.ts'

/** What the options of the command say, as they were written. */
export interface ExplainFlags extends KeyOptions {
  readonly scheme?: string
  readonly signature?: string
  readonly bytes?: boolean
}

/** Prints the explanation of a request; a wrong signature is a broken rule. */
export async function runExplain(
  file: string | undefined,
  flags: ExplainFlags,
  context: Context,
): Promise<void> {
  const { output, end } = context
  const scheme = flags.scheme === undefined ? undefined : readScheme(flags.scheme)
  const message = readText(await readInput(file, context))
  const way = scheme ?? schemeIn(message)?.id
  const keys = way === undefined ? [] : keysFor(way, message, { flags, env: context.env })
  const explanation = explained({ message, keys, scheme: way, received: flags.signature })
  const key = keyLine(keys)
  for (const line of explanationLines(explanation, {
    key,
    isWhole: flags.bytes === true,
    output,
  })) {
    output.line(line)
  }
  output.json(explanationJson(explanation, key))
  if (['mistaken', 'unexplained'].includes(explanation.verdict.kind)) end('broken')
}

/** A way of signing by its name; throws Failure otherwise. */
export function readScheme(text: string): SchemeId {
  const found = schemeIds.find((id) => id === text)
  if (found !== undefined) return found
  const all = schemeIds.join(', ')
  throw wrongUse(
    `--scheme is ${text}; there are ${all}.`,
    `--scheme 的值 ${text} 不存在；可选 ${all}。`,
  )
}

/** Throws what keeps a message from being read as a wrong use. */
export function refuse({ text }: Problem): never {
  throw new Failure('wrongUse', { en: `${text.en}.`, zh: `${text.zh}。` })
}

function readText(bytes: Uint8Array): Message {
  const content = contentOf(bytes)
  if (typeof content !== 'string') {
    throw wrongUse('The request is not UTF-8.', '请求不是 UTF-8。')
  }
  const message = readMessage(content)
  return message.kind === 'problem' ? refuse(message) : message
}

interface Asked {
  readonly message: Message
  readonly keys: readonly NamedKey[]
  readonly scheme: SchemeId | undefined
  readonly received: string | undefined
}

function explained({ message, keys, scheme, received }: Asked): Explanation {
  const answer = explain({
    ...{ message, keys },
    ...(scheme !== undefined && { scheme }),
    ...(received !== undefined && { received }),
  })
  return answer.kind === 'problem' ? refuse(answer) : answer
}

// A key is never shown: this tells it from others.
function keyLine([first]: readonly NamedKey[]): string {
  return first === undefined ? '' : `${first.name}, ${fingerprint(first.key)}`
}
