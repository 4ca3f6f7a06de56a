import { lengths } from '../contract/index.ts'
import { encryptV1Field, v1FieldLength } from '../crypto/v1-cipher.ts'
import type { AppInfo, InstanceFamily } from '../domain/instance/instance.ts'
import type { Call } from './call.ts'

/** The longest cipher text, initial vector included, that the store takes for an account or a password. */
export const maxV1FieldLength = lengths.cipherTextV1

const encryptedFields = ['userName', 'password'] as const
type EncryptedField = (typeof encryptedFields)[number]

/**
 * The fields that would be longer than the store takes once V1 has encrypted them; none in other
 * families. Asked before access is promised: an order answered with such a field hangs.
 */
export function tooLongForV1(family: InstanceFamily, appInfo: AppInfo): readonly EncryptedField[] {
  if (family !== 'saas-v1') return []
  return encryptedFields.filter((name) => !fits(appInfo[name] ?? ''))
}

/** The addresses as V1 tells them: account and password encrypted with the key that verified the call. */
export function encryptAppInfo(appInfo: AppInfo, { key, address }: Call<unknown>): AppInfo {
  const { userName, password, ...inTheClear } = appInfo
  const { v1Encryption: encryptType } = address.product
  const encrypt = (plain: string) => encryptV1Field({ key, encryptType, plain })
  return {
    ...inTheClear,
    // Only the template's can be too long here, in the answer to a dial test that asks for an instance
    // which never was.
    ...(userName !== undefined && fits(userName) && { userName: encrypt(userName) }),
    ...(password !== undefined && fits(password) && { password: encrypt(password) }),
  }
}

function fits(plain: string): boolean {
  return v1FieldLength(plain) <= maxV1FieldLength
}
