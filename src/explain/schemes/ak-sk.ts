import { contentOf } from '../bytes.ts'
import { withDefault, withHeader } from '../message/change-message.ts'
import { type Message, headerOf, problem } from '../message/message.ts'
import { akSkMistakes } from '../mistakes/ak-sk.ts'
import { bodyMistakes } from '../mistakes/body.ts'
import { digestMistakes } from '../mistakes/digest.ts'
import { keyMistakes } from '../mistakes/key.ts'
import { writtenMistakes } from '../mistakes/written.ts'
import { bodyNotes } from '../notes.ts'
import { isSameHex, schemeOf } from '../scheme.ts'
import type { Text } from '../text.ts'
import { type AkSkRecipe, type SignedHeader, akSkRule, akSkSteps } from './ak-sk-recipe.ts'

const form = /^SDK-HMAC-SHA256 +Access=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=(\S*)$/

/** Calls of the store's open APIs, SDK-HMAC-SHA256. */
export const akSk = schemeOf<AkSkRecipe>({
  id: 'ak-sk',
  title: { en: 'AK/SK: calls of the store’s open APIs', zh: 'AK/SK：调用云商店开放接口' },
  keyName: { en: 'SK', zh: 'SK' },
  form: 'hex',
  same: isSameHex,
  isIn: (message) => headerOf(message, 'authorization')?.startsWith('SDK-HMAC-SHA256') === true,
  read(message) {
    const url = addressOf(message)
    if (url === undefined) {
      return problem(
        'There is no host: give the whole address, or the header Host; and its path has to be UTF-8',
        '没有域名：请给出完整地址，或加上消息头 Host；路径必须是 UTF-8',
      )
    }
    const date = headerOf(message, 'x-sdk-date')
    if (date === undefined)
      return problem('The header X-Sdk-Date is missing', '没有消息头 X-Sdk-Date')
    const authorization = headerOf(message, 'authorization') ?? ''
    const [, accessKey = '', names, received] = form.exec(authorization) ?? []
    const signed = names?.split(';') ?? namesToSign(message)
    const sent = headersOf(message, url)
    return {
      recipe: (key) => ({
        ...akSkRule,
        ...{ key, accessKey, date, method: message.method.toUpperCase(), path: url.pathname, sent },
        rawQuery: url.search.slice(1),
        query: [...url.searchParams],
        headers: signedHeaders(signed, sent),
        body: contentOf(message.body),
      }),
      ...(received === undefined ? {} : { received }),
      notes: [...headerNotes(authorization, signed, date), ...lengthNotes(message)],
    }
  },
  steps: akSkSteps,
  mistakes: (recipe) => [
    ...akSkMistakes(recipe),
    ...bodyMistakes<AkSkRecipe>(),
    ...digestMistakes<AkSkRecipe>(),
    ...writtenMistakes<AkSkRecipe>('hex'),
    ...keyMistakes<AkSkRecipe>(),
  ],
  stamp: (message, { now }) =>
    withDefault(message, 'X-Sdk-Date', now.toISOString().replace(/-|:|\.\d{3}/g, '')),
  place: (message, value, { accessKey = '' }) =>
    withHeader(
      message,
      'Authorization',
      `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${namesToSign(message).join(';')}, Signature=${value}`,
    ),
})

function addressOf(message: Message): URL | undefined {
  const host = headerOf(message, 'host')
  const base = host === undefined ? undefined : `https://${host}`
  if (!URL.canParse(message.target, base)) return undefined
  const url = new URL(message.target, base)
  try {
    decodeURIComponent(url.pathname)
    return url
  } catch {
    return undefined
  }
}

function headersOf(message: Message, url: URL): readonly SignedHeader[] {
  const isNamed = headerOf(message, 'host') !== undefined
  const all = isNamed ? message.headers : [['Host', url.host] as const, ...message.headers]
  return all.map(([written, value]) => ({ name: written.toLowerCase(), written, value }))
}

function signedHeaders(names: readonly string[], sent: readonly SignedHeader[]) {
  return names
    .map((name) => name.toLowerCase())
    .toSorted()
    .map((name) => sent.find((one) => one.name === name) ?? { name, written: name, value: '' })
}

/** Host and date, and every header but those that Huawei's own SDKs leave out. */
function namesToSign({ headers }: Message): readonly string[] {
  const given = headers
    .filter(([name, value]) => isSigned(name.toLowerCase(), value))
    .map(([name]) => name.toLowerCase())
  return [...new Set([...given, 'host', 'x-sdk-date'])].toSorted()
}

function isSigned(name: string, value: string): boolean {
  if (['authorization', 'signature', 'ts', 'nonce'].includes(name) || name.includes('_'))
    return false
  return name !== 'content-type' || !value.startsWith('multipart/')
}

function headerNotes(
  authorization: string,
  signed: readonly string[],
  date: string,
): readonly Text[] {
  const names = signed.map((name) => name.toLowerCase())
  const notes: (Text | false)[] = [
    authorization !== '' &&
      !form.test(authorization) && {
        en: 'Authorization is not of the form SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…',
        zh: 'Authorization 的格式应当是 SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…',
      },
    !names.includes('x-sdk-date') && {
      en: 'X-Sdk-Date is not among the signed headers',
      zh: '签名的消息头里没有 X-Sdk-Date',
    },
    !/^\d{8}T\d{6}Z$/.test(date) && {
      en: `X-Sdk-Date is “${date}”: its form is yyyyMMddTHHmmssZ, in UTC`,
      zh: `X-Sdk-Date 是“${date}”：格式应当是 yyyyMMddTHHmmssZ，UTC 时间`,
    },
  ]
  return notes.filter((note) => note !== false)
}

// Bodies of these calls need not be JSON.
function lengthNotes(message: Message): readonly Text[] {
  return bodyNotes(message).filter(({ en }) => en.startsWith('Content-Length'))
}
