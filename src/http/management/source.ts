import { isIPv6 } from 'node:net'

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/**
 * Where a request comes from, as far as attempts are counted by it: the address of the peer; of an IPv6
 * address its first 64 bits, since whoever has one has all that begin so.
 */
export function sourceOf(peer: string = ''): string {
  const [, v4] = mapped.exec(peer) ?? []
  if (v4 !== undefined) return v4
  return isIPv6(peer) ? `${first64(peer)}::/64` : peer
}

function first64(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? []
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
