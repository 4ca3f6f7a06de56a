import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import type { Compare, Pair } from './keywords.ts'
import { type Finding, found } from './findings.ts'
import { retrySentence } from '../tables/retry-table.ts'
import { isTree, shown } from './tree.ts'

// What is told by one of these is a rule: how something is signed, when it is repeated, how long
// somebody waits, how much there may be, and what is refused.
const english = [
  String.raw`\d`,
  'sign(s|ed|ature|atures|ing)?',
  'hmac|sha\\d*|md5|aes|rsa|base64|key|keys|secret|nonce|token',
  'window|deadline|expir(es|ed|y)|time-?out|interval|pause|late|later|early',
  'retr(y|ies|ied)|repeat(s|ed)?|again|once|twice|attempts?|idempoten(t|cy)',
  'must|never|always|only|at (most|least)|refused?|rejected?|required|allowed|ignored',
  'seconds?|minutes?|hours?|days?|bytes|characters',
].join('|')
const ruleWords = new RegExp(String.raw`(?<![\w])(${english})(?![\w])|\d`, 'i')
const chineseRules =
  /\d|签名|验签|密钥|加密|令牌|窗口|过期|超时|间隔|重试|重复|再次|幂等|必须|不得|不能|只能|最多|最少|至少|拒绝|秒|分钟|小时|天|字节/

/** The text carries a rule, as far as words tell. */
function carriesRule(text: string): boolean {
  return ruleWords.test(text) || chineseRules.test(text)
}

/** The sentences of a text that another one does not have. */
function sentencesBeyond(text: string, other: string): string {
  const others = new Set(sentencesOf(other))
  return sentencesOf(text)
    .filter((sentence) => !others.has(sentence))
    .join(' ')
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.;:])\s+|(?<=[。；：])|\n+/)
    .map((sentence) => sentence.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
}

/** Text that people read; where it carries a rule, it is told whole. */
export const compareText: Compare = (pair, keyword) => asText(pair, keyword, carriesRule)

/** Text that nothing but a label is. */
export const compareLabel: Compare = (pair, keyword) => asText(pair, keyword, () => false)

/** Text each sentence of which is a rule, as that of a signature. */
export const compareRuleText: Compare = (pair, keyword) => asText(pair, keyword, () => true)

// A translation that is new adds no rule to the text beside which it stands.
export const compareChinese: Compare = (pair, keyword) => {
  const isNew = pair.was[keyword] === undefined
  return asText(pair, keyword, (text) => !isNew && carriesRule(text))
}

function asText(
  { was, now, at }: Pair,
  keyword: string,
  isRule: (text: string) => boolean,
): Finding[] {
  const [before, after] = [wordsOf(was[keyword]), wordsOf(now[keyword])]
  const [lost, gained] = [sentencesBeyond(before, after), sentencesBeyond(after, before)]
  const place = { ...at, pointer: `${at.pointer}/${keyword}` }
  const kind = isRule(`${lost} ${gained}`) ? 'rule-changed' : 'text-changed'
  // Sentences in another order, or other spaces between them.
  if (lost === '' && gained === '') return [found('text-changed', place, before, after)]
  return [found(kind, place, lost, gained)]
}

function wordsOf(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : stringify(value)
}

/** The rules of a repeat. */
export const compareRepeat: Compare = ({ was, now, at }) => [
  found('repeat-changed', at, wordsOf(was['x-repeat']), wordsOf(now['x-repeat'])),
]

/** How long somebody tries again: a sentence, or data that is told as one. */
export const compareRetry: Compare = ({ was, now, at }) => {
  const told = (retry: unknown) => (retry === undefined ? '' : retrySentence(retry))
  return [found('retry-changed', at, told(was['x-retry']), told(now['x-retry']))]
}

/** What is only an example: of a message, or of a value. */
export const compareExample: Compare = ({ was, now, at }, keyword) => {
  const place = { ...at, pointer: `${at.pointer}/${keyword}` }
  return [found('example-changed', place, shown(was[keyword]), shown(now[keyword]))]
}

/** Where something was written from. */
export const compareSource: Compare = ({ was, now, at }, keyword) => [
  found('source-changed', at, wordsOf(was[keyword]), wordsOf(now[keyword])),
]

/** That something is concluded and not documented. */
export const compareMark: Compare = ({ was, now, at }, keyword) => [
  found('mark-changed', at, wordsOf(was[keyword]), wordsOf(now[keyword])),
]

const wordings: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'description',
  'example',
  'examples',
  '$comment',
  'externalDocs',
  'x-source',
  'x-note',
  'x-changed',
  'x-inferred',
  'x-zh',
])

/** What people read of an object, and no program does. */
export const isWording = (keyword: string) => wordings.has(keyword)

// Below these a name is one of the contract's own; and a value is none of its words.
const tables: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'mapping'])
const values: ReadonlySet<string> = new Set(['enum', 'const', 'default'])

/** A value without what people alone read in it. */
export function withoutWords(value: unknown, isTable = false): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutWords(one))
  if (!isTree(value)) return value
  const kept = Object.entries(value).filter(([name]) => isTable || !wordings.has(name))
  return Object.fromEntries(
    kept.map(([name, inner]) => [
      name,
      !isTable && values.has(name) ? inner : withoutWords(inner, !isTable && tables.has(name)),
    ]),
  )
}

/** The same but for what people alone read. */
export function differsInWordsOnly(was: unknown, now: unknown): boolean {
  return isDeepStrictEqual(withoutWords(was), withoutWords(now))
}
