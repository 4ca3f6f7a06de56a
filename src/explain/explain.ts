import { type Message, type Problem, problem } from './message/message.ts'
import { readMessage } from './message/read-message.ts'
import type { NamedKey } from './mistakes/key.ts'
import type { Judgement, Scheme, SchemeId } from './scheme.ts'
import { schemeIn, schemes } from './schemes/schemes.ts'
import type { Step } from './step.ts'
import type { Text } from './text.ts'

/** What is to be explained. */
export interface Question {
  /** A curl line, raw HTTP, an address, parts as JSON, or a message that was read already. */
  readonly message: string | Message
  /** The key that belongs there first; the others are tried as wrong ones. */
  readonly keys: readonly NamedKey[]
  /** How it is signed, where the message does not show it. */
  readonly scheme?: SchemeId
  /** The signature, where the message does not carry it. */
  readonly received?: string
}

/** What became of it; unsigned where there is no signature to judge. */
export type Verdict = Judgement | { readonly kind: 'unsigned' }

/** A signature, explained. */
export interface Explanation {
  readonly kind: 'explanation'
  readonly scheme: Pick<Scheme, 'id' | 'title' | 'keyName'>
  readonly steps: readonly Step[]
  readonly expected: string
  readonly received: string | undefined
  readonly verdict: Verdict
  readonly notes: readonly Text[]
}

/** Explains the signature of a message: each step to the right one, and what makes the received one. */
export function explain(question: Question): Explanation | Problem {
  const message =
    typeof question.message === 'string' ? readMessage(question.message) : question.message
  if (message.kind === 'problem') return message
  const scheme = question.scheme === undefined ? schemeIn(message) : schemes[question.scheme]
  if (scheme === undefined) return unknownScheme
  const [first] = question.keys
  if (first === undefined || first.key === '') {
    return problem(`The ${scheme.keyName.en} is missing`, `没有给出${scheme.keyName.zh}`)
  }
  const seen = scheme.examine(message, question.keys)
  if ('kind' in seen) return seen
  const { steps, expected, judge } = seen
  const received = question.received?.trim() ?? seen.received
  const verdict: Verdict = received ? judge(received) : { kind: 'unsigned' }
  const notes = [...keyNotes(first.key), ...seen.notes]
  return { kind: 'explanation', scheme, steps, expected, received, verdict, notes }
}

const unknownScheme = problem(
  'The message does not show how it is signed: it has no signature or authToken in its query, and none of the headers authToken, x-sign, Body-Sign, Authorization: SDK-HMAC-SHA256, ts and nonce, webhook-id. Choose the way of signing',
  '从报文看不出签名方式：查询参数里没有 signature 或 authToken，也没有 authToken、x-sign、Body-Sign、Authorization: SDK-HMAC-SHA256、ts 和 nonce、webhook-id 这些消息头。请选择签名方式',
)

function keyNotes(key: string): readonly Text[] {
  if (key === key.trim() && !key.startsWith('\ufeff')) return []
  return [
    {
      en: 'The key that was given has white space at its beginning or end, which counts',
      zh: '给出的密钥首尾有空白字符，它们也算密钥的一部分',
    },
  ]
}
