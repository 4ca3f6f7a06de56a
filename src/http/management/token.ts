import { createHash, timingSafeEqual } from 'node:crypto'

/** Makes the check of an `Authorization` header: true if it bears the token, told in constant time. */
export function createTokenCheck(token: string): (header: string | undefined) => boolean {
  const expected = digest(token)
  return (header = '') => {
    const [, given = ''] = /^bearer +(\S+)$/i.exec(header) ?? []
    return timingSafeEqual(digest(given), expected)
  }
}

// Digests have one length, whatever the length of what was sent.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
