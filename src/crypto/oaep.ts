import { createHash, timingSafeEqual } from 'node:crypto'

/** The digests of an OAEP padding: of its label, which is empty here, and of its mask (MGF1). */
export interface OaepDigests {
  readonly label: OaepDigest
  readonly mask: OaepDigest
}

export type OaepDigest = keyof typeof digestBytes

/** How many bytes a digest has. */
export const digestBytes = { sha1: 20, sha256: 32 } as const

/** What is to be padded. */
export interface OaepMessage {
  readonly message: Buffer
  /** Random bytes, as many as the label's digest has. */
  readonly seed: Buffer
  /** Bytes of the RSA modulus. */
  readonly length: number
}

/**
 * Pads a message for RSA. By hand, since node:crypto cannot give the mask a digest of its own
 * (`oaepHash` sets both), while Java's OAEPWithSHA-256AndMGF1Padding masks with SHA-1.
 * Throws RangeError for a message too long for the modulus. Source: RFC 8017, 7.1.1.
 */
export function encodeOaep({ message, seed, length }: OaepMessage, digests: OaepDigests): Buffer {
  const label = hash(digests.label)
  const zeros = length - message.length - 2 * label.length - 2
  if (zeros < 0) throw new RangeError('the message is too long for the key')
  const block = Buffer.concat([label, Buffer.alloc(zeros), Buffer.of(1), message])
  const maskedBlock = masked(block, seed, digests.mask)
  return Buffer.concat([Buffer.of(0), masked(seed, maskedBlock, digests.mask), maskedBlock])
}

/**
 * The message of a padding, or undefined if the padding is not right. All checks are made, on all
 * bytes, whatever the first of them says: what is wrong must not show in the time (Manger's attack).
 * Source: RFC 8017, 7.1.2.
 */
export function decodeOaep(encoded: Buffer, digests: OaepDigests): Buffer | undefined {
  const label = hash(digests.label)
  const blockStart = 1 + label.length
  if (encoded.length < blockStart + label.length + 1) return undefined
  const maskedBlock = encoded.subarray(blockStart)
  const seed = masked(encoded.subarray(1, blockStart), maskedBlock, digests.mask)
  const block = masked(maskedBlock, seed, digests.mask)
  const { start, fault } = messageStart(block.subarray(label.length))
  const wrongLabel = Number(!timingSafeEqual(block.subarray(0, label.length), label))
  const good = (encoded.readUInt8(0) | wrongLabel | fault) === 0
  return good ? block.subarray(label.length + start) : undefined
}

// Zeros, then a one, then the message. No branch depends on a byte: `searching` is 1 up to the first
// byte that is not zero, and only there can a fault or the start be taken down.
function messageStart(padded: Buffer): { start: number; fault: number } {
  let [searching, start, fault] = [1, 0, 0]
  for (const [index, byte] of padded.entries()) {
    const isZero = isSame(byte, 0)
    const isOne = isSame(byte, 1)
    start |= (index + 1) * (searching & isOne)
    fault |= searching & ~(isZero | isOne)
    searching &= isZero
  }
  return { start, fault: fault | searching }
}

// 1 if two bytes are the same, else 0.
function isSame(a: number, b: number): number {
  return ((a ^ b) - 1) >>> 31
}

/** The bytes, exclusive or MGF1 of the seed. */
function masked(bytes: Buffer, seed: Buffer, digest: OaepDigest): Buffer {
  const mask = mgf1(seed, bytes.length, digest)
  return Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)))
}

function mgf1(seed: Buffer, length: number, digest: OaepDigest): Buffer {
  const blocks: Buffer[] = []
  for (let made = 0; made < length; made += digestBytes[digest]) {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(blocks.length)
    blocks.push(hash(digest, seed, counter))
  }
  return Buffer.concat(blocks).subarray(0, length)
}

function hash(digest: OaepDigest, ...parts: readonly Buffer[]): Buffer {
  const made = createHash(digest)
  for (const part of parts) made.update(part)
  return made.digest()
}
