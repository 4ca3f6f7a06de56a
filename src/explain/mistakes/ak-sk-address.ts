import {
  type AkSkRecipe,
  akSkRule,
  byCodePoint,
  encoded,
  encodedPath,
  queryOf,
  withSlash,
} from '../schemes/ak-sk-recipe.ts'
import type { Mistake, Row } from '../mistake.ts'

/** Mistakes of AK/SK, each with what is otherwise in its recipe. */
export type AkSkRows = readonly Row<(recipe: AkSkRecipe) => Partial<AkSkRecipe> | undefined>[]

const asIs = (text: string) => text
const asSent = () => 0
const collator = new Intl.Collator('en')

/** Another path was signed than the right one. */
export const paths: AkSkRows = [
  [
    'path-without-slash',
    'The / at the end of the path is missing',
    '路径末尾漏了 /',
    () => ({ pathText: ({ path }) => encodedPath(path) }),
  ],
  [
    'path-decoded',
    'The path was signed decoded',
    '路径以解码后的样子参与了签名',
    () => ({ pathText: ({ path }) => withSlash(decodeURIComponent(path)) }),
  ],
  [
    'path-encoded-twice',
    'The path was encoded twice',
    '路径做了两次编码',
    () => ({ pathText: ({ path }) => withSlash(path.split('/').map(encoded).join('/')) }),
  ],
  [
    'path-slashes-encoded',
    'The slashes of the path were encoded as %2F',
    '路径里的 / 被编码成了 %2F',
    () => ({ pathText: ({ path }) => withSlash(encoded(decodeURIComponent(path))) }),
  ],
  [
    'path-with-query',
    'The query was left on the path',
    '路径上还带着查询参数',
    () => ({ pathText: ({ path, rawQuery }) => `${path}?${rawQuery}` }),
  ],
  ['path-root', 'The path was signed as /', '路径按 / 参与了签名', () => ({ pathText: () => '/' })],
  ['path-empty', 'The path was left out', '漏了路径', () => ({ pathText: () => '' })],
  [
    'path-prefix-cut',
    'The first part of the path was cut off, as a proxy does',
    '路径的第一段被去掉了（代理可能会这样）',
    () => ({ pathText: ({ path }) => withSlash(encodedPath(path.replace(/^\/[^/]+/, ''))) }),
  ],
  [
    'path-lower-case',
    'The path was written in lower case',
    '路径被转成了小写',
    () => ({ pathText: (recipe) => akSkRule.pathText(recipe).toLowerCase() }),
  ],
  [
    'path-with-host',
    'The host was signed with the path',
    '路径里带上了域名',
    () => ({
      pathText: (recipe) => `https://${valueOf(recipe, 'host')}${akSkRule.pathText(recipe)}`,
    }),
  ],
]

/** Another query was signed than the right one. */
export const queries: AkSkRows = [
  [
    'query-unsorted',
    'The query was not sorted',
    '查询参数没有排序',
    () => ({ queryText: ({ query }) => queryOf(query, asSent) }),
  ],
  [
    'query-not-encoded',
    'The query was signed decoded',
    '查询参数以解码后的样子参与了签名',
    () => ({ queryText: ({ query }) => queryOf(query, byCodePoint, asIs) }),
  ],
  [
    'query-as-sent',
    'The query was signed as it was sent',
    '查询参数按发送时的样子参与了签名',
    () => ({ queryText: ({ rawQuery }) => rawQuery }),
  ],
  ['query-left-out', 'The query was left out', '漏了查询参数', () => ({ queryText: () => '' })],
  [
    'query-plus-for-blank',
    'A blank in the query was written as +; it is %20',
    '查询参数里的空格写成了 +；应当是 %20',
    () => ({
      queryText: ({ query }) =>
        queryOf(query, byCodePoint, (text) => encoded(text).replaceAll('%20', '+')),
    }),
  ],
  [
    'query-marks-not-encoded',
    "The marks ! ' ( ) * of the query were not encoded",
    "查询参数里的 ! ' ( ) * 没有编码",
    () => ({ queryText: ({ query }) => queryOf(query, byCodePoint, encodeURIComponent) }),
  ],
  [
    'query-lower-case-escapes',
    'The query was encoded with lower-case digits (%e4)',
    '查询参数用了小写的百分号编码（%e4）',
    () => ({
      queryText: (recipe) =>
        akSkRule.queryText(recipe).replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
    }),
  ],
  [
    'query-encoded-twice',
    'The query was encoded twice',
    '查询参数做了两次编码',
    () => ({
      queryText: ({ query }) => queryOf(query, byCodePoint, (text) => encoded(encoded(text))),
    }),
  ],
  [
    'query-names-lower-case',
    'The names of the query were written in lower case',
    '查询参数的名称被转成了小写',
    ({ query }) => ({ query: query.map(([name, value]) => [name.toLowerCase(), value]) }),
  ],
  [
    'query-sorted-ignoring-case',
    'The query was sorted without regard to case',
    '查询参数排序时忽略了大小写',
    () => ({
      queryText: ({ query }) =>
        queryOf(query, (a, b) => byCodePoint(a.toLowerCase(), b.toLowerCase())),
    }),
  ],
  [
    'query-sorted-by-locale',
    'The query was sorted as in a dictionary, not by code',
    '查询参数按字典的语言习惯排序，而不是按编码排序',
    () => ({ queryText: ({ query }) => queryOf(query, (a, b) => collator.compare(a, b)) }),
  ],
  [
    'query-empty-left-out',
    'Parameters that are empty were left out',
    '空值的查询参数被去掉了',
    ({ query }) => ({ query: query.filter(([, value]) => value !== '') }),
  ],
  [
    'query-equals-left-out',
    'The = behind a parameter that is empty is missing',
    '空值查询参数后面漏了 =',
    () => ({ queryText: (recipe) => akSkRule.queryText(recipe).replace(/=(?=&|$)/g, '') }),
  ],
  [
    'query-with-question-mark',
    'The question mark was signed with the query',
    '查询参数前面带上了问号',
    () => ({ queryText: (recipe) => `?${akSkRule.queryText(recipe)}` }),
  ],
]

function valueOf({ headers: all }: AkSkRecipe, name: string): string {
  return all.find((one) => one.name === name)?.value ?? ''
}

/** A parameter of the query was not signed. */
export function withoutParameter(name: string): Mistake<AkSkRecipe> {
  return {
    id: `query-left-out-${name}`,
    text: {
      en: `The parameter ${name} was not signed: it was left out, or was added on the way`,
      zh: `查询参数 ${name} 没有参与签名：签名时漏了它，或者它是途中加上的`,
    },
    make: (recipe) => ({ ...recipe, query: recipe.query.filter(([one]) => one !== name) }),
  }
}
