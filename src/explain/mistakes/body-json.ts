import {
  type Json,
  type Style,
  isList,
  isObject,
  membersOf,
  readJson,
  writeJson,
} from '../json-text.ts'
import type { Row } from '../mistake.ts'

/** What was signed in the place of a body; undefined where it cannot be made of it. */
export type Change = (text: string) => string | undefined

const inStyle =
  (style: Style): Change =>
  (text) => {
    const value = readJson(text)
    return value === undefined ? undefined : writeJson(value, style)
  }
const written =
  (write: (value: Json) => string): Change =>
  (text) => {
    const value = readJson(text)
    return value === undefined ? undefined : write(value)
  }
const isNotNull = (value: Json) => value !== null
const isNotEmpty = (value: Json) => value !== null && value !== ''

/** A body that was parsed and written in another way. */
export const asJson: readonly Row<Change>[] = [
  [
    'body-written-anew',
    'The body was parsed and written again, without its white space',
    '正文被解析后重新序列化，空白没有了',
    inStyle({}),
  ],
  [
    'body-with-blanks',
    'The body was written again with a blank behind each comma and colon, as Python does',
    '正文被重新序列化，逗号和冒号后面多了空格（Python 的默认写法）',
    inStyle({ comma: ', ', colon: ': ' }),
  ],
  [
    'body-sorted',
    'The members of the body were sorted by name',
    '正文的成员按名称排了序',
    inStyle({ isSorted: true }),
  ],
  [
    'body-sorted-deeply',
    'The members of the body were sorted by name, the nested ones too',
    '正文的成员按名称排了序，嵌套的也排了',
    inStyle({ isSorted: true, isDeep: true }),
  ],
  [
    'body-sorted-backwards',
    'The members of the body were sorted backwards',
    '正文的成员按名称倒序排列了',
    backwards,
  ],
  [
    'body-sorted-nulls-left-out',
    'The members of the body were sorted, and those that are null left out',
    '正文的成员排了序，值为 null 的被去掉',
    inStyle({ isSorted: true, keeps: isNotNull }),
  ],
  [
    'body-nulls-left-out',
    'Members of the body that are null were left out',
    '正文中值为 null 的成员被去掉',
    inStyle({ keeps: isNotNull }),
  ],
  [
    'body-empty-left-out',
    'Members of the body that are empty were left out',
    '正文中空值的成员被去掉',
    inStyle({ keeps: isNotEmpty }),
  ],
  [
    'body-numbers-as-texts',
    'Numbers of the body were written as texts (a map of texts)',
    '正文中的数字被写成了文本（Map<String,String>）',
    textual,
  ],
  [
    'body-indented-2',
    'The body was written with an indent of two blanks',
    '正文被重新序列化，缩进两个空格',
    written((value) => JSON.stringify(value, undefined, 2)),
  ],
  [
    'body-indented-4',
    'The body was written with an indent of four blanks',
    '正文被重新序列化，缩进四个空格',
    written((value) => JSON.stringify(value, undefined, 4)),
  ],
  [
    'body-indented-tab',
    'The body was written with tabs',
    '正文被重新序列化，用制表符缩进',
    written((value) => JSON.stringify(value, undefined, '\t')),
  ],
  [
    'body-as-java-map',
    'The body was written as Java writes a map: {a=1, b=2}',
    '正文被写成了 Java Map 的样子：{a=1, b=2}',
    written(javaText),
  ],
  [
    'body-as-python-dict',
    'The body was written as Python writes a dict, with single quotes',
    '正文被写成了 Python dict 的样子，用单引号',
    written(pythonText),
  ],
  [
    'body-as-pairs',
    'The members of the body were joined as a=1&b=2, sorted by name, as V1 does',
    '正文的成员按名称排序并拼成 a=1&b=2（V1 的规则）',
    ofMembers((members) => pairsOf(members).toSorted().join('&')),
  ],
]

function ofMembers(write: (members: Readonly<Record<string, Json>>) => string): Change {
  return (text) => {
    const members = membersOf(text)
    return members && write(members)
  }
}

function pairsOf(members: Readonly<Record<string, Json>>): readonly string[] {
  return Object.entries(members).map(([name, value]) => `${name}=${plainText(value)}`)
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function backwards(text: string): string | undefined {
  const members = membersOf(text)
  if (!members) return undefined
  const names = Object.keys(members).toSorted().toReversed()
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, members[name]])))
}

function textual(text: string): string | undefined {
  const members = membersOf(text)
  if (!members) return undefined
  const texts = Object.entries(members).map(([name, value]) => [
    name,
    value === null ? null : plainText(value),
  ])
  return JSON.stringify(Object.fromEntries(texts))
}

function javaText(value: Json): string {
  if (isList(value)) return `[${value.map(javaText).join(', ')}]`
  if (!isObject(value)) return plainText(value)
  const members = Object.entries(value).map(([name, one]) => `${name}=${javaText(one)}`)
  return `{${members.join(', ')}}`
}

function pythonText(value: Json): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  if (isList(value)) return `[${value.map(pythonText).join(', ')}]`
  if (!isObject(value)) return ''
  const members = Object.entries(value).map(
    ([name, one]) => `${pythonText(name)}: ${pythonText(one)}`,
  )
  return `{${members.join(', ')}}`
}
