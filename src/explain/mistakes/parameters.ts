import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import { type Parameter, type ParameterRecipe, byName } from '../schemes/parameters.ts'
import { keyOfMistakes } from './parameter-key.ts'
import { changedValues } from './parameter-values.ts'

type Sort = ParameterRecipe['sort']
type Recipe = Partial<ParameterRecipe>
/** Which parameters were signed. */
export type Choices = readonly Row<(recipe: ParameterRecipe) => readonly Parameter[] | undefined>[]

const by =
  (compare: (a: Parameter, b: Parameter) => number): Sort =>
  (all) =>
    all.toSorted(compare)
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const collator = new Intl.Collator('en')
const isTime = ({ name }: Parameter) => name === 'timeStamp'
const withTimeFirst: Sort = (all) => [
  ...all.filter(isTime),
  ...byName(all.filter((one) => !isTime(one))),
]
const withTimeLast: Sort = (all) => [
  ...byName(all.filter((one) => !isTime(one))),
  ...all.filter(isTime),
]

const sorts: readonly Row<Sort>[] = [
  ['unsorted', 'The parameters were not sorted', '参数没有排序', (all) => all],
  [
    'sorted-ignoring-case',
    'The parameters were sorted without regard to case; upper case comes first',
    '参数排序时忽略了大小写；大写应排在前面',
    by((a, b) => order(a.name.toLowerCase(), b.name.toLowerCase())),
  ],
  [
    'sorted-by-locale',
    'The parameters were sorted as in a dictionary, not by code',
    '参数按字典的语言习惯排序，而不是按编码排序',
    by((a, b) => collator.compare(a.name, b.name)),
  ],
  [
    'sorted-backwards',
    'The parameters were sorted backwards',
    '参数按倒序排列了',
    by((a, b) => order(b.name, a.name)),
  ],
  [
    'sorted-by-value',
    'The parameters were sorted by their values',
    '参数按值排了序',
    by((a, b) => order(a.value, b.value)),
  ],
  [
    'sorted-by-pair',
    'The pairs name=value were sorted, not the names',
    '排序的是“名称=值”整体，而不是名称',
    by((a, b) => order(`${a.name}=${a.value}`, `${b.name}=${b.value}`)),
  ],
  [
    'time-stamp-last',
    'timeStamp was put last, as in the example of the documents',
    'timeStamp 放到了最后（照搬了文档的举例）',
    withTimeLast,
  ],
  ['time-stamp-first', 'timeStamp was put first', 'timeStamp 放到了最前面', withTimeFirst],
]

const joins: readonly Row<Recipe>[] = [
  [
    'joined-without-ampersand',
    'The pairs were joined without &',
    '各参数之间没有用 & 连接',
    { glue: '' },
  ],
  ['joined-by-comma', 'The pairs were joined with commas', '各参数之间用逗号连接了', { glue: ',' }],
  [
    'joined-by-line-feed',
    'The pairs were joined with line feeds',
    '各参数之间用换行符连接了',
    { glue: '\n' },
  ],
  [
    'pairs-without-equals',
    'Names and values were joined without =',
    '名称和值之间没有用 = 连接',
    { pair: ({ name, value: text }) => name + text },
  ],
  [
    'pairs-by-colon',
    'Names and values were joined with a colon',
    '名称和值之间用冒号连接了',
    { pair: ({ name, value: text }) => `${name}:${text}` },
  ],
  [
    'values-alone',
    'Only the values were joined, without their names',
    '只拼接了值，没有名称',
    { pair: ({ value: text }) => text },
  ],
  [
    'trailing-ampersand',
    'An & is left at the end of the text',
    '文本末尾多了一个 &',
    { wrap: (text) => `${text}&` },
  ],
  [
    'leading-ampersand',
    'An & is left at the beginning of the text',
    '文本开头多了一个 &',
    { wrap: (text) => `&${text}` },
  ],
  [
    'leading-question-mark',
    'The text begins with the question mark of the address',
    '文本开头带上了地址里的问号',
    { wrap: (text) => `?${text}` },
  ],
  [
    'text-lower-case',
    'The whole text was written in lower case',
    '整段文本被转成了小写',
    { wrap: (text) => text.toLowerCase() },
  ],
  [
    'text-line-feed',
    'A line feed was put behind the text, as echo does',
    '文本末尾多了换行符（echo 会这样）',
    { wrap: (text) => `${text}\n` },
  ],
  [
    'as-json',
    'The parameters were written as JSON',
    '参数被写成了 JSON',
    {
      wrap: (_text, recipe) =>
        JSON.stringify(
          Object.fromEntries(
            recipe.sort(recipe.parameters).map(({ name, value: text }) => [name, text]),
          ),
        ),
    },
  ],
  [
    'key-in-text',
    'The key was put before the text, as V2 has it',
    '密钥放进了文本开头（V2 的规则）',
    { wrap: (text, { key }) => key + text, isKeyInText: true },
  ],
  [
    'whole-signed',
    'It was signed as it was sent, without being taken apart',
    '没有拆成参数，直接对发送的内容签了名',
    { wrap: (_text, { whole }) => whole },
  ],
]

const choices: Choices = [
  [
    'auth-token-included',
    'authToken itself was signed with the other parameters',
    'authToken 本身也参与了签名',
    ({ parameters, received }) =>
      received === ''
        ? undefined
        : [
            ...parameters,
            { name: 'authToken', value: received, sent: encodeURIComponent(received) },
          ],
  ],
]

/** What a query may have, and a parsed body not: a name twice. */
export const twice: Choices = [
  [
    'second-of-a-name',
    'Of a parameter that was sent twice the last was signed; the first counts',
    '同名参数取了最后一个；应当取第一个',
    ({ all, parameters }) =>
      parameters.map((one) => all.findLast(({ name }) => name === one.name) ?? one),
  ],
  [
    'all-of-a-name',
    'A parameter that was sent twice was signed twice',
    '同名参数两个都参与了签名',
    ({ all, parameters }) => all.filter(({ name }) => parameters.some((one) => one.name === name)),
  ],
]

/** The mistakes about parameters that a query and a body have in common. */
export function parameterMistakes(): readonly Mistake<ParameterRecipe>[] {
  return [
    ...keyOfMistakes(),
    ...mistakesOf<ParameterRecipe, Sort>(sorts, (recipe, sort) => ({ ...recipe, sort })),
    ...changedValues(),
    ...choiceMistakes(choices),
    ...mistakesOf<ParameterRecipe, Recipe>(joins, (recipe, change) => ({ ...recipe, ...change })),
  ]
}

/** The mistakes of a table of which parameters are signed. */
export function choiceMistakes(rows: Choices): readonly Mistake<ParameterRecipe>[] {
  return mistakesOf(rows, (recipe: ParameterRecipe, choose) => {
    const parameters = choose(recipe)
    return parameters === undefined ? undefined : { ...recipe, parameters }
  })
}

/** For each parameter that it was left out, as by a list of those that somebody knew. */
export function leftOut({ parameters }: ParameterRecipe): readonly Mistake<ParameterRecipe>[] {
  return parameters.map(({ name }) => ({
    id: `left-out-${name}`,
    text: {
      en: `The parameter ${name} was not signed: it was left out, or was added on the way`,
      zh: `参数 ${name} 没有参与签名：签名时漏了它，或者它是途中加上的`,
    },
    make: (recipe) => ({
      ...recipe,
      parameters: recipe.parameters.filter((one) => one.name !== name),
    }),
  }))
}
