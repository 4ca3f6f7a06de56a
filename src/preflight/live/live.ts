import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { connect } from 'node:tls'
import type { Fault } from '../../simulator/checks/check-answer.ts'

/** What a live address showed. */
export interface Live {
  readonly url: URL
  /** IP addresses of the domain; or why it has none. */
  readonly resolved: readonly string[] | string
  /** Undefined where the address is not https, or does not resolve. */
  readonly tls: TlsFacts | undefined
  /** What came of the debug cases; undefined without a key. */
  readonly cases: readonly CaseFacts[] | undefined
}

/** What an address showed of TLS; or why there is none. */
export type TlsFacts =
  | { readonly protocol: string; readonly certificateFault: string | undefined }
  | { readonly fault: string }

/** A debug case, called twice with the same parameters. */
export interface CaseFacts {
  readonly activity: string
  readonly faults: readonly Fault[]
  /** What was wrong at the second call only. */
  readonly faultsAgain: readonly Fault[]
}

/** Looks at the domain and the certificate of an address. Never throws. */
export async function lookAt(url: URL, withinMs: number): Promise<Omit<Live, 'cases'>> {
  const resolved = await addressesOf(url.hostname)
  const isAsked = url.protocol === 'https:' && typeof resolved !== 'string'
  return { url, resolved, tls: isAsked ? await tlsOf(url, withinMs) : undefined }
}

async function addressesOf(host: string): Promise<readonly string[] | string> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch (error) {
    return codeOf(error)
  }
}

function tlsOf({ hostname: host, port }: URL, withinMs: number): Promise<TlsFacts> {
  return new Promise((resolve) => {
    // What is wrong with the certificate is told, not refused: both are findings.
    const socket = connect({
      host,
      port: Number(port || 443),
      // An IP address is no server name (RFC 6066, 3).
      ...(isIP(host) === 0 && { servername: host }),
      rejectUnauthorized: false,
    })
    const end = (facts: TlsFacts) => {
      socket.destroy()
      resolve(facts)
    }
    socket.setTimeout(withinMs, () => end({ fault: 'no answer in time' }))
    socket.once('error', (error) => end({ fault: codeOf(error) }))
    socket.once('secureConnect', () => {
      const { authorized, authorizationError } = socket
      const certificateFault = authorized ? undefined : String(authorizationError)
      end({ protocol: socket.getProtocol() ?? 'unknown', certificateFault })
    })
  })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}
