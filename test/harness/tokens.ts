import { expect } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { sendTo } from './contract-hook.ts'
import { type TestService, managementToken } from './service.ts'

type TokenService = Pick<TestService, 'url'> & Partial<Pick<TestService, 'managementToken'>>
type Scope = ManagementSchemas['Scope']

/** A token that was made for a test, and the header that bears it. */
export interface TestToken extends Readonly<ManagementSchemas['CreatedToken']> {
  readonly authorization: string
}

/** Makes a token with these scopes, by the token of the settings. */
export async function tokenWith(
  service: TokenService,
  scopes: readonly Scope[],
  more: { readonly name?: string; readonly expiresAt?: string } = {},
): Promise<TestToken> {
  const answer = await sendTo(service, '/api/v1/tokens', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.managementToken ?? managementToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: scopes.join('+'), scopes, ...more }),
  })
  expect(answer.status, answer.text).toBe(200)
  const created = answer.body as ManagementSchemas['CreatedToken']
  return { ...created, authorization: `Bearer ${created.token}` }
}

const readers = new WeakMap<object, Promise<string>>()

/** The Authorization of somebody who reads and sees nothing private. */
export function readerOf(service: TokenService): Promise<string> {
  const made =
    readers.get(service) ?? tokenWith(service, ['read']).then((made) => made.authorization)
  readers.set(service, made)
  return made
}
