import { signV1Body } from '../../crypto/v1-auth-token.ts'
import { v1Headers } from './sign-v1.ts'
import type { SignedRequest } from './signed-request.ts'

/**
 * Signs a body of kit V1: the authToken in a header, the timeStamp that it is made with in the body.
 * The members go out in the order given, as the documents print them.
 */
export function signKitV1(address: URL, key: string, members: object): SignedRequest {
  const headers = {
    ...v1Headers,
    authToken: signV1Body({ ...members }, key),
    'Content-Type': 'application/json',
  }
  return { method: 'POST', url: new URL(address), headers, body: JSON.stringify(members) }
}
