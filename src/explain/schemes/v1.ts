import { base64, contentOf } from '../bytes.ts'
import { type Json, membersOf } from '../json-text.ts'
import {
  withDefault,
  withHeader,
  withParameters,
  withoutParameter,
} from '../message/change-message.ts'
import { headerOf, parameterOf, problem, rawPairs, splitTarget } from '../message/message.ts'
import type { Mistake, Row } from '../mistake.ts'
import { digestMistakes } from '../mistakes/digest.ts'
import { keyMistakes } from '../mistakes/key.ts'
import {
  type Choices,
  choiceMistakes,
  leftOut,
  parameterMistakes,
  twice,
} from '../mistakes/parameters.ts'
import { readingMistakes } from '../mistakes/parameter-values.ts'
import { writtenMistakes } from '../mistakes/written.ts'
import { bodyNotes } from '../notes.ts'
import { type OtherReading, isSameText, schemeOf } from '../scheme.ts'
import type { Text } from '../text.ts'
import {
  type Parameter,
  type ParameterRecipe,
  parameterRule,
  parameterSteps,
} from './parameters.ts'

const shared = {
  keyName: { en: 'Key', zh: 'Key 值' },
  form: 'base64',
  same: isSameText,
  steps: parameterSteps,
} as const

const begin = { ...parameterRule, write: base64 } as const

const common = (recipe: ParameterRecipe): readonly Mistake<ParameterRecipe>[] => [
  ...parameterMistakes(),
  ...leftOut(recipe),
  ...digestMistakes<ParameterRecipe>(),
  ...writtenMistakes<ParameterRecipe>('base64'),
  ...keyMistakes<ParameterRecipe>(),
]

// The first of a name counts.
function firstOfEach(all: readonly Parameter[]): readonly Parameter[] {
  return all.filter(({ name }, at) => all.findIndex((one) => one.name === name) === at)
}

/** A query as a form: decoded once; `+` is a blank, or stays what it is. */
function readQuery(query: string, plus: ' ' | '+' = ' ') {
  const raw = rawPairs(query)
  const decoded = [...new URLSearchParams(plus === ' ' ? query : query.replaceAll('+', '%2B'))]
  const all = decoded.map(([name, value], at): Parameter => ({
    name,
    value,
    sent: raw[at]?.[1] ?? '',
  }))
  const parameters = firstOfEach(all).filter(({ name }) => name !== 'authToken')
  const timeStamp = parameters.find(({ name }) => name === 'timeStamp')?.value ?? ''
  return { all, parameters, timeStamp }
}

const plusKept: OtherReading<ParameterRecipe> = {
  text: {
    en: 'It is right when + is read as +, and not as a blank: the store encoded otherwise than a form. Koogate accepts it',
    zh: '把 + 读作 + 而不是空格时签名正确：云商店没有按表单方式编码。Koogate 也接受',
  },
  make: (recipe) => ({ ...recipe, ...readQuery(recipe.whole, '+') }),
}

const emptyLeftOut: Row<(recipe: ParameterRecipe) => readonly Parameter[]> = [
  'empty-left-out',
  'Parameters that are empty were left out; in a query they are signed as name=',
  '空值参数被去掉了；在查询参数里它们要以“名称=”参与签名',
  ({ parameters }) => parameters.filter(({ value }) => value !== ''),
]

/** SaaS V1 and License B: authToken in the query. */
export const v1Query = schemeOf<ParameterRecipe>({
  ...shared,
  id: 'v1-query',
  title: {
    en: 'V1: authToken in the query (SaaS V1, License 1.0)',
    zh: 'V1：查询参数里的 authToken（SaaS V1、License 1.0）',
  },
  isIn: (message) =>
    parameterOf(message, 'authToken') !== undefined ||
    (message.method === 'GET' && parameterOf(message, 'timeStamp') !== undefined),
  read(message) {
    const [, query] = splitTarget(message)
    const reading = readQuery(query)
    if (/^\0*$/.test(reading.timeStamp))
      return problem('The query has no timeStamp', '查询参数里没有 timeStamp')
    // A + that was not encoded came as a blank.
    const received = parameterOf(message, 'authToken')?.replaceAll(' ', '+')
    const [, whole] = splitTarget(withoutParameter(message, 'authToken'))
    return {
      recipe: (key) => ({ ...begin, ...reading, key, whole, received: received ?? '' }),
      ...(received === undefined ? {} : { received }),
      notes: timeStampNotes(reading.timeStamp),
    }
  },
  others: [plusKept],
  mistakes: (recipe) => [
    ...readingMistakes(),
    ...choiceMistakes([emptyLeftOut, ...twice]),
    ...common(recipe),
  ],
  stamp: (message, { now }) => withParameters(message, [['timeStamp', timeStampOf(now)]]),
  place: (message, value) =>
    withParameters(withoutParameter(message, 'authToken'), [['authToken', value]]),
})

