import { bodySignName, bodySignature, readBodySign } from '../../crypto/body-sign.ts'
import { headersNamed, type HttpAnswer } from '../calls/sender.ts'

/**
 * What is wrong with the Body-Sign of an answer, in words; nothing if its name has the exact case,
 * both values stand in double quotes, and the signature is that of the exact bytes with the Key.
 */
export function bodySignFaults(
  { rawHeaders, bytes }: Pick<HttpAnswer, 'rawHeaders' | 'bytes'>,
  key: string,
): readonly string[] {
  const name = bodySignName.toLowerCase()
  const [value] = headersNamed(name, rawHeaders)
  if (value === undefined) return [`${bodySignName} is missing`]
  const found = rawHeaders.find((header, at) => at % 2 === 0 && header.toLowerCase() === name)
  if (found !== bodySignName) return [`the header is named ${found ?? ''}, not ${bodySignName}`]
  const signature = readBodySign(value)
  if (signature === undefined)
    return [`${bodySignName} is not sign_type="HMAC-SHA256", signature="..." with double quotes`]
  const isRight = signature === bodySignature(key, bytes)
  return isRight
    ? []
    : [`${bodySignName} is not the signature of the body with the Key of the call`]
}
