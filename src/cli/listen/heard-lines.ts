import type { HeardCall } from '../../simulator/listen/heard-call.ts'
import type { SignatureState } from '../../simulator/listen/judge-signature.ts'
import type { Text } from '../language.ts'
import type { Output } from '../output.ts'

/** A call that passed, in a line for people, and in two more what it carried. */
export function linesOf(heard: HeardCall, withMembers: boolean, output: Output): readonly string[] {
  const { at, method, path, call, answer } = heard
  const what = call ? `${call.scheme} ${call.activity}` : `${method} ${path}`
  const parts = [
    at.toISOString().slice(11, 23),
    what.padEnd(26),
    call ? signatureOf(call.signature, output) : '',
    resultOf(heard, output),
    `${heard.milliseconds} ms`,
  ]
  const line = parts.filter(Boolean).join('  ')
  if (!withMembers) return [line]
  const carried = [call?.members, answer?.members].filter((members) => members !== undefined)
  return [line, ...carried.map((members) => `              ${JSON.stringify(members)}`)]
}

const signatures: Readonly<Record<SignatureState, Text>> = {
  right: { en: 'signature right', zh: '签名正确' },
  wrong: { en: 'signature WRONG', zh: '签名错误' },
  missing: { en: 'signature MISSING', zh: '缺少签名' },
  unchecked: { en: 'signature not checked: no key', zh: '签名未校验：没有密钥' },
}

type Signature = NonNullable<HeardCall['call']>['signature']

function signatureOf({ state, keyType }: Signature, { say, style }: Output): string {
  const key = keyType === undefined ? '' : ` (${keyType})`
  const colour = state === 'right' ? 'green' : state === 'unchecked' ? 'yellow' : 'red'
  return style(colour, say(signatures[state]) + key)
}

const bodySigns: Readonly<Record<SignatureState, Text>> = {
  right: { en: 'Body-Sign right', zh: 'Body-Sign 正确' },
  wrong: { en: 'Body-Sign WRONG', zh: 'Body-Sign 错误' },
  missing: { en: 'Body-Sign MISSING', zh: '缺少 Body-Sign' },
  unchecked: { en: 'Body-Sign not checked', zh: 'Body-Sign 未校验' },
}

function resultOf({ answer, end, reason = '' }: HeardCall, { say }: Output): string {
  if (end === 'unreachable')
    return say({ en: `the seller is not reached (${reason})`, zh: `无法连接商家（${reason}）` })
  if (answer === undefined)
    return say({ en: 'the caller went away unanswered', zh: '调用方未等到应答即断开' })
  const code = answer.resultCode ?? say({ en: 'no result code', zh: '没有结果码' })
  const status = answer.status === 200 ? '' : `HTTP ${answer.status} `
  const signed = answer.signature === undefined ? '' : `, ${say(bodySigns[answer.signature])}`
  const cut = end === 'cut' ? say({ en: ', broken off', zh: '，中途断开' }) : ''
  return `${status}${code}${signed}${cut}`
}
