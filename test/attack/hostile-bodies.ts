import { randomUUID } from 'node:crypto'

/** The body that is the worst of its kind, of just so many bytes. */
export interface HostileBody {
  readonly name: string
  readonly make: (bytes: number) => Buffer
}

const timeStamp = '"timeStamp":"20220413093539534"'

const department =
  '{\\"orgCode\\":\\"10000\\",\\"parentCode\\":\\"00000001\\",\\"name\\":\\"产品部\\"},'

/** What a parser, a sorter or a copier would work on for longest; the worst three come first. */
export const hostileBodies: readonly HostileBody[] = [
  { name: 'a million members', make: (bytes) => manyMembers(bytes) },
  { name: 'as many names that are no numbers', make: (bytes) => manyMembers(bytes, 'n') },
  { name: 'a text of escaped pairs', make: (bytes) => textOf('\\ud83d\\ude00', bytes) },
  { name: 'deep arrays', make: (bytes) => filled('{"orgInfo":', '[', bytes) },
  { name: 'deep objects', make: (bytes) => filled('', '{"a":', bytes) },
  { name: 'millions of tiny arrays', make: (bytes) => ended('{"orgInfo":[', '[],', '[]]}', bytes) },
  { name: 'millions of numbers', make: (bytes) => ended('{"orgInfo":[', '0,', '0]}', bytes) },
  { name: 'a text of quotes', make: (bytes) => textOf('\\"', bytes) },
  { name: 'a text of escapes', make: (bytes) => textOf('\\u4e00', bytes) },
  { name: 'a text of departments', make: (bytes) => textOf(department, bytes) },
  { name: 'a text of escaped blanks', make: (bytes) => textOf('\\u0020', bytes) },
  { name: 'a text of Chinese', make: (bytes) => textOf('中', bytes) },
  {
    name: 'a text with one escape',
    make: (bytes) => ended('{"a":"\\n', 'x', `",${timeStamp}}`, bytes),
  },
  { name: 'blanks', make: (bytes) => ended('', ' ', '{}', bytes) },
  { name: 'bytes that are no text', make: (bytes) => Buffer.alloc(bytes, 0xff) },
]

/** A body in chunks that is mostly not body; of three times the bytes, none of which may be read. */
export const hostileChunks: readonly HostileBody[] = [
  { name: 'chunks of one byte', make: (bytes) => Buffer.alloc(bytes * 3, '1\r\na\r\n') },
  { name: 'a chunk whose size never ends', make: (bytes) => Buffer.alloc(bytes * 3, '0') },
  { name: 'chunks with long extensions', make: (bytes) => extended(bytes * 3, 1, 16_000) },
  { name: 'larger ones with extensions', make: (bytes) => extended(bytes * 3, 512, 8_000) },
  { name: 'chunks of 512 bytes', make: (bytes) => extended(bytes * 3, 512, 0) },
]

function extended(bytes: number, size: number, extension: number): Buffer {
  const head = `${size.toString(16)}${extension > 0 ? ';' : ''}${'x'.repeat(extension)}`
  return Buffer.alloc(bytes, `${head}\r\n${'a'.repeat(size)}\r\n`)
}

function textOf(part: string, bytes: number): Buffer {
  return ended('{"orgInfo":"', part, `",${timeStamp}}`, bytes)
}

// It takes longer to write one than to send it.
const written = new Map<string, Buffer>()

/** An object that is whole: of half of one no parser would make anything. Nobody changes its bytes. */
export function manyMembers(bytes: number, prefix = ''): Buffer {
  const key = `${prefix} ${bytes}`
  const made = written.get(key) ?? writeMembers(bytes, prefix)
  written.set(key, made)
  return made
}

function writeMembers(bytes: number, prefix: string): Buffer {
  const members: string[] = []
  for (let number = 0, length = 2; ; number++) {
    const member = `"${prefix}${number}":0`
    length += member.length + 1
    if (length > bytes) return Buffer.from(`{${members.join()}}`)
    members.push(member)
  }
}

function filled(begin: string, part: string, bytes: number): Buffer {
  const body = Buffer.alloc(bytes, part)
  body.write(begin)
  return body
}

function ended(begin: string, part: string, end: string, bytes: number): Buffer {
  const count = Math.floor((bytes - begin.length - end.length) / Buffer.byteLength(part))
  return Buffer.from(begin + part.repeat(count) + end)
}

/** Headers and query of a call whose signature has the right form and is wrong. */
export function wrongSignature(): { query: string; headers: Record<string, string> } {
  const [nonce, timestamp] = [randomUUID(), String(Date.now())]
  const [hex, base64] = ['0'.repeat(64), `${'A'.repeat(43)}=`]
  const query = new URLSearchParams({
    signature: hex,
    timestamp,
    nonce,
    authToken: base64,
    timeStamp: timestamp,
  })
  return {
    query: query.toString(),
    headers: { 'x-sign': hex, 'x-timestamp': timestamp, 'x-nonce': nonce, authToken: base64 },
  }
}
