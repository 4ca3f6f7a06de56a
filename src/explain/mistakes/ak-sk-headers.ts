import type { Mistake } from '../mistake.ts'
import { type AkSkRecipe, type SignedHeader, akSkRule } from '../schemes/ak-sk-recipe.ts'
import type { AkSkRows } from './ak-sk-address.ts'

/** Other headers were signed than those that are named. */
export const headers: AkSkRows = [
  [
    'header-names-as-written',
    'The names of the headers were not written in lower case',
    '消息头名称没有转成小写',
    ({ headers: all }) => ({ headers: all.map((one) => ({ ...one, name: one.written })) }),
  ],
  [
    'headers-unsorted',
    'The headers were not sorted',
    '消息头没有排序',
    ({ headers: all, sent }) => ({
      headers: all.toSorted((a, b) => placeOf(sent, a) - placeOf(sent, b)),
    }),
  ],
  [
    'header-blank-behind-colon',
    'A blank was left behind the colon of each header',
    '每个消息头的冒号后面多了空格',
    () => ({
      headerLines: ({ headers: all }) =>
        all.map(({ name, value }) => `${name}: ${value}\n`).join(''),
    }),
  ],
  [
    'header-values-lower-case',
    'The values of the headers were written in lower case',
    '消息头的值被转成了小写',
    ({ headers: all }) => ({
      headers: all.map((one) => ({ ...one, value: one.value.toLowerCase() })),
    }),
  ],
  [
    'header-empty-line-missing',
    'The empty line behind the headers is missing',
    '消息头后面漏了空行',
    () => ({ headerLines: (recipe) => akSkRule.headerLines(recipe).trimEnd() }),
  ],
  [
    'header-names-by-comma',
    'The names of the signed headers were joined with commas',
    '签名消息头的名称之间用了逗号',
    () => ({ headerNames: ({ headers: all }) => all.map(({ name }) => name).join(',') }),
  ],
  [
    'header-names-left-out',
    'The names of the signed headers were left out',
    '漏了签名消息头的名称',
    () => ({ headerNames: () => '' }),
  ],
  [
    'host-with-port',
    'The host was signed with its port, or the port left out',
    '域名带上了端口，或者漏了端口',
    (recipe) =>
      withValue(recipe, 'host', (value) =>
        /:\d+$/.test(value) ? value.replace(/:\d+$/, '') : `${value}:443`,
      ),
  ],
  [
    'content-type-without-charset',
    'The content type was signed without its charset, which something added on the way',
    '签名时的 Content-Type 没有 charset，它是途中加上的',
    (recipe) => withValue(recipe, 'content-type', (value) => value.replace(/\s*;.*$/, '')),
  ],
  [
    'content-type-with-charset',
    'The content type was signed with a charset that was not sent',
    '签名时的 Content-Type 带了 charset，发送时没有',
    (recipe) => withValue(recipe, 'content-type', (value) => `${value};charset=utf-8`),
  ],
  [
    'content-type-with-charset-upper',
    'The content type was signed with “; charset=UTF-8”, which was not sent',
    '签名时的 Content-Type 带了“; charset=UTF-8”，发送时没有',
    (recipe) => withValue(recipe, 'content-type', (value) => `${value}; charset=UTF-8`),
  ],
]

function withValue(recipe: AkSkRecipe, name: string, change: (value: string) => string) {
  if (!recipe.headers.some((one) => one.name === name)) return undefined
  return {
    headers: recipe.headers.map((one) =>
      one.name === name ? { ...one, value: change(one.value) } : one,
    ),
  }
}

function placeOf(sent: readonly SignedHeader[], header: SignedHeader): number {
  return sent.findIndex(({ name }) => name === header.name)
}

/** Whether a header of the message is not signed. */
export function isForgotten({ name }: SignedHeader, { headers: all }: AkSkRecipe): boolean {
  return name !== 'authorization' && !all.some((one) => one.name === name)
}

/** A header that is named was not signed. */
export function withoutHeader(name: string): Mistake<AkSkRecipe> {
  return {
    id: `header-left-out-${name}`,
    text: {
      en: `The header ${name} was not signed, though SignedHeaders names it`,
      zh: `SignedHeaders 里列了消息头 ${name}，签名时却漏了它`,
    },
    make: (recipe) => ({
      ...recipe,
      headers: recipe.headers.filter((one) => one.name !== name),
    }),
  }
}

/** A header that is not named was signed. */
export function withHeader(header: SignedHeader): Mistake<AkSkRecipe> {
  return {
    id: `header-added-${header.name}`,
    text: {
      en: `The header ${header.name} was signed, and SignedHeaders does not name it`,
      zh: `消息头 ${header.name} 参与了签名，SignedHeaders 里却没有列出`,
    },
    make: (recipe) => ({
      ...recipe,
      headers: [...recipe.headers, header].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    }),
  }
}
