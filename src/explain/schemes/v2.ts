import { contentOf, hex } from '../bytes.ts'
import { compactForm } from '../json-text.ts'
import {
  withDefault,
  withHeader,
  withParameters,
  withoutParameter,
} from '../message/change-message.ts'
import { headerOf, parameterOf, problem } from '../message/message.ts'
import { bodyMistakes } from '../mistakes/body.ts'
import { digestMistakes } from '../mistakes/digest.ts'
import { keyMistakes } from '../mistakes/key.ts'
import {
  foreignJoins,
  joinMistakes,
  keyedJoins,
  payloadMistakes,
  payloads,
} from '../mistakes/stamp-text.ts'
import { stampMistakes } from '../mistakes/stamp.ts'
import { writtenMistakes } from '../mistakes/written.ts'
import { bodyNotes, timestampNotes } from '../notes.ts'
import { type OtherReading, isSameHex, schemeOf } from '../scheme.ts'
import { type StampedRecipe, innerHex, plain, stampedSteps, wholeBody } from './stamped.ts'

const compact: OtherReading<StampedRecipe> = {
  text: {
    en: 'It covers the body written anew: members sorted by name, null left out, no white space. The store signs so, and Koogate accepts it',
    zh: '签名覆盖的是重新序列化的正文：成员按名称排序，去掉 null，没有空白。云商店就是这样签名的，Koogate 也接受',
  },
  make(recipe) {
    const body = typeof recipe.body === 'string' ? compactForm(recipe.body) : undefined
    return body === undefined ? undefined : { ...recipe, body }
  },
}

// What is accepted is not a mistake.
const bodies = bodyMistakes<StampedRecipe>().filter(({ id }) => id !== 'body-sorted-nulls-left-out')

const shared = {
  keyName: { en: 'access key', zh: '访问密钥' },
  form: 'hex',
  same: isSameHex,
  others: [compact],
} as const

const begin = { ...plain, write: hex, join: foreignJoins.v2[3] } as const

/** SaaS V2, License A and C, and order notifications. */
export const v2 = schemeOf<StampedRecipe>({
  ...shared,
  id: 'v2',
  title: {
    en: 'V2: SaaS V2, License A and C, orders',
    zh: 'V2：SaaS V2、License A 和 C、订单通知',
  },
  isIn: (message) =>
    parameterOf(message, 'signature') !== undefined || parameterOf(message, 'nonce') !== undefined,
  read(message) {
    const [timestamp, nonce] = ['timestamp', 'nonce'].map((name) => parameterOf(message, name))
    if (timestamp === undefined)
      return problem('The query has no timestamp', '查询参数里没有 timestamp')
    if (nonce === undefined) return problem('The query has no nonce', '查询参数里没有 nonce')
    const received = parameterOf(message, 'signature')
    return {
      recipe: (key) => ({
        ...begin,
        key,
        timestamp,
        nonce,
        body: contentOf(message.body),
        payload: innerHex,
      }),
      ...(received === undefined ? {} : { received }),
      notes: [...timestampNotes('timestamp', timestamp), ...bodyNotes(message)],
    }
  },
  steps: (recipe) => stampedSteps(recipe, { en: 'HMAC of the body', zh: '正文的 HMAC' }, true),
  mistakes: () => [
    ...payloadMistakes([
      payloads['inner-missing'],
      payloads['inner-plain'],
      payloads['inner-upper-case'],
      payloads['inner-base64'],
      payloads['inner-bytes'],
    ]),
    ...stampMistakes(),
    ...joinMistakes([...keyedJoins, foreignJoins.usage, foreignJoins.webhook]),
    ...bodies,
    ...digestMistakes<StampedRecipe>(),
    ...writtenMistakes<StampedRecipe>('hex'),
    ...keyMistakes<StampedRecipe>(),
  ],
  stamp: (message, { now, nonce }) =>
    withParameters(withDefault(message, 'Content-Type', 'application/json;charset=utf8'), [
      ['timestamp', String(now.getTime())],
      ['nonce', nonce],
    ]),
  place: (message, value) =>
    withParameters(withoutParameter(message, 'signature'), [['signature', value]]),
})

/** The headers of kit V2. */
export const kitV2 = schemeOf<StampedRecipe>({
  ...shared,
  id: 'kit-v2',
  title: { en: 'Kit V2: header x-sign', zh: '联营kit V2：消息头 x-sign' },
  isIn: (message) => headerOf(message, 'x-sign') !== undefined,
  read(message) {
    const [timestamp, nonce] = ['x-timestamp', 'x-nonce'].map((name) => headerOf(message, name))
    if (timestamp === undefined)
      return problem('The header x-timestamp is missing', '没有消息头 x-timestamp')
    if (nonce === undefined) return problem('The header x-nonce is missing', '没有消息头 x-nonce')
    const received = headerOf(message, 'x-sign')
    return {
      recipe: (key) => ({
        ...begin,
        key,
        timestamp,
        nonce,
        body: contentOf(message.body),
        payload: wholeBody,
      }),
      ...(received === undefined ? {} : { received }),
      notes: [...timestampNotes('x-timestamp', timestamp), ...bodyNotes(message)],
    }
  },
  steps: (recipe) => stampedSteps(recipe, { en: 'body', zh: '正文' }, false),
  mistakes: () => [
    ...payloadMistakes([payloads['inner-made'], payloads['inner-plain'], payloads['body-in-hex']]),
    ...stampMistakes(),
    ...joinMistakes([...keyedJoins, foreignJoins.usage, foreignJoins.webhook]),
    ...bodies,
    ...digestMistakes<StampedRecipe>(),
    ...writtenMistakes<StampedRecipe>('hex'),
    ...keyMistakes<StampedRecipe>(),
  ],
  stamp(message, { now, nonce }) {
    const typed = withDefault(message, 'Content-Type', 'application/json')
    const timed = withDefault(typed, 'x-timestamp', String(now.getTime()))
    return withDefault(timed, 'x-nonce', nonce)
  },
  place: (message, value) => withHeader(message, 'x-sign', value),
})
