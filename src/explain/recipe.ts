import { type Content, utf8 } from './bytes.ts'
import type { Charset } from './charsets.ts'
import type { Mac } from './hashes.ts'

/** What every way of signing is made of. A signer who is mistaken has one of its members different. */
export interface Recipe {
  readonly key: string
  /** The key as the bytes that HMAC takes. */
  readonly keyBytes: (key: string) => Uint8Array
  readonly charset: Charset
  readonly mac: Mac
  /** Where the key is a part of the text to sign, which is then as secret as it. */
  readonly isKeyInText?: true
  /** The digest as it is sent. */
  readonly write: (digest: Uint8Array) => string
}

/** A recipe that covers a body. */
export interface BodyRecipe extends Recipe {
  readonly body: Content
}

/** A content as bytes, a text in the charset of the recipe. */
export function bytesIn({ charset }: Recipe, content: Content): Uint8Array {
  return typeof content === 'string' ? charset(content) : content
}

/** The key as HMAC takes it; a text as long as it is UTF-8. */
export function keyIn({ key, keyBytes }: Recipe): Content {
  return keyBytes === utf8 ? key : keyBytes(key)
}

/** A text as it is signed; a text as long as it is UTF-8. */
export function textIn({ charset }: Recipe, text: string): Content {
  return charset === utf8 ? text : charset(text)
}
