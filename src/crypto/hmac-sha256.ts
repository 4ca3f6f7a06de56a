import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256, 32 bytes, over the parts one after another; key and text count as UTF-8. */
export function hmacSha256(key: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const hmac = createHmac('sha256', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}

/** Whether two signatures are the same text; tells by its time their lengths and nothing else. */
export function equalInConstantTime(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
