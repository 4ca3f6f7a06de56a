import { createHash } from 'node:crypto'

/**
 * The AES key of V1 fields: the first 16 or 32 bytes that Java's SHA1PRNG (Sun provider) yields when
 * it is seeded with the Key, as `KeyGenerator.init(bits, random)` takes them.
 * Source: Java代码示例(总), access_topic_0000003; the steps are the provider's own.
 */
export function deriveV1Key(key: string, bits: 128 | 256): Buffer {
  const state = sha1(key)
  const output = sha1(state)
  if (bits === 128) return output.subarray(0, 16)
  return Buffer.concat([output, sha1(nextState(state, output))]).subarray(0, 32)
}

// state + output + 1 with a carry from byte to byte, in which every byte is signed, -128 to 127, and
// so is the carry: Java's bytes are. Unsigned, the result is wrong for practically every Key.
function nextState(state: Buffer, output: Buffer): Buffer {
  const next = Buffer.alloc(state.length)
  let carry = 1
  for (let index = 0; index < state.length; index += 1) {
    const sum = state.readInt8(index) + output.readInt8(index) + carry
    next[index] = sum & 255
    carry = sum >> 8
  }
  if (next.equals(state)) next.writeUInt8((next.readUInt8(0) + 1) & 255, 0)
  return next
}

function sha1(content: Buffer | string): Buffer {
  return createHash('sha1').update(content).digest()
}
