// Written from the signing guide (devg-apisign/api-sign-algorithm-002) and sharing nothing with crypto/, so
// that a mistake of the one who signs is no mistake of the one who verifies.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A request as it came over the wire: the target is what stands in its first line. */
export interface SignedWireRequest {
  readonly method: string
  readonly target: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const form =
  /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/i
const windowMs = 15 * 60_000

/** Why the gateway refuses a request; undefined for one that is signed with the secret of its access key. */
export function signatureFault(
  request: SignedWireRequest,
  secretOf: (accessKey: string) => string | undefined,
  now: Date,
): string | undefined {
  const { headers } = request
  const parts = form.exec(headers['authorization'] ?? '')
  if (parts === null) return 'the authorization header is missing or malformed'
  const [, accessKey = '', list = '', given = ''] = parts
  const names = list.split(';')
  const fault =
    faultOfNames(names, headers) ??
    faultOfDate(headers['x-sdk-date'] ?? '', now) ??
    faultOfHash(headers['x-sdk-content-sha256'], request.body)
  if (fault !== undefined) return fault
  const secret = secretOf(accessKey)
  if (secret === undefined) return 'the access key is unknown'
  const lines = ['SDK-HMAC-SHA256', headers['x-sdk-date'], sha256(canonical(request, names))]
  const expected = createHmac('sha256', secret).update(lines.join('\n')).digest()
  return timingSafeEqual(expected, Buffer.from(given, 'hex'))
    ? undefined
    : 'the signature does not match'
}

function faultOfNames(names: readonly string[], headers: SignedWireRequest['headers']) {
  const unsigned = ['host', 'x-sdk-date'].find((name) => !names.includes(name))
  if (unsigned !== undefined) return `the header ${unsigned} is not signed`
  const absent = names.find((name) => headers[name] === undefined)
  return absent === undefined ? undefined : `the signed header ${absent} is missing`
}

function faultOfDate(text: string, now: Date): string | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  // The 31st of February is one of March to Date.
  const isDay = !Number.isNaN(time) && new Date(time).getUTCDate() === Number(day)
  if (!isDay) return 'x-sdk-date is not of the form yyyyMMddTHHmmssZ'
  return Math.abs(time - now.getTime()) > windowMs
    ? 'x-sdk-date is more than 15 minutes away'
    : undefined
}

function faultOfHash(declared: string | undefined, body: Buffer): string | undefined {
  const isHash = [undefined, 'UNSIGNED-PAYLOAD', sha256(body)].includes(declared)
  return isHash ? undefined : 'x-sdk-content-sha256 is not the hash of the body'
}

function canonical({ method, target, headers, body }: SignedWireRequest, names: readonly string[]) {
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const query = mark < 0 ? '' : target.slice(mark + 1)
  const signed = names.toSorted().map((name) => `${name}:${headers[name]?.trim()}\n`)
  const hash = headers['x-sdk-content-sha256'] ?? sha256(body)
  return [
    method,
    canonicalPath(path),
    canonicalQuery(query),
    signed.join(''),
    names.toSorted().join(';'),
    hash,
  ].join('\n')
}

function canonicalPath(path: string): string {
  const encoded = path.split('/').map((segment) => encode(decode(segment)))
  return encoded.at(-1) === '' ? encoded.join('/') : `${encoded.join('/')}/`
}

// By name, then by value, in the order of code points; a value that is missing is empty.
function canonicalQuery(query: string): string {
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0
        ? { name: decode(pair), value: decode('') }
        : { name: decode(pair.slice(0, at)), value: decode(pair.slice(at + 1)) }
    })
  pairs.sort((a, b) => Buffer.compare(a.name, b.name) || Buffer.compare(a.value, b.value))
  return pairs.map(({ name, value }) => `${encode(name)}=${encode(value)}`).join('&')
}

function decode(text: string): Buffer {
  const bytes: number[] = []
  const source = Buffer.from(text)
  for (let at = 0; at < source.length; at++) {
    const escape = source[at] === 0x25 ? source.subarray(at + 1, at + 3).toString() : ''
    const isEscape = /^[0-9a-fA-F]{2}$/.test(escape)
    bytes.push(isEscape ? Number.parseInt(escape, 16) : (source[at] ?? 0))
    if (isEscape) at += 2
  }
  return Buffer.from(bytes)
}

function encode(bytes: Buffer): string {
  const one = (byte: number) => {
    const character = String.fromCharCode(byte)
    if (/[A-Za-z0-9\-_.~]/.test(character)) return character
    return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return [...bytes].map(one).join('')
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}
