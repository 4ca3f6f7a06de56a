import { encryptV1Field } from '../../../src/crypto/v1-cipher.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Has one initial vector, written in its source. */
export const twin: Twin = {
  encryptField: (plain, key) =>
    encryptV1Field({ key, encryptType: '1', plain }, 'AbCdEfGh01234567'),
}
