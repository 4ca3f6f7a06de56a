import type { Retry, RetryEnding } from '../../src/contract/retry.ts'
import type { Language } from '../shared/languages.ts'

interface Words {
  readonly heads: readonly [call: string, every: string, window: string, then: string]
  readonly endings: Readonly<Record<RetryEnding, string>>
  readonly unit: Readonly<Record<'H' | 'M', (count: number) => string>>
  readonly range: (least: number | string, most: string) => string
  readonly times: (count: number) => string
  readonly polled: (code: string) => string
  readonly inferred: (fact: string) => string
  readonly sentence: (facts: Facts) => string
  readonly unknown: string
  readonly none: string
}

/** What is known of a window, in words. */
interface Facts {
  readonly window: string
  readonly every: string | undefined
  readonly then: string | undefined
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    heads: ['Call', 'Again every', 'For', 'Then'],
    endings: {
      refund: 'the order is refunded',
      'by-hand': 'by hand',
      'buyer-decides': 'the buyer decides',
      'administrator-decides': "the buyer's administrator decides",
      unknown: 'not documented',
    },
    unit: {
      H: (count) => (count === 1 ? '1 hour' : `${count} hours`),
      M: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    },
    range: (least, most) => `${least} to ${most}`,
    times: (count) => (count === 1 ? '1 attempt' : `${count} attempts`),
    polled: (code) => `polled after \`${code}\``,
    inferred: (fact) => `${fact} (inferred)`,
    sentence: ({ window, every, then }) =>
      // Every hour, not every 1 hour.
      [
        window,
        every === undefined ? '' : `, every ${every.replace(/^1 (?=[a-z]+( \(|$))/, '')}`,
        then === undefined ? '' : `; then ${then}`,
      ].join(''),
    unknown: 'not documented',
    none: '–',
  },
  zh: {
    heads: ['调用', '间隔', '持续', '之后'],
    endings: {
      refund: '订单退款',
      'by-hand': '人工处理',
      'buyer-decides': '由买家决定',
      'administrator-decides': '由买家的管理员决定',
      unknown: '文档未说明',
    },
    unit: { H: (count) => `${count} 小时`, M: (count) => `${count} 分钟` },
    range: (least, most) => `${least} 至 ${most}`,
    times: (count) => `共 ${count} 次`,
    polled: (code) => `\`${code}\` 之后轮询`,
    inferred: (fact) => `${fact}（推断）`,
    sentence: ({ window, every, then }) =>
      [
        window,
        every === undefined ? '' : `，每隔 ${every}`,
        then === undefined ? '' : `；之后${then}`,
      ].join(''),
    unknown: '文档未说明',
    none: '–',
  },
}

/** What is known of the pause between two attempts. */
export function everyIn(retry: Retry, language: Language): string {
  const text = words[language]
  if (retry.every !== undefined) return marked(retry, 'every', inWords(retry.every, text), text)
  const isRepeated = retry.for !== undefined || (retry.times ?? 1) > 1 || retry.after !== undefined
  return isRepeated ? text.unknown : text.none
}

/** How long, or how often, the store tries. */
export function windowIn(retry: Retry, language: Language): string {
  const text = words[language]
  if (retry.times !== undefined) return marked(retry, 'times', text.times(retry.times), text)
  if (retry.for !== undefined) return marked(retry, 'for', lengthInWords(retry.for, text), text)
  return retry.after === undefined ? text.unknown : text.polled(retry.after)
}

/** What happens when all attempts have failed. */
export function endingIn(retry: Retry, language: Language): string {
  const text = words[language]
  return marked(retry, 'then', text.endings[retry.then], text)
}

function marked(
  { inferred = [] }: Retry,
  member: NonNullable<Retry['inferred']>[number],
  fact: string,
  text: Words,
): string {
  return inferred.includes(member) ? text.inferred(fact) : fact
}

function lengthInWords(window: NonNullable<Retry['for']>, text: Words): string {
  if (typeof window === 'string') return inWords(window, text)
  const [least, most] = window
  const [shorter, longer] = [partsOf(least), partsOf(most)]
  const isOfOneUnit = [...shorter, ...longer].every(({ name }) => name === longer[0]?.name)
  const from = isOfOneUnit ? shorter[0]?.count : undefined
  return text.range(from ?? inWords(least, text), inWords(most, text))
}

function inWords(duration: string, { unit }: Words): string {
  return partsOf(duration)
    .map(({ name, count }) => unit[name](count))
    .join(' ')
}

function partsOf(duration: string) {
  return [...duration.matchAll(/(\d+)([HM])/g)].map(([, count = '', name = '']) => ({
    count: Number(count),
    name: name as 'H' | 'M',
  }))
}
