import { type Message, type Problem, problem } from './message/message.ts'
import { readMessage } from './message/read-message.ts'
import type { NamedKey } from './mistakes/key.ts'
import type { Examination, Scheme, SchemeId } from './scheme.ts'
import { schemeIn, schemes } from './schemes/schemes.ts'
import type { Search } from './search.ts'
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

/** What became of it. */
export type Verdict =
  /** There is no signature to judge. */
  | { readonly kind: 'unsigned' }
  /** `text` says by which reading, where it is not the first. */
  | { readonly kind: 'right'; readonly text?: Text }
  /** Each of the findings makes the received signature. */
  | { readonly kind: 'mistaken'; readonly search: Search }
  /** None of what was tried makes it. */
  | { readonly kind: 'unexplained'; readonly search: Search }

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
  const seen = scheme.examine(message, question.keys, question.received?.trim())
  if ('kind' in seen) return seen
  const { steps, expected, received } = seen
  const notes = [...keyNotes(first.key), ...seen.notes]
  return { kind: 'explanation', scheme, steps, expected, received, verdict: verdictOf(seen), notes }
}

const unknownScheme = problem(
  'The message does not show how it is signed: it has no signature or authToken in its query, and none of the headers authToken, x-sign, Body-Sign, Authorization: SDK-HMAC-SHA256, ts and nonce, webhook-id. Choose the way of signing',
  '从报文看不出签名方式：查询参数里没有 signature 或 authToken，也没有 authToken、x-sign、Body-Sign、Authorization: SDK-HMAC-SHA256、ts 和 nonce、webhook-id 这些消息头。请选择签名方式',
)

function verdictOf({ received, right, search }: Examination): Verdict {
  if (received === undefined || received === '') return { kind: 'unsigned' }
  if (right !== undefined)
    return right === true ? { kind: 'right' } : { kind: 'right', text: right }
  const found = search()
  return { kind: found.findings.length > 0 ? 'mistaken' : 'unexplained', search: found }
}

function keyNotes(key: string): readonly Text[] {
  if (key === key.trim() && !key.startsWith('\ufeff')) return []
  return [
    {
      en: 'The key that was given has white space at its beginning or end, which counts',
      zh: '给出的密钥首尾有空白字符，它们也算密钥的一部分',
    },
  ]
}
