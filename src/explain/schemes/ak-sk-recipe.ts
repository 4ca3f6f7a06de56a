import { hex, utf8 } from '../bytes.ts'
import { hmacSha256, sha256 } from '../hashes.ts'
import type { Pair } from '../message/message.ts'
import { type BodyRecipe, bytesIn } from '../recipe.ts'
import { type Step, step } from '../step.ts'

/** A header that is signed: its name in lower case, and as it is written. */
export interface SignedHeader {
  readonly name: string
  readonly written: string
  readonly value: string
}

/** The recipe of SDK-HMAC-SHA256. */
export interface AkSkRecipe extends BodyRecipe {
  readonly accessKey: string
  readonly algorithm: string
  readonly date: string
  readonly method: string
  /** As it is sent. */
  readonly path: string
  readonly rawQuery: string
  /** Decoded, in their order. */
  readonly query: readonly Pair[]
  /** Sorted by name. */
  readonly headers: readonly SignedHeader[]
  /** Every header of the message, in their order. */
  readonly sent: readonly SignedHeader[]
  readonly pathText: (recipe: AkSkRecipe) => string
  readonly queryText: (recipe: AkSkRecipe) => string
  readonly headerLines: (recipe: AkSkRecipe) => string
  readonly headerNames: (recipe: AkSkRecipe) => string
  readonly bodyHash: (recipe: AkSkRecipe) => string
  readonly canonicalText: (lines: readonly string[]) => string
  readonly signedText: (pieces: SignedPieces) => string
}

/** What the text to sign is made of. */
export interface SignedPieces {
  readonly algorithm: string
  readonly date: string
  readonly canonical: string
  /** SHA-256 of the canonical request, as hex. */
  readonly hash: string
}

/** What a signer of the open APIs computes, one after another. */
export function akSkSteps(recipe: AkSkRecipe): readonly Step[] {
  const { charset, key, keyBytes, mac, write, algorithm, date } = recipe
  const bodyHash = recipe.bodyHash(recipe)
  const canonical = recipe.canonicalText([
    recipe.method,
    recipe.pathText(recipe),
    recipe.queryText(recipe),
    recipe.headerLines(recipe),
    recipe.headerNames(recipe),
    bodyHash,
  ])
  const hash = hex(sha256(charset(canonical)))
  const text = charset(recipe.signedText({ algorithm, date, canonical, hash }))
  return [
    step('body-hash', { en: 'SHA-256 of the body', zh: '正文的 SHA-256' }, bodyHash),
    step('canonical', { en: 'Canonical request', zh: '规范请求' }, charset(canonical)),
    step('hash', { en: 'SHA-256 of the canonical request', zh: '规范请求的 SHA-256' }, hash),
    step('text', { en: 'Text to sign', zh: '待签名文本' }, text),
    step('signature', { en: 'Signature', zh: '签名' }, write(mac(keyBytes(key), text))),
  ]
}

/**
 * The right way to write each piece.
 * Source: API signing guide, devg-apisign/api-sign-algorithm-002.
 */
export const akSkRule = {
  keyBytes: utf8,
  charset: utf8,
  mac: hmacSha256,
  write: hex,
  algorithm: 'SDK-HMAC-SHA256',
  pathText: ({ path }: AkSkRecipe) => withSlash(encodedPath(path)),
  queryText: ({ query }: AkSkRecipe) => queryOf(query, byCodePoint),
  headerLines: ({ headers }: AkSkRecipe) =>
    headers.map(({ name, value }) => `${name}:${value.trim()}\n`).join(''),
  headerNames: ({ headers }: AkSkRecipe) => headers.map(({ name }) => name).join(';'),
  bodyHash: ({ sent, ...recipe }: AkSkRecipe) =>
    declaredHash(sent) ?? hex(sha256(bytesIn(recipe, recipe.body))),
  canonicalText: (lines: readonly string[]) => lines.join('\n'),
  signedText: ({ algorithm, date, hash }: SignedPieces) => [algorithm, date, hash].join('\n'),
} as const

/** The value of x-sdk-content-sha256, which stands for the hash of the body. */
function declaredHash(sent: readonly SignedHeader[]): string | undefined {
  return sent.find(({ name }) => name === 'x-sdk-content-sha256')?.value
}

/** A path with each of its segments encoded. */
export function encodedPath(path: string): string {
  return path
    .split('/')
    .map((segment) => encoded(decodeURIComponent(segment)))
    .join('/')
}

/** A path that ends with a slash. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}

/** A text percent-encoded as RFC 3986 has it: encodeURIComponent leaves five marks alone. */
export function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Parameters sorted by name, then value, encoded and joined. */
export function queryOf(
  query: readonly Pair[],
  compare: (a: string, b: string) => number,
  encode = encoded,
): string {
  return query
    .toSorted((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&')
}

/** The order of code points, which is that of the bytes of UTF-8. */
export function byCodePoint(a: string, b: string): number {
  const [one, other] = [hex(utf8(a)), hex(utf8(b))]
  return one < other ? -1 : one > other ? 1 : 0
}
