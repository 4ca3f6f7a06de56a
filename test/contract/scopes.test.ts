import { expect, test } from 'vitest'
import { requiredScopes, readDocument } from '../../src/contract/index.ts'
import { operationsIn } from '../harness/contract-operations.ts'

const health = ['getLive', 'getReady', 'getMetrics']
const sessions = ['createSession', 'getSession', 'deleteSession']
const isOpen = (id: string) =>
  [...health, ...sessions, 'getSsoKeys'].includes(id) || id.endsWith('Page')

/** The contract with another `security` at one operation. */
function documentWith(security: unknown) {
  const document = readDocument('management')
  const { get } = (document.paths ?? {})['/api/v1/keys'] as { get: { security: unknown } }
  get.security = security
  return document
}

test('every operation but health, metrics, sessions and what browsers open needs one scope', () => {
  const ids = operationsIn('management').map(({ operationId }) => operationId)
  expect([...requiredScopes().keys()].sort()).toEqual(ids.filter((id) => !isOpen(id)).sort())
})

test('tokens and audit are for administrators', () => {
  const scopes = requiredScopes()
  for (const id of ['listTokens', 'createToken', 'deleteToken', 'listAudit']) {
    expect(scopes.get(id)).toBe('admin')
  }
})

test('what reads needs no scope that changes, and what changes no mere `read`', () => {
  const scopes = requiredScopes()
  for (const { operationId, method } of operationsIn('management')) {
    const scope = scopes.get(operationId)
    if (scope === undefined) continue
    const changing = ['operate', 'usage', 'admin', 'personal']
    expect(method === 'get' ? ['read', 'admin'] : changing).toContain(scope)
  }
})

test.each([
  ['none', undefined],
  ['a token without a scope', [{ managementToken: [] }]],
  ['two scopes', [{ managementToken: ['read', 'admin'] }]],
  ['another one to a session', [{ managementToken: ['read'] }, { managementSession: ['admin'] }]],
  ['none to a session', [{ managementToken: ['read'] }, { managementSession: [] }]],
  ['another way beside', [{ other: [] }]],
])('the service does not start with an operation that names %s', (_what, security) => {
  expect(() => requiredScopes(documentWith(security))).toThrow('listKeys does not name')
})
