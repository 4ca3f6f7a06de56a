import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { isIP } from 'node:net'
import { buildConnector } from 'undici'
import { type AllowedNetworks, createAddressGuard } from './address-guard.ts'

/** An address that may not be called: the name leads to it, or is it. */
export class RefusedAddressError extends Error {}

type LookupCallback = (
  error: Error | null,
  address: string | LookupAddress[],
  family?: number,
) => void

/**
 * Makes what opens connections for undici. The addresses are asked as the connection is made, and the
 * connection goes to those that were asked: a name that leads elsewhere a moment later wins nothing.
 */
export function createGuardedConnect(allow: AllowedNetworks): buildConnector.connector {
  const mayCall = createAddressGuard(allow)
  const addressesOf = createSharedLookup()
  const guardedLookup = (host: string, { all }: LookupOptions, done: LookupCallback) => {
    addressesOf(host).then(
      (addresses) => {
        const [first] = addresses
        // One of several is enough: whoever names an inner address beside a public one means it.
        const refused = addresses.find(({ address }) => !mayCall(address))
        if (refused !== undefined || first === undefined) done(refusal(host, refused?.address), '')
        else if (all === true) done(null, addresses)
        else done(null, first.address, first.family)
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), ''),
    )
  }
  const connect = buildConnector({
    lookup: guardedLookup,
    // Whatever NODE_TLS_REJECT_UNAUTHORIZED says.
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    allowH2: false,
  })
  return (options, done) => {
    const { hostname } = options
    if (isIP(hostname) !== 0 && !mayCall(hostname)) done(refusal(hostname, hostname), null)
    else connect(options, done)
  }
}

function refusal(host: string, address: string = 'no address'): RefusedAddressError {
  const of = host === address ? '' : `${host} leads to `
  return new RefusedAddressError(`${of}${address}, which may not be called`)
}

// Lookups share four threads with all files: of a name whose server is silent one is asked at a time.
function createSharedLookup(): (host: string) => Promise<LookupAddress[]> {
  const asked = new Map<string, Promise<LookupAddress[]>>()
  return (host) => {
    const known = asked.get(host)
    if (known !== undefined) return known
    const asking = new Promise<LookupAddress[]>((resolve, reject) => {
      lookup(host, { all: true }, (error, addresses) => {
        asked.delete(host)
        if (error) reject(error)
        else resolve(addresses)
      })
    })
    asked.set(host, asking)
    return asking
  }
}
