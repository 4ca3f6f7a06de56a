// V2, kit V2, usage and webhooks sign one text, made of a time, a nonce and the body.
import { type Content, contentOf, hex, utf8 } from '../bytes.ts'
import { hmacSha256 } from '../hashes.ts'
import { type BodyRecipe, bytesIn } from '../recipe.ts'
import { type Part, type Step, joinedBytes, part, secretPart, step } from '../step.ts'
import type { Text } from '../text.ts'

/** The pieces of the text to sign. */
export interface Pieces {
  readonly key: Part
  readonly nonce: Part
  readonly timestamp: Part
  readonly payload: Part
}

/** A recipe whose text holds a time, a nonce and the body or what stands for it. */
export interface StampedRecipe extends BodyRecipe {
  readonly nonce: string
  readonly timestamp: string
  /** What stands for the body in the text. */
  readonly payload: (recipe: StampedRecipe) => Content
  readonly join: (pieces: Pieces) => readonly Part[]
}

const names = {
  key: { en: 'key', zh: '密钥' },
  nonce: { en: 'nonce', zh: '随机数' },
  timestamp: { en: 'timestamp', zh: '时间戳' },
} as const

/** What a signer of such a recipe computes, one after another. */
export function stampedSteps(
  recipe: StampedRecipe,
  payloadName: Text,
  isHashed: boolean,
): readonly Step[] {
  const { key, keyBytes, mac, write } = recipe
  const payload = recipe.payload(recipe)
  const parts = recipe.join({
    key: secretPart(names.key, key),
    nonce: part(names.nonce, recipe.nonce),
    timestamp: part(names.timestamp, recipe.timestamp),
    payload: part(payloadName, payload),
  })
  const text = inCharset(recipe, parts)
  const body = step('body', { en: 'Body', zh: '正文' }, bytesIn(recipe, recipe.body))
  return [
    body,
    ...(isHashed ? [step('inner', payloadName, payload)] : []),
    { id: 'text', title: textTitle, parts: text },
    step(
      'signature',
      { en: 'Signature', zh: '签名' },
      write(mac(keyBytes(key), joinedBytes(text))),
    ),
  ]
}

const textTitle = { en: 'Text to sign', zh: '待签名文本' } as const

// A signer turns the whole text into bytes, with one byte order mark.
function inCharset({ charset }: StampedRecipe, parts: readonly Part[]): readonly Part[] {
  if (charset === utf8) return parts
  const content = contentOf(joinedBytes(parts))
  if (typeof content !== 'string') return parts
  const isSecret = parts.some((one) => one.isSecret)
  return [(isSecret ? secretPart : part)(textTitle, charset(content))]
}

/** A mark between two parts. */
export function separator(text: string): Part {
  return part({ en: 'separator', zh: '分隔符' }, text)
}

/** The body itself. */
export const wholeBody = ({ body }: StampedRecipe) => body

/** HMAC of the body as lower-case hex. */
export const innerHex = (recipe: StampedRecipe) => hex(innerDigest(recipe))

/** HMAC of the body. */
export function innerDigest(recipe: StampedRecipe): Uint8Array {
  return recipe.mac(recipe.keyBytes(recipe.key), bytesIn(recipe, recipe.body))
}

/** What is the same in all of them. */
export const plain = {
  keyBytes: utf8,
  charset: utf8,
  mac: hmacSha256,
} as const
