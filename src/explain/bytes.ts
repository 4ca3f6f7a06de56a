import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

export { bytesToHex as hex, concatBytes as joinBytes, utf8ToBytes as utf8 }

/** A text, or bytes that are not UTF-8. */
export type Content = string | Uint8Array

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes as the text that they are in UTF-8, or as they came. */
export function contentOf(bytes: Uint8Array): Content {
  try {
    return strict.decode(bytes)
  } catch {
    return bytes
  }
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** Bytes as a text, with U+FFFD for what is not UTF-8. */
export function lossyText(bytes: Uint8Array): string {
  return lenient.decode(bytes)
}

/** The bytes of hex digits in either case; undefined for what is not hex. */
export function fromHex(text: string): Uint8Array | undefined {
  const isHex = text !== '' && text.length % 2 === 0 && /^[\da-f]+$/i.test(text)
  return isHex ? hexToBytes(text) : undefined
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 with padding. By hand, because no browser of last year has a call for bytes. */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
    const bits = (one << 16) | (two << 8) | three
    text += [18, 12, 6, 0].map((shift) => digits[(bits >> shift) & 63]).join('')
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return text.slice(0, text.length - missing) + '='.repeat(missing)
}

/** The bytes of Base64, of either alphabet, padded or not; undefined for what is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const plain = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '')
  if (plain === '' || plain.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(plain)) return undefined
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const digit of plain) {
    bits = ((bits << 6) | digits.indexOf(digit)) & 0xffffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes.push((bits >> held) & 0xff)
  }
  return Uint8Array.from(bytes)
}
