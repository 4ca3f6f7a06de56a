import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import type { StampedRecipe } from '../schemes/stamped.ts'

type OfText = (text: string) => string | undefined

const timestamps: readonly Row<OfText>[] = [
  [
    'timestamp-seconds',
    'Seconds were signed in the place of milliseconds',
    '签名时用了秒，而不是毫秒',
    (text) => (/^\d{13}$/.test(text) ? text.slice(0, -3) : undefined),
  ],
  [
    'timestamp-milliseconds',
    'Milliseconds were signed in the place of the seconds that were sent',
    '发送的是秒，签名时用了毫秒',
    (text) => (/^\d{10}$/.test(text) ? `${text}000` : undefined),
  ],
  [
    'timestamp-rounded',
    'The milliseconds were set to zero',
    '毫秒部分被置为零',
    (text) => (/^\d{13}$/.test(text) ? `${text.slice(0, -3)}000` : undefined),
  ],
  [
    'timestamp-decimal',
    'Seconds with a decimal point were signed, as time.time() of Python has them',
    '签名时用了带小数点的秒（Python 的 time.time()）',
    (text) =>
      /^\d{13}$/.test(text)
        ? `${text.slice(0, -3)}.${text.slice(-3).replace(/0+$/, '')}`
        : undefined,
  ],
  [
    'timestamp-iso',
    'The time was signed as 2026-01-31T08:00:00.000Z',
    '时间按 2026-01-31T08:00:00.000Z 的格式签了名',
    (text) => isoOf(text),
  ],
  [
    'timestamp-digits',
    'The time was signed as yyyyMMddHHmmssSSS, as V1 has it',
    '时间按 yyyyMMddHHmmssSSS 的格式签了名（V1 的格式）',
    (text) => isoOf(text)?.replace(/\D/g, ''),
  ],
  ['timestamp-empty', 'The timestamp was empty', '签名时时间戳为空', () => ''],
  [
    'timestamp-undefined',
    'The word undefined was signed in the place of the timestamp',
    '签名时时间戳是单词 undefined',
    () => 'undefined',
  ],
  [
    'timestamp-null',
    'The word null was signed in the place of the timestamp',
    '签名时时间戳是单词 null',
    () => 'null',
  ],
]

const nonces: readonly Row<OfText>[] = [
  ['nonce-empty', 'The nonce was empty', '签名时随机数为空', () => ''],
  [
    'nonce-undefined',
    'The word undefined was signed in the place of the nonce',
    '签名时随机数是单词 undefined',
    () => 'undefined',
  ],
  [
    'nonce-null',
    'The word null was signed in the place of the nonce',
    '签名时随机数是单词 null',
    () => 'null',
  ],
  [
    'nonce-lower-case',
    'The nonce was signed in lower case',
    '签名时随机数被转成了小写',
    (text) => text.toLowerCase(),
  ],
  [
    'nonce-upper-case',
    'The nonce was signed in upper case',
    '签名时随机数被转成了大写',
    (text) => text.toUpperCase(),
  ],
  [
    'nonce-no-hyphens',
    'The nonce was signed without its hyphens',
    '签名时随机数去掉了连字符',
    (text) => text.replaceAll('-', ''),
  ],
  [
    'nonce-not-decoded',
    'The nonce was signed as it stands in the address, percent-encoded',
    '随机数没有做 URL 解码就参与了签名',
    (text) => encodeURIComponent(text),
  ],
  [
    'nonce-decoded-twice',
    'The nonce was decoded twice: + became a blank',
    '随机数多解码了一次：+ 变成了空格',
    (text) => text.replaceAll('+', ' '),
  ],
]

function isoOf(text: string): string | undefined {
  if (!/^\d{10}(\d{3})?$/.test(text)) return undefined
  return new Date(Number(text.padEnd(13, '0'))).toISOString()
}

/** The mistakes about time and nonce. */
export function stampMistakes(): readonly Mistake<StampedRecipe>[] {
  return [
    ...mistakesOf<StampedRecipe, OfText>(timestamps, (recipe, change) => {
      const timestamp = change(recipe.timestamp)
      return timestamp === undefined ? undefined : { ...recipe, timestamp }
    }),
    ...mistakesOf<StampedRecipe, OfText>(nonces, (recipe, change) => {
      const nonce = change(recipe.nonce)
      return nonce === undefined ? undefined : { ...recipe, nonce }
    }),
  ]
}

/** Where both have a name in the text, each may bear the other's. */
export const swappedStamp: Mistake<StampedRecipe> = {
  id: 'nonce-and-timestamp-swapped',
  text: { en: 'Nonce and timestamp were taken for each other', zh: '随机数和时间戳互相弄反了' },
  make: (recipe) => ({ ...recipe, nonce: recipe.timestamp, timestamp: recipe.nonce }),
}
