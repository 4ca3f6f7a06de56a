import type { StoreRequest } from '../../src/crypto/ak-sk-signature.ts'
import { signatureFault } from '../../src/simulator/api/verify-signature.ts'

/** What the verification found: whose request it is, or why it is refused. */
export type StoreVerdict =
  | { readonly verified: true; readonly accessKey: string }
  | { readonly verified: false; readonly reason: string }

/** Verifies a request as the simulated store does what comes over the wire. */
export function verifyStoreRequest(
  { method, url, headers, body, now }: StoreRequest & { readonly now: Date },
  findSecret: (accessKey: string) => string | undefined,
): StoreVerdict {
  let accessKey = ''
  const sent = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const received = {
    method,
    target: url.pathname + url.search,
    headers: Object.fromEntries(sent) as Record<string, string>,
    body: Buffer.from(body),
  }
  const secretOf = (claimed: string) => findSecret((accessKey = claimed))
  const reason = signatureFault(received, secretOf, now)
  return reason === undefined ? { verified: true, accessKey } : { verified: false, reason }
}
