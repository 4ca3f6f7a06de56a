import { hmacSha256 } from './hmac-sha256.ts'

/** The header of a signed answer; the store finds it in this very spelling only. */
export const bodySignName = 'Body-Sign'

/**
 * The value of the header for an answer: both parts in double quotes, the signature as Base64.
 * `body` is every byte that is sent, `key` the Key alone, without a time.
 * Source: HTTP Body签名, zh-cn_topic_0070649157; the quotes: zh-cn_topic_0082027567.
 */
export function bodySign(key: string, body: Buffer | string): string {
  return `sign_type="HMAC-SHA256", signature="${bodySignature(key, body)}"`
}

/** The signature inside: HMAC-SHA256 of the body with the Key, Base64, 44 characters. */
export function bodySignature(key: string, body: Buffer | string): string {
  return hmacSha256(key, body).toString('base64')
}

/** The signature that a value of the header carries, or undefined if its form is wrong; blanks are free. */
export function readBodySign(value: string): string | undefined {
  return /^\s*sign_type\s*=\s*"HMAC-SHA256"\s*,\s*signature\s*=\s*"([^"]+)"\s*$/.exec(value)?.[1]
}
