import { base64, contentOf, fromBase64, utf8 } from '../bytes.ts'
import { withDefault, withHeader } from '../message/change-message.ts'
import { headerOf, problem } from '../message/message.ts'
import { bodyMistakes } from '../mistakes/body.ts'
import { digestMistakes } from '../mistakes/digest.ts'
import { keyMistakes } from '../mistakes/key.ts'
import { type Row, mistakesOf } from '../mistake.ts'
import {
  foreignJoins,
  joinMistakes,
  payloadMistakes,
  payloads,
  webhookText,
} from '../mistakes/stamp-text.ts'
import { stampMistakes, swappedStamp } from '../mistakes/stamp.ts'
import { writtenMistakes } from '../mistakes/written.ts'
import { bodyNotes } from '../notes.ts'
import { schemeOf } from '../scheme.ts'
import type { Part } from '../step.ts'
import {
  type Pieces,
  type StampedRecipe,
  plain,
  separator,
  stampedSteps,
  wholeBody,
} from './stamped.ts'

const prefix = 'whsec_'
const secretBytes = (key: string) => fromBase64(key.replace(prefix, '')) ?? utf8(key)

const secrets: readonly Row<(key: string) => Uint8Array>[] = [
  [
    'secret-as-text',
    'The secret was used as it is written; its part behind whsec_ is Base64 and has to be decoded',
    '直接使用了密钥文本；whsec_ 之后的部分是 Base64，需要先解码',
    utf8,
  ],
  [
    'secret-not-decoded',
    'The part of the secret behind whsec_ was used without being decoded from Base64',
    '使用了 whsec_ 之后的部分，但没有做 Base64 解码',
    (key) => utf8(key.replace(prefix, '')),
  ],
]

type Join = (pieces: Pieces) => readonly Part[]

const joins: readonly Row<Join>[] = [
  [
    'order-timestamp-id',
    'The timestamp was put before the id',
    '时间戳放到了标识前面',
    ({ nonce, timestamp, payload }) => [timestamp, separator('.'), nonce, separator('.'), payload],
  ],
  [
    'no-id-in-text',
    'The id was left out: timestamp.body',
    '漏了标识：时间戳.正文',
    ({ timestamp, payload }) => [timestamp, separator('.'), payload],
  ],
  [
    'no-timestamp-in-text',
    'The timestamp was left out: id.body',
    '漏了时间戳：标识.正文',
    ({ nonce, payload }) => [nonce, separator('.'), payload],
  ],
  [
    'dots-left-out',
    'The dots between the pieces were left out',
    '漏了各部分之间的点号',
    ({ nonce, timestamp, payload }) => [nonce, timestamp, payload],
  ],
  [
    'no-body-in-text',
    'The body was left out: id.timestamp',
    '漏了正文：标识.时间戳',
    ({ nonce, timestamp }) => [nonce, separator('.'), timestamp],
  ],
  ['body-alone', 'Only the body was signed', '只对正文签了名', ({ payload }) => [payload]],
]

/** The webhooks that Koogate sends, as Standard Webhooks has them. */
export const webhook = schemeOf<StampedRecipe>({
  id: 'webhook',
  title: {
    en: 'Webhooks of Koogate: header webhook-signature',
    zh: 'Koogate 的 webhook：消息头 webhook-signature',
  },
  keyName: { en: 'secret (whsec_…)', zh: '密钥（whsec_…）' },
  form: 'base64',
  // While a secret is changed there is a signature of each, with a blank between.
  same: (value, received) => received.split(' ').includes(value) || value === received,
  isIn: (message) => headerOf(message, 'webhook-id') !== undefined,
  read(message) {
    const [nonce, timestamp] = ['webhook-id', 'webhook-timestamp'].map((name) =>
      headerOf(message, name),
    )
    if (nonce === undefined)
      return problem('The header webhook-id is missing', '没有消息头 webhook-id')
    if (timestamp === undefined)
      return problem('The header webhook-timestamp is missing', '没有消息头 webhook-timestamp')
    const received = headerOf(message, 'webhook-signature')
    const body = contentOf(message.body)
    return {
      recipe: (key) => ({
        ...plain,
        keyBytes: secretBytes,
        write: (digest) => `v1,${base64(digest)}`,
        join: webhookText,
        payload: wholeBody,
        ...{ key, timestamp, nonce, body },
      }),
      ...(received === undefined ? {} : { received }),
      notes: bodyNotes(message),
    }
  },
  steps: (recipe) => stampedSteps(recipe, { en: 'body', zh: '正文' }, false),
  mistakes: () => [
    ...mistakesOf<StampedRecipe, (key: string) => Uint8Array>(secrets, (recipe, keyBytes) => ({
      ...recipe,
      keyBytes,
    })),
    {
      id: 'version-left-out',
      text: { en: 'v1, was left out before the value', zh: '值前面漏了 v1,' },
      make: (recipe) => ({ ...recipe, write: base64 }),
    },
    ...payloadMistakes([payloads['inner-made'], payloads['inner-plain'], payloads['body-in-hex']]),
    ...stampMistakes(),
    swappedStamp,
    ...joinMistakes([...joins, foreignJoins.v2, foreignJoins.usage]),
    ...bodyMistakes<StampedRecipe>(),
    ...digestMistakes<StampedRecipe>(),
    ...withVersion(writtenMistakes<StampedRecipe>('base64')),
    ...keyMistakes<StampedRecipe>(),
  ],
  stamp(message, { now, nonce }) {
    const typed = withDefault(message, 'Content-Type', 'application/json')
    const named = withDefault(typed, 'webhook-id', `msg_${nonce}`)
    return withDefault(named, 'webhook-timestamp', String(Math.floor(now.getTime() / 1_000)))
  },
  place: (message, value) => withHeader(message, 'webhook-signature', value),
})

// Whoever encodes otherwise writes v1, before it all the same.
function withVersion(mistakes: ReturnType<typeof writtenMistakes<StampedRecipe>>) {
  return mistakes.map(({ make, ...one }) => ({
    ...one,
    make(recipe: StampedRecipe) {
      const made = make(recipe)
      return made && { ...made, write: (digest: Uint8Array) => `v1,${made.write(digest)}` }
    },
  }))
}
