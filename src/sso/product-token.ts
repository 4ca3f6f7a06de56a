import { SignJWT, calculateJwkThumbprint, importJWK } from 'jose'
import type { SsoSettings } from '../calls/services.ts'
import type { ManagementSchemas } from '../contract/index.ts'
import type { TokenKey } from '../crypto/token-key.ts'

type SignOnView = Omit<ManagementSchemas['SsoSignOn'], 'token'>

const algorithm = 'ES256'
// Long enough to be handed on inside the product, too short to be a session.
const lifeSeconds = 300

/** A sign-on as a JWT for the product, signed with the key of `publicKeys`. */
export async function productToken(
  { session, user, ...rest }: SignOnView,
  { publicUrl, tokenKey }: SsoSettings,
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1_000)
  return new SignJWT({ session, user, ...rest })
    .setProtectedHeader({ alg: algorithm, kid: await keyId(tokenKey) })
    .setIssuer(publicUrl)
    .setAudience(session.address)
    .setSubject(`${user.userName}@${rest.tenant.tenantId}`)
    .setJti(session.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .sign(await importJWK({ ...tokenKey }, algorithm))
}

/** What tokens are verified with. */
export async function publicKeys({
  tokenKey,
}: Pick<SsoSettings, 'tokenKey'>): Promise<ManagementSchemas['SsoKeys']> {
  const { kty, crv, x, y } = tokenKey
  return { keys: [{ kty, crv, x, y, kid: await keyId(tokenKey), alg: algorithm, use: 'sig' }] }
}

function keyId({ kty, crv, x, y }: TokenKey): Promise<string> {
  return calculateJwkThumbprint({ kty, crv, x, y })
}
