import { base64, utf8 } from '../bytes.ts'
import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import type { BodyRecipe } from '../recipe.ts'
import { type Change, asJson } from './body-json.ts'

const escaped =
  (characters: RegExp, write = lowerEscape): Change =>
  (text) =>
    text.replace(characters, write)

const asText: readonly Row<Change>[] = [
  [
    'body-empty',
    'The body was empty: something had read it before',
    '正文为空：之前已经被别的程序读走了',
    () => '',
  ],
  ['body-braces', 'An empty object stood for the body', '用空对象 {} 代替了正文', () => '{}'],
  [
    'body-undefined',
    'The word undefined stood for the body',
    '用单词 undefined 代替了正文',
    () => 'undefined',
  ],
  ['body-null', 'The word null stood for the body', '用单词 null 代替了正文', () => 'null'],
  [
    'body-object-object',
    '[object Object] stood for the body',
    '用 [object Object] 代替了正文',
    () => '[object Object]',
  ],
  [
    'body-as-json-text',
    'The body was encoded as JSON twice: it is a text in quotes',
    '正文做了两次 JSON 编码：成了带引号的文本',
    (text) => JSON.stringify(text),
  ],
  [
    'body-unicode-escaped',
    'Chinese was written as \\u4e2d',
    '中文被写成了 \\u4e2d 的样子',
    escaped(/[\x7f-\uffff]/g),
  ],
  [
    'body-unicode-escaped-upper',
    'Chinese was written as \\u4E2D',
    '中文被写成了 \\u4E2D 的样子',
    escaped(/[\x7f-\uffff]/g, (unit) => `\\u${hexOf(unit).toUpperCase()}`),
  ],
  [
    'body-unicode-unescaped',
    'What was sent as \\u4e2d was signed as the characters',
    '以 \\u4e2d 发送的内容按字符签了名',
    (text) =>
      text.replace(/\\u([\da-f]{4})/gi, (_all, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      ),
  ],
  [
    'body-slashes-escaped',
    'Each / was written as \\/, as PHP does',
    '每个 / 被写成了 \\/（PHP 的默认写法）',
    (text) => text.replaceAll('/', '\\/'),
  ],
  [
    'body-slashes-unescaped',
    'What was sent as \\/ was signed as /',
    '以 \\/ 发送的内容按 / 签了名',
    (text) => text.replaceAll('\\/', '/'),
  ],
  [
    'body-html-escaped',
    '< > & were written as \\u003c, as Go does',
    '< > & 被写成了 \\u003c 的样子（Go 的默认写法）',
    escaped(/[<>&\u2028\u2029]/g),
  ],
  [
    'body-gson-escaped',
    "< > & = ' were written as \\u003c, as Gson does",
    "< > & = ' 被写成了 \\u003c 的样子（Gson 的默认写法）",
    escaped(/[<>&='\u2028\u2029]/g),
  ],
  [
    'body-line-feed-added',
    'A line feed was put behind the body',
    '正文末尾多了一个换行符',
    (text) => `${text}\n`,
  ],
  [
    'body-crlf-added',
    'CR and LF were put behind the body',
    '正文末尾多了回车换行',
    (text) => `${text}\r\n`,
  ],
  [
    'body-trimmed',
    'The white space around the body was cut off',
    '正文首尾的空白被去掉了',
    (text) => text.trim(),
  ],
  [
    'body-lf-to-crlf',
    'Each line feed of the body became CR and LF',
    '正文中的 LF 变成了 CRLF',
    (text) => text.replace(/\r?\n/g, '\r\n'),
  ],
  [
    'body-crlf-to-lf',
    'Each CR and LF of the body became a line feed',
    '正文中的 CRLF 变成了 LF',
    (text) => text.replaceAll('\r\n', '\n'),
  ],
  [
    'body-line-breaks-removed',
    'The line breaks of the body were left out, as curl -d does with a file',
    '正文中的换行被去掉了（curl -d @文件 会这样）',
    (text) => text.replace(/[\r\n]/g, ''),
  ],
  [
    'body-blanks-removed',
    'Every blank of the body was left out, those of its texts too',
    '正文中的所有空格被去掉了，文本里的也一样',
    (text) => text.replace(/\s/g, ''),
  ],
  [
    'body-byte-order-mark',
    'A byte order mark was put before the body',
    '正文开头多了 BOM',
    (text) => `\ufeff${text}`,
  ],
  [
    'body-no-byte-order-mark',
    'The byte order mark before the body was left out',
    '正文开头的 BOM 被去掉了',
    (text) => text.replace(/^\ufeff/, ''),
  ],
  [
    'body-percent-encoded',
    'The body was percent-encoded',
    '正文做了百分号编码',
    (text) => encodeURIComponent(text.toWellFormed()),
  ],
  ['body-percent-decoded', 'The body was percent-decoded', '正文做了百分号解码', percentDecoded],
  [
    'body-form-decoded',
    'Each + of the body became a blank',
    '正文中的 + 变成了空格',
    (text) => text.replaceAll('+', ' '),
  ],
  [
    'body-as-base64',
    'The body was encoded in Base64',
    '正文做了 Base64 编码',
    (text) => base64(utf8(text)),
  ],
]

/** Other bytes were signed than those of the body. */
export function bodyMistakes<R extends BodyRecipe>(): readonly Mistake<R>[] {
  return mistakesOf<R, Change>([...asJson, ...asText], (recipe, change) => {
    const body = typeof recipe.body === 'string' ? change(recipe.body) : undefined
    return body === undefined || body === recipe.body ? undefined : { ...recipe, body }
  })
}

function hexOf(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0')
}

function lowerEscape(unit: string): string {
  return `\\u${hexOf(unit)}`
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
