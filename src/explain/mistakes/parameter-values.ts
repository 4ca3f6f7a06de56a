import { fromBase64, lossyText, utf8 } from '../bytes.ts'
import { formDecoded } from '../message/message.ts'
import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import type { Parameter, ParameterRecipe } from '../schemes/parameters.ts'

type One = (parameter: Parameter) => Parameter

const value =
  (change: (value: string) => string): One =>
  (parameter) => ({ ...parameter, value: change(parameter.value) })
const formEncoded = (text: string) => new URLSearchParams({ a: text }).toString().slice(2)

/** Values that were changed on their way, in a query and in a body. */
const values: readonly Row<One>[] = [
  [
    'encoded-again',
    'The values were percent-encoded before they were joined',
    '各个值在拼接前做了百分号编码',
    value((text) => encodeURIComponent(text.toWellFormed())),
  ],
  [
    'encoded-as-form',
    'The values were encoded as a form, with + for a blank, before they were joined',
    '各个值在拼接前做了表单编码（空格写成 +）',
    value(formEncoded),
  ],
  [
    'blanks-in-values-left-out',
    'The blanks inside of the values were left out',
    '值里面的空格被去掉了',
    value((text) => text.replace(/\s/g, '')),
  ],
  [
    'values-trimmed',
    'The blanks around the values were cut off',
    '值首尾的空白被去掉了',
    value((text) => text.trim()),
  ],
  [
    'plus-as-blank',
    'Each + of the values became a blank',
    '值里面的 + 变成了空格',
    value((text) => text.replaceAll('+', ' ')),
  ],
  [
    'blank-as-percent-20',
    'Each blank of the values was written as %20',
    '值里面的空格写成了 %20',
    value((text) => text.replaceAll(' ', '%20')),
  ],
  [
    'values-quoted',
    'The values were written in double quotes',
    '各个值写在了双引号里',
    value((text) => JSON.stringify(text)),
  ],
  [
    'values-html-escaped',
    'The values were escaped for HTML (&amp;)',
    '值做了 HTML 转义（&amp;）',
    value((text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;'),
    ),
  ],
  [
    'values-lower-case',
    'The values were written in lower case',
    '值被转成了小写',
    value((text) => text.toLowerCase()),
  ],
  [
    'names-lower-case',
    'The names were written in lower case',
    '参数名被转成了小写',
    (one) => ({ ...one, name: one.name.toLowerCase() }),
  ],
  [
    'extend-params-decoded',
    'saasExtendParams was decoded from Base64 before it was signed',
    'saasExtendParams 在签名前做了 Base64 解码',
    (one) =>
      one.name === 'saasExtendParams'
        ? { ...one, value: lossyText(fromBase64(one.value) ?? utf8(one.value)) }
        : one,
  ],
]

/** Values of a query that were read in a wrong way. */
const readings: readonly Row<One>[] = [
  [
    'not-decoded',
    'The values were signed as they stand in the address, not decoded',
    '值没有做 URL 解码就参与了签名',
    (one) => ({ ...one, value: one.sent }),
  ],
  ['decoded-twice', 'The values were decoded twice', '值做了两次 URL 解码', value(formDecoded)],
]

/** The mistakes of how values were changed. */
export function changedValues(): readonly Mistake<ParameterRecipe>[] {
  return valueMistakes(values)
}

/** The mistakes of how a query is read. */
export function readingMistakes(): readonly Mistake<ParameterRecipe>[] {
  return valueMistakes(readings)
}

function valueMistakes(rows: readonly Row<One>[]) {
  return mistakesOf<ParameterRecipe, One>(rows, (recipe, change) => ({
    ...recipe,
    parameters: recipe.parameters.map(change),
  }))
}
