import type { SignedRequest } from '../../simulator/calls/signed-request.ts'
import { isRaw, type RawRequest } from '../../simulator/faults/raw-request.ts'

/** A request as a line for a shell: curl, or the bytes into a connection where no client sends such. */
export function shellLine(request: SignedRequest | RawRequest): string {
  return isRaw(request) ? netcatLine(request) : curlLine(request)
}

function curlLine({ method, url, headers, body }: SignedRequest): string {
  const options = Object.entries(headers).map(
    ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
  )
  const data = body === undefined ? [] : [`--data-raw ${quoted(body)}`]
  const verb = method === 'POST' && body === undefined ? ['-X POST'] : []
  return ['curl -sS -i', ...verb, quoted(url.href), ...options, ...data].join(' ')
}

function netcatLine({ url, chunks, end = false }: RawRequest): string {
  const { hostname, protocol, port } = url
  const at = `${hostname} ${port || (protocol === 'https:' ? 443 : 80)}`
  const connection =
    protocol === 'https:'
      ? `openssl s_client -quiet -connect ${at.replace(' ', ':')}`
      : `nc ${end ? '-N ' : ''}${at}`
  return `printf ${quoted(Buffer.concat(chunks.map((one) => Buffer.from(one))))} | ${connection}`
}

// In single quotes; bytes as printf reads them, with everything escaped that is not plain ASCII.
function quoted(text: string | Buffer): string {
  const plain = typeof text === 'string' ? text : escaped(text)
  return `'${plain.replaceAll("'", String.raw`'\''`)}'`
}

function escaped(bytes: Buffer): string {
  return Array.from(bytes, (byte) => {
    if (byte === 0x0d) return String.raw`\r`
    if (byte === 0x0a) return String.raw`\n`
    if (byte === 0x25) return '%%'
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x5c
    return isPlain ? String.fromCodePoint(byte) : `\\${byte.toString(8).padStart(3, '0')}`
  }).join('')
}
