import { V1FieldError, decryptV1Field } from '../crypto/v1-cipher.ts'
import { bodyOf, isObject } from '../simulator/calls/answer.ts'
import type { Exchange } from './exchange.ts'
import { CannotJudge } from './rule.ts'

/** Account and password as the answer to a purchase shows them. Throws CannotJudge if it shows none. */
export function credentialsOf({
  http,
}: Exchange): readonly { readonly name: string; readonly value: string }[] {
  const appInfo = bodyOf(http)?.['appInfo']
  const shown = ['userName', 'password'].flatMap((name) => {
    const value = isObject(appInfo) ? appInfo[name] : undefined
    return typeof value === 'string' && value !== '' ? [{ name, value }] : []
  })
  if (shown.length > 0) return shown
  throw new CannotJudge({
    en: 'The answer to a purchase shows neither userName nor password.',
    zh: '新购的应答中没有 userName 和 password。',
  })
}

/** True if the Key opens a field, with either length. */
export function isEncrypted(value: string, key: string): boolean {
  try {
    decryptV1Field({ key, encryptType: '1', value })
    return true
  } catch (error) {
    if (error instanceof V1FieldError) return false
    throw error
  }
}
