import { base64, contentOf } from '../bytes.ts'
import { readJson, writeJson } from '../json-text.ts'
import { withDefault, withHeader } from '../message/change-message.ts'
import { headerOf, problem } from '../message/message.ts'
import { bodyMistakes } from '../mistakes/body.ts'
import { digestMistakes } from '../mistakes/digest.ts'
import { keyMistakes } from '../mistakes/key.ts'
import type { Row } from '../mistake.ts'
import {
  foreignJoins,
  joinMistakes,
  payloadMistakes,
  payloads,
  usageText,
} from '../mistakes/stamp-text.ts'
import { stampMistakes, swappedStamp } from '../mistakes/stamp.ts'
import { writtenMistakes } from '../mistakes/written.ts'
import { bodyNotes, timestampNotes } from '../notes.ts'
import { isSameText, schemeOf } from '../scheme.ts'
import type { Part } from '../step.ts'
import {
  type Pieces,
  type StampedRecipe,
  plain,
  separator,
  stampedSteps,
  wholeBody,
} from './stamped.ts'

type Join = (pieces: Pieces) => readonly Part[]

const joins: readonly Row<Join>[] = [
  [
    'order-nonce-ts',
    'nonce was put before ts',
    'nonce 放到了 ts 前面',
    ({ nonce, timestamp, payload }) => [
      separator('nonce='),
      nonce,
      separator('&ts='),
      timestamp,
      separator('&body='),
      payload,
    ],
  ],
  [
    'order-by-name',
    'The pieces were sorted by name: body, nonce, ts',
    '各部分按名称排了序：body、nonce、ts',
    ({ nonce, timestamp, payload }) => [
      separator('body='),
      payload,
      separator('&nonce='),
      nonce,
      separator('&ts='),
      timestamp,
    ],
  ],
  [
    'names-left-out',
    'The names ts, nonce and body were left out',
    '漏了 ts、nonce、body 这几个名称',
    ({ nonce, timestamp, payload }) => [timestamp, nonce, payload],
  ],
  [
    'names-left-out-ampersand',
    'The names were left out, and the values joined with &',
    '漏了名称，只用 & 连接了值',
    ({ nonce, timestamp, payload }) => [timestamp, separator('&'), nonce, separator('&'), payload],
  ],
  [
    'name-timestamp',
    'The name timestamp was written in the place of ts',
    '名称写成了 timestamp，应当是 ts',
    ({ nonce, timestamp, payload }) => [
      separator('timestamp='),
      timestamp,
      separator('&nonce='),
      nonce,
      separator('&body='),
      payload,
    ],
  ],
  [
    'name-body-left-out',
    'The name body= was left out',
    '漏了名称 body=',
    ({ nonce, timestamp, payload }) => [
      separator('ts='),
      timestamp,
      separator('&nonce='),
      nonce,
      separator('&'),
      payload,
    ],
  ],
  [
    'no-body-in-text',
    'The body was left out of the text',
    '文本里漏了正文',
    ({ nonce, timestamp }) => [separator('ts='), timestamp, separator('&nonce='), nonce],
  ],
  ['body-alone', 'Only the body was signed', '只对正文签了名', ({ payload }) => [payload]],
  [
    'joined-by-line-feed',
    'The pieces were joined with line feeds',
    '各部分之间用换行符连接了',
    ({ nonce, timestamp, payload }) => [
      separator('ts='),
      timestamp,
      separator('\nnonce='),
      nonce,
      separator('\nbody='),
      payload,
    ],
  ],
  [
    'key-in-text',
    'The key was put at the end of the text, as key=…',
    '文本末尾加上了 key=密钥',
    (pieces) => [...usageText(pieces), separator('&key='), pieces.key],
  ],
]

const unsorted = {
  en: 'The members of the body are not sorted: the documents say that they are sorted before they are signed. Send them sorted, and every reading of the rule agrees',
  zh: '正文的成员没有排序：文档要求先按自然顺序排序再签名。请按排序后的内容发送，这样无论怎样理解规则都一致',
}

/** The usage push, whose headers are ts, nonce and signature. */
export const usage = schemeOf<StampedRecipe>({
  id: 'usage',
  title: {
    en: 'Usage push: headers ts, nonce and signature',
    zh: '用量推送：消息头 ts、nonce 和 signature',
  },
  keyName: { en: 'seller key (bound to the basic interface)', zh: '商家对接密钥（绑定基础接口）' },
  form: 'base64',
  same: isSameText,
  isIn: (message) => ['ts', 'nonce'].every((name) => headerOf(message, name) !== undefined),
  read(message) {
    const [timestamp, nonce] = ['ts', 'nonce'].map((name) => headerOf(message, name))
    if (timestamp === undefined) return problem('The header ts is missing', '没有消息头 ts')
    if (nonce === undefined) return problem('The header nonce is missing', '没有消息头 nonce')
    const received = headerOf(message, 'signature')
    const body = contentOf(message.body)
    return {
      recipe: (key) => ({
        ...plain,
        write: base64,
        join: usageText,
        payload: wholeBody,
        key,
        timestamp,
        nonce,
        body,
      }),
      ...(received === undefined ? {} : { received }),
      notes: [
        ...timestampNotes('ts', timestamp),
        ...bodyNotes(message),
        ...(isSorted(body) ? [] : [unsorted]),
      ],
    }
  },
  steps: (recipe) => stampedSteps(recipe, { en: 'body', zh: '正文' }, false),
  mistakes: () => [
    ...payloadMistakes([payloads['inner-made'], payloads['inner-plain'], payloads['body-in-hex']]),
    ...stampMistakes(),
    swappedStamp,
    ...joinMistakes([...joins, foreignJoins.v2, foreignJoins.webhook]),
    ...bodyMistakes<StampedRecipe>(),
    ...digestMistakes<StampedRecipe>(),
    ...writtenMistakes<StampedRecipe>('base64'),
    ...keyMistakes<StampedRecipe>(),
  ],
  stamp(message, { now, nonce }) {
    const typed = withDefault(message, 'Content-Type', 'application/json')
    return withDefault(withDefault(typed, 'ts', String(now.getTime())), 'nonce', nonce)
  },
  place: (message, value) => withHeader(message, 'signature', value),
})

function isSorted(body: string | Uint8Array): boolean {
  const value = typeof body === 'string' ? readJson(body) : undefined
  return (
    value === undefined ||
    writeJson(value, { isSorted: true, isDeep: true }) === writeJson(value, {})
  )
}
