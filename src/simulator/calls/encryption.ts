import type { KeyObject } from 'node:crypto'
import { encryptClientSecret } from '../../crypto/client-secret.ts'
import { encryptV1Field, type V1EncryptType } from '../../crypto/v1-cipher.ts'

/** What the store encrypts with: the Key of V1 and the length chosen at listing, and the public key. */
export interface EncryptionKeys {
  readonly v1Key: string
  readonly encryptType?: V1EncryptType
  /** The seller's, as pasted into the console; without one the kit carries no secret that opens. */
  readonly publicKey?: KeyObject
}

/** Encrypts what the store never sends in the open. */
export interface Encryption {
  /** A mobile number or e-mail address of V1. */
  readonly field: (plain: string) => string
  /** A client secret of the kit, Base64. Throws Error without a public key. */
  readonly secret: (plain: string) => string
}

/** Makes the store's encryption; AES-256 unless the listing says otherwise. */
export function createEncryption({
  v1Key,
  encryptType = '1',
  publicKey,
}: EncryptionKeys): Encryption {
  return {
    field: (plain) => encryptV1Field({ key: v1Key, encryptType, plain }),
    secret(plain) {
      if (publicKey === undefined) throw new Error('the seller has given no public key')
      return encryptClientSecret(plain, publicKey)
    },
  }
}
