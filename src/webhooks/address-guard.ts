import ipaddr from 'ipaddr.js'

/** What may be called beside public addresses. */
export interface AllowedNetworks {
  /** CIDRs of the seller's private network. */
  readonly ranges: readonly string[]
  /** This machine itself. A CIDR does not allow it: other programs here trust whoever is local. */
  readonly loopback: boolean
}

type Ip = ipaddr.IPv4 | ipaddr.IPv6
type Range = [ip: Ip, prefixBits: number]

// They hand out the credentials of the machine: Huawei, as most clouds, has the first of them.
// https://support.huaweicloud.com/intl/en-us/usermanual-ecs/ecs_03_0166.html
const metadata = ['169.254.169.254/32', 'fd00:ec2::254/128'].map((text) => ipaddr.parseCIDR(text))
const globalUnicast = ipaddr.parseCIDR('2000::/3')
// NAT64 (RFC 6052, RFC 8215) carries the IPv4 address in the last four bytes, 6to4 (RFC 3056) behind 2002.
const translated: readonly { readonly range: Range; readonly from: number }[] = [
  { range: ipaddr.parseCIDR('64:ff9b::/96'), from: 12 },
  { range: ipaddr.parseCIDR('64:ff9b:1::/48'), from: 12 },
  { range: ipaddr.parseCIDR('::ffff:0:0:0/96'), from: 12 },
  { range: ipaddr.parseCIDR('::/96'), from: 12 },
  { range: ipaddr.parseCIDR('2002::/16'), from: 2 },
]

/** Whether a text is a CIDR, as `10.0.0.0/8` or `fd12::/48`. */
export function isCidr(text: string): boolean {
  return ipaddr.isValidCIDR(text)
}

/**
 * Makes what tells whether an address may be called: public ones, and those of the allowed networks;
 * never the metadata of a cloud, however it is written, and never what no host has.
 */
export function createAddressGuard(allow: AllowedNetworks): (address: string) => boolean {
  const allowed = allow.ranges.map((text) => ipaddr.parseCIDR(text))
  const mayCall = (ip: Ip): boolean => {
    if (isIn(ip, metadata)) return false
    const range = ip.range()
    if (range === 'loopback') return allow.loopback
    if (range === 'unspecified' || range === 'multicast' || range === 'broadcast') return false
    const inner = innerOf(ip)
    // Of what a gateway translates both are asked: the gateway, and where it leads.
    if (inner !== undefined) return isIn(ip, allowed) && mayCall(inner)
    return isIn(ip, allowed) || (range === 'unicast' && isGlobal(ip))
  }
  return (address) => ipaddr.isValid(address) && mayCall(ipaddr.process(address))
}

function isIn(ip: Ip, ranges: readonly Range[]): boolean {
  return ranges.some(([base, bits]) => ip.kind() === base.kind() && ip.match(base, bits))
}

function isGlobal(ip: Ip): boolean {
  return ip.kind() === 'ipv4' || isIn(ip, [globalUnicast])
}

function innerOf(ip: Ip): Ip | undefined {
  const found = translated.find(({ range }) => isIn(ip, [range]))
  return found && ipaddr.fromByteArray(ip.toByteArray().slice(found.from, found.from + 4))
}
