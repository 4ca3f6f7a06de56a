import { readBodySign, bodySignature } from '../../src/crypto/body-sign.ts'
import { signV1Query } from '../../src/crypto/v1-auth-token.ts'
import { expect } from 'vitest'
import { type Answer, sendTo } from './contract-hook.ts'
import { type TestService, keys } from './service.ts'

/** One thing to spoil of a valid V1 call; what is left out is right. */
export interface V1CallOptions {
  readonly address?: string
  readonly path?: 'saas' | 'license'
  readonly key?: string
  readonly authToken?: string | null
  /** The Key that must have signed the answer; the call's unless told. */
  readonly answeredWith?: string
}

/**
 * Calls a GET interface of V1 as the store does, and holds the answer's Body-Sign against its bytes.
 * A timeStamp of now is put in unless there is one.
 */
export async function v1Call(
  service: Pick<TestService, 'url'>,
  parameters: Readonly<Record<string, string>>,
  options: V1CallOptions = {},
): Promise<Answer> {
  const { address = 'main', path = 'saas', key = keys.v1, answeredWith = key } = options
  const query = v1Query(parameters, key, options.authToken)
  const answer = await sendTo(service, `/${address}/${path}?${query}`)
  expectSigned(answer, answeredWith)
  return answer
}

/** The query of a V1 call, signed and encoded. */
export function v1Query(
  parameters: Readonly<Record<string, string>>,
  key: string,
  authToken?: string | null,
): string {
  const all = { timeStamp: v1TimeStamp(), ...parameters }
  const token = authToken === undefined ? signV1Query(all, key) : authToken
  return new URLSearchParams({ ...all, ...(token !== null && { authToken: token }) }).toString()
}

/** Now, as V1 writes it: UTC, `yyyyMMddHHmmssSSS`. */
export function v1TimeStamp(): string {
  return new Date().toISOString().replace(/\D/g, '')
}

/** Fails unless the answer's bytes are signed with the Key. */
export function expectSigned({ headers, text }: Answer, key: string): void {
  expect(readBodySign(headers.get('body-sign') ?? '')).toBe(bodySignature(key, text))
}
