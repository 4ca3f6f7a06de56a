import { limits } from '../contract/index.ts'
import { encryptV1Field, v1FieldLength } from '../crypto/v1-cipher.ts'
import type { AppInfo, Family } from '../domain/instance/instance.ts'
import type { Ask } from './call.ts'

/** The longest cipher text, initial vector included, that the store takes for an account or a password. */
export const longestV1Field = limits.cipherTextV1

const enciphered = ['userName', 'password'] as const
type Enciphered = (typeof enciphered)[number]

/**
 * The fields that would be longer than the store takes once V1 has enciphered them; none in other
 * families. Asked before access is promised: an order answered with such a field hangs.
 */
export function tooLongForV1(family: Family, appInfo: AppInfo): readonly Enciphered[] {
  if (family !== 'saas-v1') return []
  return enciphered.filter((name) => v1FieldLength(appInfo[name] ?? '') > longestV1Field)
}

/** The addresses as V1 tells them: account and password enciphered with the key that verified the call. */
export function encipherAppInfo(appInfo: AppInfo, { key, address }: Ask<unknown>): AppInfo {
  const { userName, password, ...inTheClear } = appInfo
  const { v1Encryption: encryptType } = address.product
  const encipher = (plain: string) => encryptV1Field({ key, encryptType, plain })
  return {
    ...inTheClear,
    ...(fits(userName) && { userName: encipher(userName) }),
    ...(fits(password) && { password: encipher(password) }),
  }
}

// Only the template's account can be too long here, in the answer to a dial test that asks for an
// instance which never was.
function fits(plain: string | undefined): plain is string {
  return plain !== undefined && v1FieldLength(plain) <= longestV1Field
}
