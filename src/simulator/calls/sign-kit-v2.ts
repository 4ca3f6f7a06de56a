import { signKitV2 as signatureOf } from '../../crypto/kit-v2-signature.ts'
import { compactSorted } from '../../crypto/v2-query-signature.ts'
import { freshStamp } from './sign-v2.ts'
import type { SignedRequest } from './signed-request.ts'

/** Signs a body of kit V2: sorted and compact, the signature in the headers, upper-case hex as printed. */
export function signKitV2(address: URL, key: string, members: object): SignedRequest {
  const body = compactSorted({ ...members })
  const { timestamp, nonce } = freshStamp()
  const signature = signatureOf({ key, nonce, timestamp, payload: body }).toUpperCase()
  const headers = {
    'Content-Type': 'application/json',
    'x-sign': signature,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
  }
  return { method: 'POST', url: new URL(address), headers, body }
}
