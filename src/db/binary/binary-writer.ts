const firstBytes = 64 * 1024
// What is larger is given back after use.
const keptBytes = 1024 * 1024

/** Writes values in the binary form of Postgres: big-endian, and what varies behind its length in bytes. */
export class BinaryWriter {
  #bytes = Buffer.allocUnsafe(firstBytes)
  #end = 0

  int32(value: number): void {
    this.#makeRoom(4)
    this.#put(value, this.#end)
    this.#end += 4
  }

  /** An integer up to 2^53 as eight bytes. */
  int64(value: number): void {
    this.int32(Math.floor(value / 2 ** 32))
    this.int32(value | 0)
  }

  byte(value: number): void {
    this.#makeRoom(1)
    this.#end = this.#bytes.writeUInt8(value, this.#end)
  }

  bytes(value: Uint8Array): void {
    this.#makeRoom(value.length)
    this.#bytes.set(value, this.#end)
    this.#end += value.length
  }

  text(value: string): void {
    // Of each UTF-16 unit at most three bytes.
    this.#makeRoom(3 * value.length)
    this.#end += this.#bytes.write(value, this.#end, 'utf8')
  }

  /** Bytes as hexadecimal digits; returns how many of them could be read. */
  hex(digits: string): number {
    this.#makeRoom(digits.length)
    const count = this.#bytes.write(digits, this.#end, 'hex')
    this.#end += count
    return count
  }

  /** Leaves room for a length; `endSized` writes it there once what it is of is written. */
  beginSized(): number {
    this.int32(0)
    return this.#end
  }

  endSized(begin: number): void {
    this.#put(this.#end - begin, begin - 4)
  }

  /** What was written since the last one was taken, as bytes of their own. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#end))
    this.clear()
    return taken
  }

  clear(): void {
    this.#end = 0
    if (this.#bytes.length > keptBytes) this.#bytes = Buffer.allocUnsafe(firstBytes)
  }

  // Buffer looks at its arguments first, which takes as long as the rest.
  #put(value: number, at: number): void {
    const bytes = this.#bytes
    bytes[at] = value >>> 24
    bytes[at + 1] = value >>> 16
    bytes[at + 2] = value >>> 8
    bytes[at + 3] = value
  }

  #makeRoom(count: number): void {
    if (this.#end + count <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#end + count))
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
  }
}
