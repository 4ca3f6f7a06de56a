import { type JsonWebKey, createECDH, hkdfSync } from 'node:crypto'

/** A key pair of the curve P-256 as a JWK. */
export type TokenKey = JsonWebKey & {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly d: string
}

// https://www.secg.org/sec2-v2.pdf 2.4.2: the order of the base point.
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/**
 * The key that tokens for the product are signed with: it follows from KOOGATE_SECRET_KEY (32 bytes),
 * so that all replicas have it and nothing has to be kept.
 */
export function tokenKeyOf(secretKey: Buffer): TokenKey {
  // 16 bytes more than the order has, so that no number is likelier than another (FIPS 186-5, A.2.1).
  const random = Buffer.from(hkdfSync('sha256', secretKey, '', 'koogate token', 48))
  const number = (BigInt(`0x${random.toString('hex')}`) % (order - 1n)) + 1n
  const d = Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(d)
  const point = curve.getPublicKey()
  const text = (bytes: Buffer) => bytes.toString('base64url')
  return {
    kty: 'EC',
    crv: 'P-256',
    x: text(point.subarray(1, 33)),
    y: text(point.subarray(33, 65)),
    d: text(d),
  }
}