// The white space of Java, in which the documents' sample is written: trim() would take more away.
const blank = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/

const textOf = (value: Json) =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

const ofBody: Choices = [
  [
    'blanks-kept',
    'Members that are blank were signed as name=; in a body they are left out',
    '空值成员以“名称=”参与了签名；在正文里应当去掉',
    ({ all }) => all,
  ],
  [
    'nulls-as-text',
    'Members that are null were signed as the word null',
    '值为 null 的成员按单词 null 参与了签名',
    ({ all, parameters }) =>
      all
        .filter((one) => one.sent === 'null' || parameters.includes(one))
        .map((one) => (one.sent === 'null' ? { ...one, value: 'null' } : one)),
  ],
  [
    'numbers-left-out',
    'Members that are numbers were left out',
    '数字成员被漏掉了',
    ({ parameters }) => parameters.filter(({ sent }) => !/^-?\d/.test(sent)),
  ],
  [
    'numbers-as-decimals',
    'Whole numbers were signed with .0',
    '整数带上 .0 参与了签名',
    ({ parameters }) =>
      parameters.map((one) =>
        /^-?\d+$/.test(one.sent) ? { ...one, value: `${one.value}.0` } : one,
      ),
  ],
  [
    'lists-left-out',
    'Members that are lists or objects were left out',
    '列表和对象成员被漏掉了',
    ({ parameters }) => parameters.filter(({ sent }) => !/^[[{]/.test(sent)),
  ],
  [
    'written-as-json',
    'The members were signed as JSON, texts in quotes',
    '各成员按 JSON 写法参与了签名，文本带引号',
    ({ parameters }) => parameters.map((one) => ({ ...one, value: one.sent })),
  ],
]

/** Kit V1: a JSON body, and authToken in a header. */
export const v1Body = schemeOf<ParameterRecipe>({
  ...shared,
  id: 'v1-body',
  title: { en: 'Kit V1: header authToken over a body', zh: '联营kit V1：消息头 authToken，签正文' },
  isIn: (message) => headerOf(message, 'authToken') !== undefined,
  read(message) {
    const content = contentOf(message.body)
    const members = typeof content === 'string' ? membersOf(content) : undefined
    if (typeof content !== 'string' || members === undefined) {
      return problem('The body is not a JSON object', '正文不是 JSON 对象')
    }
    const all = Object.entries(members).map(([name, value]): Parameter => ({
      name,
      value: textOf(value),
      sent: JSON.stringify(value),
    }))
    const timeStamp = textOf(members['timeStamp'] ?? null)
    if (/^\0*$/.test(timeStamp)) return problem('The body has no timeStamp', '正文里没有 timeStamp')
    const received = headerOf(message, 'authToken')
    const parameters = all.filter(({ value }) => !blank.test(value))
    const parts = { all, parameters, timeStamp, whole: content, received: received ?? '' }
    return {
      recipe: (key) => ({ ...begin, ...parts, key }),
      ...(received === undefined ? {} : { received }),
      notes: [...timeStampNotes(timeStamp), ...bodyNotes(message)],
    }
  },
  mistakes: (recipe) => [...choiceMistakes(ofBody), ...common(recipe)],
  stamp(message, { now }) {
    const typed = withDefault(message, 'Content-Type', 'application/json')
    const content = contentOf(message.body)
    const members = typeof content === 'string' ? membersOf(content) : undefined
    if (members === undefined || members['timeStamp'] !== undefined) return typed
    const stamped = JSON.stringify({ ...members, timeStamp: timeStampOf(now) })
    return { ...typed, body: new TextEncoder().encode(stamped) }
  },
  place: (message, value) => withHeader(message, 'authToken', value),
})

/** A moment as V1 has it: UTC, `yyyyMMddHHmmssSSS`. */
function timeStampOf(moment: Date): string {
  return moment.toISOString().replace(/\D/g, '')
}

function timeStampNotes(timeStamp: string): readonly Text[] {
  if (/^\d{17}$/.test(timeStamp)) return []
  return [
    {
      en: `timeStamp is “${timeStamp}”: the documents have 17 digits, yyyyMMddHHmmssSSS`,
      zh: `timeStamp 是“${timeStamp}”：文档规定为 17 位数字，yyyyMMddHHmmssSSS`,
    },
  ]
}
