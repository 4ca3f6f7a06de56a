import { randomBytes } from 'node:crypto'
import { utf8 } from '../../explain/bytes.ts'
import { type Message, type Pair, headerOf } from '../../explain/message/message.ts'
import { curlLine, messageParts } from '../../explain/message/write-message.ts'
import type { SchemeId } from '../../explain/scheme.ts'
import { schemes } from '../../explain/schemes/schemes.ts'
import { signMessage } from '../../explain/sign.ts'
import type { KeyOptions } from '../access-keys.ts'
import type { Context } from '../context.ts'
import { keysFor } from '../explain/keys-for.ts'
import { readScheme, refuse } from '../explain/run-explain.ts'
import { wrongUse } from '../failure.ts'
import { readUrl } from '../options.ts'
import { readBytes } from '../read-input.ts'

/** What the options of the command say, as they were written. */
export interface SignFlags extends KeyOptions {
  readonly scheme: string
  readonly method?: string
  readonly header?: readonly string[]
  readonly body?: string
  readonly bodyFile?: string
  readonly accessKey?: string
  readonly at?: string
  readonly nonce?: string
}

/** Prints a request with its signature; of an answer the header Body-Sign. */
export function runSign(url: string | undefined, flags: SignFlags, context: Context): void {
  const { env, output } = context
  const scheme = readScheme(flags.scheme)
  const message = messageOf(scheme, url, flags)
  const [key] = keysFor(scheme, message, { flags, env })
  if (key === undefined) {
    const { keyName } = schemes[scheme]
    throw wrongUse(
      `There is no key (${keyName.en}): give it with --key, --key-file or the environment.`,
      `没有密钥（${keyName.zh}）：请用 --key、--key-file 或环境变量给出。`,
    )
  }
  const accessKey = flags.accessKey ?? env['KOOGATE_STORE_AK']
  const nonce = flags.nonce ?? randomBytes(32).toString('hex').toUpperCase()
  const moment = { now: readTime(flags.at), nonce, ...(accessKey !== undefined && { accessKey }) }
  if (scheme === 'ak-sk' && accessKey === undefined) {
    throw wrongUse(
      'There is no AK: give it with --access-key or KOOGATE_STORE_AK.',
      '没有 AK：请用 --access-key 或 KOOGATE_STORE_AK 给出。',
    )
  }
  const signed = signMessage({ scheme, message, key: key.key, moment })
  if (signed.kind === 'problem') refuse(signed)
  const header = headerOf(signed, 'Body-Sign')
  output.line(scheme === 'body-sign' ? `Body-Sign: ${header}` : curlLine(signed))
  output.json(messageParts(signed))
}

function messageOf(scheme: SchemeId, url: string | undefined, flags: SignFlags): Message {
  const body = bodyOf(flags)
  const method = flags.method?.toUpperCase() ?? (body.length > 0 ? 'POST' : 'GET')
  const headers = (flags.header ?? []).map(readHeader)
  if (scheme === 'body-sign') return { kind: 'answer', method: '', target: '', headers, body }
  if (url === undefined) {
    throw wrongUse('The address of the request is missing.', '缺少请求的地址。')
  }
  readUrl(url, 'the url')
  return { kind: 'request', method, target: url, headers, body }
}

function bodyOf({ body, bodyFile }: SignFlags): Uint8Array {
  if (body !== undefined && bodyFile !== undefined) {
    throw wrongUse(
      '--body and --body-file are both there: one of them gives the body.',
      '--body 和 --body-file 只能给一个。',
    )
  }
  return bodyFile === undefined ? utf8(body ?? '') : readBytes(bodyFile, '--body-file')
}

function readHeader(text: string): Pair {
  const [, name, value = ''] = /^([^:\s]+)\s*:\s*([^]*)$/.exec(text) ?? []
  if (name !== undefined) return [name, value.trim()]
  throw wrongUse(
    `--header is “${text}”, and not of the form “Name: value”.`,
    `--header 的值“${text}”不是“名称: 值”的形式。`,
  )
}

function readTime(text: string | undefined): Date {
  const time = text === undefined ? new Date() : new Date(text)
  if (!Number.isNaN(time.getTime())) return time
  throw wrongUse(
    `--at is ${text}, and not a time such as 2026-01-31T08:00:00Z.`,
    `--at 的值 ${text} 不是 2026-01-31T08:00:00Z 这样的时间。`,
  )
}
