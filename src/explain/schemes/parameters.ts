// V1 signs parameters: those of a query, or the members of a body.
import { utf8 } from '../bytes.ts'
import { hmacSha256 } from '../hashes.ts'
import { type Recipe, keyIn, textIn } from '../recipe.ts'
import { type Part, type Step, joinedBytes, part, partBytes, secretPart, step } from '../step.ts'

/** A parameter as it is signed, and as it stood in the message. */
export interface Parameter {
  readonly name: string
  readonly value: string
  readonly sent: string
}

/** A recipe whose text is made of parameters. */
export interface ParameterRecipe extends Recipe {
  readonly parameters: readonly Parameter[]
  /** All that were sent, in their order, those that are not signed and second ones of a name too. */
  readonly all: readonly Parameter[]
  /** The query or the body as it was sent. */
  readonly whole: string
  readonly timeStamp: string
  readonly received: string
  readonly sort: (parameters: readonly Parameter[]) => readonly Parameter[]
  readonly pair: (parameter: Parameter) => string
  readonly glue: string
  /** The text to sign, of the parameters that were joined. */
  readonly wrap: (text: string, recipe: ParameterRecipe) => string
  /** The key of HMAC. */
  readonly keyOf: (pieces: { readonly key: Part; readonly timeStamp: Part }) => readonly Part[]
}

/** By name, by UTF-16 code unit: upper case comes before lower case. */
export function byName(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** What is the same for a query and a body. */
export const parameterRule = {
  keyBytes: utf8,
  charset: utf8,
  mac: hmacSha256,
  sort: byName,
  pair: ({ name, value }: Parameter) => `${name}=${value}`,
  glue: '&',
  wrap: (text: string) => text,
  keyOf: ({ key, timeStamp }: { readonly key: Part; readonly timeStamp: Part }) => [key, timeStamp],
} as const

/** What a signer of parameters computes, one after another. */
export function parameterSteps(recipe: ParameterRecipe): readonly Step[] {
  const { mac, write, sort, pair, glue, wrap, keyOf } = recipe
  const sorted = sort(recipe.parameters)
  const shown = recipe.isKeyInText ? secretPart : part
  const text = shown(textTitle, textIn(recipe, wrap(sorted.map(pair).join(glue), recipe)))
  const hmacKey = keyOf({
    key: secretPart({ en: 'Key', zh: 'Key 值' }, keyIn(recipe)),
    timeStamp: part({ en: 'timeStamp', zh: 'timeStamp' }, recipe.timeStamp),
  })
  const parameters = sorted.map((one) => part({ en: one.name, zh: one.name }, pair(one)))
  return [
    { id: 'parameters', title: { en: 'Sorted parameters', zh: '排序后的参数' }, parts: parameters },
    { id: 'text', title: textTitle, parts: [text] },
    { id: 'hmac-key', title: { en: 'Key of the HMAC', zh: 'HMAC 的密钥' }, parts: hmacKey },
    step(
      'signature',
      { en: 'Signature', zh: '签名' },
      write(mac(joinedBytes(hmacKey), partBytes(text))),
    ),
  ]
}

const textTitle = { en: 'Text to sign', zh: '待签名文本' } as const
