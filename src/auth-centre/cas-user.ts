import { type StoreSchemas, createSchemaValidator } from '../contract/index.ts'
import { AuthCentreError } from './fault.ts'
import { readUserInfo } from './user-info.ts'

const violations = createSchemaValidator('store', 'CasResponse', {})

/** The user of the answer to a ticket check. Throws AuthCentreError. */
export function readCasUser(body: unknown): StoreSchemas['UserInfo'] {
  const [first] = violations(body)
  if (first !== undefined) {
    const why = `${first.instancePath} ${first.message ?? ''}`
    throw new AuthCentreError('unreadable', `this is no answer of CAS: ${why}`)
  }
  // The contract has just validated it.
  const { serviceResponse } = body as StoreSchemas['CasResponse']
  const { authenticationSuccess: success, authenticationFailure: failure } = serviceResponse
  if (success === null || success === undefined) {
    const { code, description } = failure ?? {}
    throw new AuthCentreError('ticket-refused', `CAS: ${code ?? 'no code'}, ${description ?? ''}`)
  }
  const { attributes } = success
  return readUserInfo({ ...attributes, userName: attributes?.userName ?? success.user })
}
