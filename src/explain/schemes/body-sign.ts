import { base64, contentOf, hex, joinBytes, utf8 } from '../bytes.ts'
import { hmacSha256, sha256 } from '../hashes.ts'
import { type Json, membersOf } from '../json-text.ts'
import { withHeader } from '../message/change-message.ts'
import { type Message, headerOf } from '../message/message.ts'
import { type Row, mistakesOf } from '../mistake.ts'
import { bodyMistakes } from '../mistakes/body.ts'
import { digestMistakes } from '../mistakes/digest.ts'
import { keyMistakes } from '../mistakes/key.ts'
import { writtenMistakes } from '../mistakes/written.ts'
import { bodyNotes } from '../notes.ts'
import { type BodyRecipe, bytesIn, keyIn } from '../recipe.ts'
import { isSameText, schemeOf } from '../scheme.ts'
import { type Part, joinedBytes, part, partBytes, secretPart, step } from '../step.ts'
import type { Text } from '../text.ts'

interface BodySignRecipe extends BodyRecipe {
  /** timeStamp of the call that is answered, if it is known. */
  readonly timeStamp: string | undefined
  readonly keyOf: (recipe: BodySignRecipe) => readonly Part[]
  readonly text: (recipe: BodySignRecipe) => Uint8Array
}

const keyPart = (recipe: BodySignRecipe) => secretPart({ en: 'Key', zh: 'Key 值' }, keyIn(recipe))
const timePart = ({ timeStamp = '' }: BodySignRecipe) =>
  part({ en: 'timeStamp', zh: 'timeStamp' }, timeStamp)
const whole = (recipe: BodySignRecipe) => bytesIn(recipe, recipe.body)

const keys: readonly Row<BodySignRecipe['keyOf']>[] = [
  [
    'time-stamp-in-key',
    'The key was Key and timeStamp, as for authToken; it is the Key alone',
    '密钥用了 Key 值加 timeStamp（authToken 的规则）；应当只用 Key 值',
    (recipe) => [keyPart(recipe), timePart(recipe)],
  ],
  [
    'time-stamp-before-key',
    'The key was timeStamp and Key; it is the Key alone',
    '密钥用了 timeStamp 加 Key 值；应当只用 Key 值',
    (recipe) => [timePart(recipe), keyPart(recipe)],
  ],
]

const texts: readonly Row<Pick<BodySignRecipe, 'text' | 'isKeyInText'>>[] = [
  [
    'key-in-text',
    'The key was put before the body, as V2 has it',
    '密钥放到了正文前面（V2 的规则）',
    {
      text: (recipe) => joinBytes(partBytes(keyPart(recipe)), whole(recipe)),
      isKeyInText: true,
    },
  ],
  [
    'body-hash-signed',
    'The SHA-256 of the body was signed, in hex',
    '对正文 SHA-256 的十六进制签了名',
    { text: (recipe) => utf8(hex(sha256(whole(recipe)))) },
  ],
]

const members: readonly Row<readonly string[]>[] = [
  ['result-code-alone', 'Only resultCode was signed', '只对 resultCode 签了名', ['resultCode']],
  [
    'result-alone',
    'Only resultCode and resultMsg were signed, one behind the other',
    '只把 resultCode 和 resultMsg 拼在一起签了名',
    ['resultCode', 'resultMsg'],
  ],
]

const textTitle = { en: 'Body, as it is sent', zh: '发送的正文' } as const

const form = /^\s*sign_type\s*=\s*"HMAC-SHA256"\s*,\s*signature\s*=\s*"([^"]+)"\s*$/

/** V1: Body-Sign of an answer. */
export const bodySign = schemeOf<BodySignRecipe>({
  id: 'body-sign',
  title: { en: 'V1: Body-Sign of an answer', zh: 'V1：应答的 Body-Sign' },
  keyName: { en: 'Key', zh: 'Key 值' },
  form: 'base64',
  same: isSameText,
  isIn: (message) => headerOf(message, 'body-sign') !== undefined || message.kind === 'answer',
  read(message) {
    const header = headerOf(message, 'body-sign')
    const received = header === undefined ? undefined : signatureIn(header)
    const timeStamp = headerOf(message, 'timeStamp')
    return {
      recipe: (key) => ({
        ...{ key, timeStamp, body: contentOf(message.body) },
        ...{ keyBytes: utf8, charset: utf8, mac: hmacSha256, write: base64 },
        keyOf: (recipe) => [keyPart(recipe)],
        text: whole,
      }),
      ...(received === undefined ? {} : { received }),
      notes: [...headerNotes(message, header), ...bodyNotes(message)],
    }
  },
  steps(recipe) {
    const hmacKey = recipe.keyOf(recipe)
    const text = recipe.text(recipe)
    return [
      {
        id: 'text',
        title: textTitle,
        parts: [(recipe.isKeyInText ? secretPart : part)(textTitle, text)],
      },
      { id: 'hmac-key', title: { en: 'Key of the HMAC', zh: 'HMAC 的密钥' }, parts: hmacKey },
      step(
        'signature',
        { en: 'Signature', zh: '签名' },
        recipe.write(recipe.mac(joinedBytes(hmacKey), text)),
      ),
    ]
  },
  mistakes: () => [
    ...mistakesOf<BodySignRecipe, BodySignRecipe['keyOf']>(keys, (recipe, keyOf) =>
      recipe.timeStamp === undefined ? undefined : { ...recipe, keyOf },
    ),
    ...bodyMistakes<BodySignRecipe>(),
    ...mistakesOf(texts, (recipe: BodySignRecipe, change) => ({ ...recipe, ...change })),
    ...mistakesOf<BodySignRecipe, readonly string[]>(members, withMembers),
    ...digestMistakes<BodySignRecipe>(),
    ...writtenMistakes<BodySignRecipe>('base64'),
    ...keyMistakes<BodySignRecipe>(),
  ],
  stamp: (message) => message,
  place: (message, value) =>
    withHeader(message, 'Body-Sign', `sign_type="HMAC-SHA256", signature="${value}"`),
})

function withMembers(recipe: BodySignRecipe, names: readonly string[]): BodySignRecipe | undefined {
  const all = typeof recipe.body === 'string' ? membersOf(recipe.body) : undefined
  const body = all && names.map((name) => textOf(all[name])).join('')
  return body === undefined ? undefined : { ...recipe, body }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}

// A header of a wrong form may hold the right signature all the same.
function signatureIn(header: string): string {
  const [, inForm] = form.exec(header) ?? []
  const [, value] = /signature\s*=\s*["']?([^"',]+)/.exec(header) ?? []
  return inForm ?? value?.trim() ?? header.trim()
}

function headerNotes({ headers }: Message, header: string | undefined): readonly Text[] {
  if (header === undefined) return []
  const name = headers.find(([one]) => one.toLowerCase() === 'body-sign')?.[0] ?? ''
  const notes: (Text | false)[] = [
    name !== 'Body-Sign' && {
      en: `The header is called ${name}: the store finds it as Body-Sign only, in this spelling`,
      zh: `消息头写成了 ${name}：云商店只认 Body-Sign 这种大小写`,
    },
    !form.test(header) && {
      en: 'The header is not of the form sign_type="HMAC-SHA256", signature="…", with both values in double quotes: the store does not read it',
      zh: '消息头的格式应当是 sign_type="HMAC-SHA256", signature="…"，两个值都要用双引号：否则云商店读不出来',
    },
  ]
  return notes.filter((note) => note !== false)
}
