import { type StoreSchemas, createSchemaValidator } from '../contract/index.ts'
import { isStorable } from '../domain/storable-text.ts'
import { AuthCentreError } from './fault.ts'

const violations = createSchemaValidator('store', 'UserInfo', {})

/** The user of an answer; an empty member counts as missing. Throws AuthCentreError. */
export function readUserInfo(body: unknown): StoreSchemas['UserInfo'] {
  const user = withoutEmpty(body)
  const [first] = violations(user)
  if (first !== undefined) {
    const why = `${first.instancePath} ${first.message ?? ''}`
    throw new AuthCentreError('unreadable', `this is no user: ${why}`)
  }
  // The contract has just validated it.
  return user as StoreSchemas['UserInfo']
}

// Numbers come where the documents have texts, as `id`.
function withoutEmpty(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const members = Object.entries(body)
    .map(([name, value]) => [name, typeof value === 'number' ? String(value) : value] as const)
    .filter(([, value]) => value !== '' && isStorable(value))
  return { name: '', ...Object.fromEntries(members) }
}
