import { hex, sha256, type Slips, utf8 } from './forge.ts'
import { charsetSlips, digestSlips, keySlips, type SlipTable } from './slips.ts'

/** What can go wrong with the key of a V1 HMAC, which is the seller's key and the time stamp. */
export interface V1KeySlips extends Slips {
  readonly hmacKey?: string | Buffer
}

/** The bytes of the key, made with a slip. */
export function v1KeyBytes(key: string, timeStamp: string, slips: V1KeySlips): Buffer {
  const { keyBytes, hmacKey = (slips.key ?? key) + timeStamp } = slips
  return keyBytes ? Buffer.concat([keyBytes, utf8(timeStamp)]) : Buffer.from(hmacKey)
}

/** Slips with key, digest and charset, which a body and a query have in common. */
export function v1Slips(key: string, timeStamp: string): SlipTable<V1KeySlips> {
  return {
    ...keySlips(key),
    ...digestSlips,
    ...charsetSlips,
    'no-time-stamp-in-key': { hmacKey: key },
    'time-stamp-before-key': { hmacKey: timeStamp + key },
    'time-stamp-alone': { hmacKey: timeStamp },
    'ampersand-in-key': { hmacKey: `${key}&${timeStamp}` },
    'plus-in-key': { hmacKey: `${key}+${timeStamp}` },
    'blank-in-key': { hmacKey: `${key} ${timeStamp}` },
    'time-stamp-without-milliseconds': { hmacKey: `${key}20260131080000` },
    'time-stamp-undefined': { hmacKey: `${key}undefined` },
    'time-stamp-null': { hmacKey: `${key}null` },
    'key-then-hmac': { hmacKey: sha256(utf8(key), utf8(timeStamp)) },
    'key-then-hmac-hex': { hmacKey: hex(sha256(utf8(key), utf8(timeStamp))) },
  }
}
